import Ballot

/// The poll's two ends, the count, the recount.
extension Form {
  static func poll(_ id: FormID, _ briefing: Briefing) -> Form {
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

  static func count(_ id: FormID, _ briefing: Briefing) -> Form {
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

  static func recount(_ id: FormID, _ briefing: Briefing) -> Form {
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
