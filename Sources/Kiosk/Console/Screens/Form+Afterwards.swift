import Ballot

/// Bulletins, anomalies, further rounds, the way to the archive.
extension Form {
  /// A form that ends in the anomaly's request on the screen.
  private static func request(_ id: FormID, _ command: String, _ papers: [FormField] = []) -> Form {
    var form = make(id, [FormField(.anomalyNumber, .number)] + papers) { fields in
      [["anomaly", command, fields[0].input.text] + fields.dropFirst().flatMap { option("--evidence", $0) }]
    }
    form.next = { $0[0].input.number.map(Place.request) }
    return form
  }

  /// The next round: what the results leave open comes first.
  private static func round(_ id: FormID, _ briefing: Briefing) -> Form {
    let kinds = [("runoff", Sentence.runoff), ("revote", .revote), ("fresh", .fresh)]
    let open = briefing.openVotes.map(\.rawValue)
    var form = make(
      id,
      [
        FormField(.roundKind, choices(kinds), value: open.first { $0 == "revote" } ?? open.first ?? ""),
        FormField(.roundDay, .text, isOptional: true),
        FormField(.roundCards, choices([("", .cardsKept), ("--new-cards", .cardsNew)]), isOptional: true),
      ], .openRound
    ) { fields in
      [
        ["round", "open", fields[0].input.text] + option("--day", fields[1])
          + fields[2].input.text.split(separator: " ").map(String.init)
      ]
    }
    form.question = { _ in .openRoundQuestion }
    return form
  }

  static func afterwards(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .bulletinList: make(id, [], nil) { _ in [["bulletin", "list"]] }
    case .bulletinPreview:
      make(id, [FormField(.bulletinCode, .text, value: "B22")], .preview) {
        [["bulletin", "preview", $0[0].input.text.uppercased()]]
      }
    case .anomalyRaise:
      make(
        id,
        [
          FormField(.anomalyCode, choices(AnomalyCode.allCases.map { ($0.rawValue, $0.sentence) })),
          FormField(.whatHappened, .text),
        ]
      ) {
        [["anomaly", "raise", $0[0].input.text, "--detail", $0[1].input.text]]
      }
    case .anomalySubmit: request(id, "submit", [FormField(.evidence, .file(["jpg", "jpeg", "png", "pdf"]))])
    case .anomalyRequest: request(id, "request")
    case .decisionFile:
      make(id, [FormField(.decisionCode, .file(["txt", "png", "jpg"]))]) {
        [["anomaly", "accept", "--file", $0[0].input.text]]
      }
    case .roundOpen: round(id, briefing)
    case .upload: make(id, [], .sendNow) { _ in [["archive", "upload"]] }
    default: make(id, [], nil) { _ in [["archive", "receipts"]] }
    }
  }
}
