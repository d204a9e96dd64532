import Ballot

/// What the lists of mobile boxes say.
extension ElectionFacts {
  func listed(_ name: String) -> [String: JSON] {
    switch name {
    case "mobileVoters": some(name, mobileVoters)
    case "mobileRoute": boxes.isEmpty ? [:] : [name: .string(boxes.map(\.route).joined(separator: "；"))]
    case "scrutineers": some(name, Set(boxes.flatMap(\.scrutineers)).sorted().map(JSON.string))
    default: [:]
    }
  }

  private func some(_ name: String, _ values: [JSON]) -> [String: JSON] {
    values.isEmpty ? [:] : [name: .array(values)]
  }

  private var boxes: [MobileBox] { election.ledgers.mobileBoxes.values.sorted { $0.box < $1.box } }

  private var mobileVoters: [JSON] {
    boxes.flatMap { box in
      box.voters.sorted().compactMap { number in
        roll?.voter(number).map { voter in
          .object([
            "group": .string(voter.group.rawValue), "name": .string(voter.name),
            "box": .string("流动 \(box.box) 号"),
          ])
        }
      }
    }
  }
}
