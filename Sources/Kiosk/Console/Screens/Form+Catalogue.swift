import Ballot

extension Form {
  /// The form of a step as the election stands.
  static func make(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .plan, .rollFreeze: before(id)
    case .cards, .reissue, .ballots: papers(id, briefing)
    case .pollOpen, .pollClose: poll(id, briefing)
    case .countOpen, .reconcile, .countClose: count(id, briefing)
    case .bulletins, .seal, .export: after(id, briefing.election)
    case .recountOpen, .recountClose: recount(id, briefing)
    case .candidates: list(id, .candidates, ["candidate", "list"])
    case .anomalies: list(id, .anomalies, ["anomaly", "list"])
    case .doctor: list(id, .doctor, ["doctor"])
    case .journal: list(id, .journal, ["journal", "verify"])
    case .staff: staff(id)
    default: more(id, briefing)
    }
  }

  private static func staff(_ id: FormID) -> Form {
    let roles = StaffRole.allCases.map { FormField.Choice(value: $0.rawValue, words: $0.sentence) }
    var form = Form(
      id, .staff,
      [
        FormField(.staffName, .text),
        FormField(.staffRole, .choice(roles), value: StaffRole.committeeHead.rawValue),
        FormField(.newSecret, .secret), FormField(.secretAgain, .secret),
      ], doing: .enrol
    ) { _ in [["staff", "list"]] }
    form.job = { fields in
      let role = StaffRole(rawValue: fields[1].input.text)
      guard let role, fields[2].input.text == fields[3].input.text else { return nil }
      return .enrol(fields[0].input.text, role, fields[2].input.text)
    }
    return form
  }

  /// A list that is shown at once.
  private static func list(_ id: FormID, _ task: HomeTask, _ command: [String]) -> Form {
    Form(id, task) { _ in [command] }
  }

  private static func before(_ id: FormID) -> Form {
    switch id {
    case .plan:
      Form(
        id, .plan, [FormField(.planFile, .file(["yaml", "yml"]))], doing: .createElection,
        question: { fields in .createQuestion(fields[0].input.text) }
      ) { [["election", "create", $0[0].input.text]] }
    default:
      Form(id, .freeze, doing: .freeze, question: { _ in .freezeQuestion }) { _ in [["roll", "freeze"]] }
    }
  }

  private static var delivery: FormField {
    FormField(
      .howPrinted,
      .choice([
        .init(value: "", words: .byPrinter), .init(value: "--to-file", words: .toFile),
        .init(value: "--counted", words: .countedByHand),
      ]), isOptional: true)
  }

  private static func papers(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .cards:
      return Form(id, .cards, [FormField(.group, .text, isOptional: true), delivery], doing: .printNow) {
        fields in
        let group = fields[0].input.text
        return [
          ["card", "print"] + (group.isEmpty ? [] : ["--group", group])
            + fields[1].input.text.split(separator: " ").map(String.init)
        ]
      }
    case .reissue:
      return Form(
        id, .reissue, [FormField(.rollNumber, .number), FormField(.reason, .text)], doing: .reissueNow,
        question: { .reissueQuestion($0[0].input.text) }
      ) { [["card", "reissue", "--roll", $0[0].input.text, "--reason", $0[1].input.text]] }
    default:
      let voters = briefing.quantities.roll
      // Of a run in packs, what is still missing.
      let left = voters > 0 ? voters + voters / 20 + 5 - briefing.quantities.printed : 0
      return Form(
        id, .ballots,
        [FormField(.copies, .number, value: left > 0 ? String(left) : ""), delivery],
        doing: .printNow, question: { .ballotsQuestion($0[0].input.text) }
      ) { fields in
        [
          ["ballot", "print", "--copies", fields[0].input.text]
            + fields[1].input.text.split(separator: " ").map(String.init)
        ]
      }
    }
  }

  private static func after(_ id: FormID, _ election: ElectionState?) -> Form {
    switch id {
    case .bulletins:
      Form(
        id, .bulletins, [FormField(.bulletinCode, .text, value: "B22")], doing: .issueBulletin,
        question: { .bulletinQuestion($0[0].input.text) }
      ) { [["bulletin", "issue", $0[0].input.text.uppercased()]] }
    case .seal:
      seal(id, again: election.map { !$0.bundles.isEmpty && $0.changedSinceSealing } ?? false)
    default:
      Form(id, .export, [FormField(.stick, .file([]))], doing: .exportNow) {
        [["archive", "export", $0[0].input.text]]
      }
    }
  }
}

extension Form {
  /// What was sealed stays; what has happened since, such as a further round, goes into a new revision.
  private static func seal(_ id: FormID, again: Bool) -> Form {
    Form(id, .seal, doing: .sealNow, question: { _ in again ? .sealAgainQuestion : .sealQuestion }) { _ in
      [["archive", "seal"] + (again ? ["--new-revision"] : [])]
    }
  }
}
