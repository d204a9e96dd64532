import Ballot

/// Nominations, vetting, and who stands.
extension Form {
  static func candidates(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .nominate:
      let posts = (briefing.election?.plan.posts ?? []).map {
        ($0.id.rawValue, Sentence(zh: $0.title, en: $0.title))
      }
      let kinds = [
        ("direct", Sentence.directly), ("joint", .jointly), ("self", .bySelf),
        ("organisation", .byOrganisation),
        ("open", .openly),
      ]
      return make(
        id,
        [
          FormField(.post, choices(posts)), FormField(.nominee, .number),
          FormField(.nominationKind, choices(kinds)),
          FormField(.nominators, .text, isOptional: true),
        ]
      ) { fields in
        [
          ["candidate", "nominate", "--post", fields[0].input.text, "--roll", fields[1].input.text]
            + ["--kind", fields[2].input.text] + option("--by", fields[3])
        ]
      }
    case .withdraw:
      return make(id, [FormField(.nominationNumber, .number), FormField(.reason, .text)]) {
        [["candidate", "withdraw", "--number", $0[0].input.text, "--reason", $0[1].input.text]]
      }
    case .vetExport:
      return make(id, [FormField(.stick, .file([]))]) {
        [["candidate", "vet", "export", "--out", $0[0].input.text]]
      }
    case .vetImport:
      return make(id, [FormField(.vettingTable, .file(["xlsx", "xls", "csv"]))]) {
        [["candidate", "vet", "import", $0[0].input.text]]
      }
    default:
      let orders = [("strokes", Sentence.byStrokes), ("votes", .byVotes), ("nomination", .byNomination)]
      return make(id, [FormField(.order, choices(orders))]) {
        [["candidate", "settle", "--order", $0[0].input.text]]
      }
    }
  }
}
