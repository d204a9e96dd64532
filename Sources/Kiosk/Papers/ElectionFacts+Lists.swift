import Ballot

/// What the lists beside roll and plan say: nominations, mobile boxes, the member whom a recall is about.
extension ElectionFacts {
  func listed(_ name: String) -> [String: JSON] {
    switch name {
    case "nominees": some(name, nominees)
    case "order": election.book.settled.map { [name: .string($0.order.chinese)] } ?? [:]
    case "mobileVoters": some(name, mobileVoters)
    case "mobileRoute": boxes.isEmpty ? [:] : [name: .string(boxes.map(\.route).joined(separator: "；"))]
    case "scrutineers": some(name, Set(boxes.flatMap(\.scrutineers)).sorted().map(JSON.string))
    case "concerned": plan.question.map { [name: .string($0.person.name)] } ?? [:]
    case "post": plan.question.map { [name: .string($0.office)] } ?? [:]
    default: [:]
    }
  }

  private func some(_ name: String, _ values: [JSON]) -> [String: JSON] {
    values.isEmpty ? [:] : [name: .array(values)]
  }

  private var nominees: [JSON] {
    election.book.standing.map { nomination in
      .object([
        "post": .string(plan.post(nomination.post)?.title ?? nomination.post.rawValue),
        "name": .string(nomination.candidate.name),
        "nominator": .string(nomination.organisation ?? nomination.kind.sentence.zh),
        "count": .string(nomination.organisation == nil ? String(nomination.support) : "—"),
      ])
    }
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

extension CandidateOrder {
  fileprivate var chinese: String {
    switch self {
    case .strokes: "姓氏笔画"
    case .votes: "提名得票多少"
    case .nomination: "提名先后"
    }
  }
}
