import Ballot

/// What people say of the procedure and the roll.
extension Form {
  static func procedure(_ id: FormID) -> Form {
    switch id {
    case .fact:
      let facts = Fact.allCases.filter { $0.witness == .staff }.map { ($0.rawValue, $0.sentence) }
      return make(
        id,
        [
          FormField(.whichFact, choices(facts)), FormField(.sinceDay, .text, isOptional: true),
          FormField(.remark, .text, isOptional: true),
        ]
      ) { [["election", "record", $0[0].input.text] + option("--day", $0[1]) + option("--note", $0[2])] }
    case .advance:
      let stages = Stage.allCases.map { ($0.rawValue, $0.sentence) }
      return make(id, [FormField(.whichStage, choices(stages))]) {
        [["election", "advance", $0[0].input.text]]
      }
    case .objection:
      let claims = [("add", Sentence.claimAdd), ("remove", .claimRemove), ("correct", .claimCorrect)]
      return make(
        id,
        [
          FormField(.whatIsAsked, choices(claims)), FormField(.rollNumber, .number, isOptional: true),
          FormField(.objectionText, .text),
        ]
      ) {
        [["roll", "object", "--claim", $0[0].input.text] + option("--roll", $0[1]) + option("--text", $0[2])]
      }
    default:
      let outcomes = [
        ("kept", Sentence.outcomeKept), ("added", .outcomeAdded), ("removed", .outcomeRemoved),
        ("corrected", .outcomeCorrected),
      ]
      return make(
        id,
        [
          FormField(.objectionNumber, .number), FormField(.decision, choices(outcomes)),
          FormField(.reason, .text),
        ]
      ) {
        [["roll", "decide", $0[0].input.text, "--outcome", $0[1].input.text, "--reason", $0[2].input.text]]
      }
    }
  }
}
