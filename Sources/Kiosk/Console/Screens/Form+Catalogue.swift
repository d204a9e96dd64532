import Ballot

extension Form {
  /// The form of a step as the election stands.
  static func make(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .plan, .rollFreeze: before(id)
    case .cards, .reissue, .ballots: papers(id, briefing)
    case .pollOpen, .pollClose: poll(id, briefing)
    case .countOpen, .reconcile, .countClose: count(id, briefing)
    case .bulletins, .seal, .export: after(id)
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

  private static func poll(_ id: FormID, _ briefing: Briefing) -> Form {
    guard id == .pollOpen else {
      return Form(
        id, .pollClose, [FormField(.unused, .number)], doing: .closePoll,
        question: { .closePollQuestion($0[0].input.text) }
      ) { [["poll", "close", "--unused", $0[0].input.text]] }
    }
    return Form(
      id, .pollOpen,
      [
        FormField(.boxes, .number, value: "1"),
        FormField(.witnesses, .people(briefing.scrutineers, least: 1)),
      ],
      doing: .openPoll, question: { .openPollQuestion($0[0].input.text) }
    ) { fields in
      [
        ["poll", "open", "--boxes", fields[0].input.text]
          + fields[1].people.flatMap { ["--witness", $0] }
      ]
    }
  }

  private static func count(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .countOpen:
      let boxes = min(20, max(1, briefing.election?.opened?.boxes ?? 1))
      let fields = (1...boxes).map { FormField(.sheetsInBox($0), .number) }
      return Form(
        id, .countOpen, fields + [FormField(.witnesses, .people(briefing.scrutineers, least: 1))],
        doing: .openCount, question: { .openCountQuestion($0) }
      ) { fields in
        [
          ["count", "open"] + fields.dropLast().flatMap { ["--box", $0.input.text] }
            + (fields.last?.people ?? []).flatMap { ["--witness", $0] }
        ]
      }
    case .reconcile:
      let lines = briefing.election?.printedLines ?? []
      return Form(
        id, .reconcile, lines.map { FormField(.paperTotal($0.post, $0.name), .number) }, doing: .compare
      ) { fields in
        [
          ["count", "reconcile"]
            + zip(lines, fields).flatMap { ["--paper", "\($0.line.rawValue)=\($1.input.text)"] }
        ]
      }
    default:
      let need = briefing.election?.signersNeeded ?? 2
      return Form(
        id, .close, [FormField(.signers, .people(briefing.scrutineers, least: need))], doing: .closeCount,
        question: { .closeCountQuestion($0[0].people) }
      ) { [["count", "close"] + $0[0].people.flatMap { ["--signer", $0] }] }
    }
  }

  private static func recount(_ id: FormID, _ briefing: Briefing) -> Form {
    guard id == .recountClose else {
      return Form(
        id, .recount, [FormField(.witnesses, .people(briefing.scrutineers, least: 1))], doing: .beginRecount
      ) { [["count", "recount", "open"] + $0[0].people.flatMap { ["--witness", $0] }] }
    }
    let need = briefing.election?.signersNeeded ?? 2
    let endings = [
      FormField.Choice(value: "", words: .asCompared),
      FormField.Choice(value: "--abandon", words: .givenUp),
    ]
    return Form(
      id, .recount,
      [
        FormField(.howRecountEnds, .choice(endings), isOptional: true),
        FormField(.signers, .people(briefing.scrutineers, least: need)),
      ],
      doing: .endRecount, question: { .endRecountQuestion($0[1].people) }
    ) { fields in
      [
        ["count", "recount", "close"] + fields[0].input.text.split(separator: " ").map(String.init)
          + fields[1].people.flatMap { ["--signer", $0] }
      ]
    }
  }

  private static func after(_ id: FormID) -> Form {
    switch id {
    case .bulletins:
      Form(
        id, .bulletins, [FormField(.bulletinCode, .text, value: "B22")], doing: .issueBulletin,
        question: { .bulletinQuestion($0[0].input.text) }
      ) { [["bulletin", "issue", $0[0].input.text.uppercased()]] }
    case .seal:
      Form(id, .seal, doing: .sealNow, question: { _ in .sealQuestion }) { _ in [["archive", "seal"]] }
    default:
      Form(id, .export, [FormField(.stick, .file([]))], doing: .exportNow) {
        [["archive", "export", $0[0].input.text]]
      }
    }
  }
}

/// A printed line of the ballot with whose it is.
struct PrintedLine: Equatable, Sendable {
  let line: LineID
  let post: String
  let name: String
}

extension ElectionState {
  /// The printed names of all posts, in the order of the ballot.
  var printedLines: [PrintedLine] {
    plan.posts.flatMap { post in
      post.candidates.enumerated().map { index, candidate in
        PrintedLine(line: .candidate(index + 1, of: post.id), post: post.title, name: candidate.name)
      }
    }
  }
}
