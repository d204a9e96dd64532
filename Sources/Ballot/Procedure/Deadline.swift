/// A day counted from election day or from the end of a step, written `electionDay - rollPostingLeadDays`.
package struct Deadline: Hashable, Sendable {
  package enum Anchor: Hashable, Sendable {
    case electionDay
    /// The day on which a step was over.
    case end(of: Stage)
  }

  package enum Amount: Hashable, Sendable {
    case days(Int)
    /// A number of the rule pack, so that the meeting's choice moves the deadline.
    case parameter(String)
  }

  package let anchor: Anchor
  package let isBefore: Bool
  package let amount: Amount

  package init(_ anchor: Anchor, before: Bool = false, _ amount: Amount = .days(0)) {
    self.anchor = anchor
    isBefore = before
    self.amount = amount
  }

  /// The number of days under a pack; nil for a parameter that the pack does not know.
  package func days(_ pack: RulePack) -> Int? {
    switch amount {
    case .days(let days): days
    case .parameter(let name): pack.number(name)?.value
    }
  }
}

extension Deadline: Codable, CustomStringConvertible {
  package var description: String {
    let start =
      switch anchor {
      case .electionDay: "electionDay"
      case .end(let stage): stage.rawValue
      }
    switch amount {
    case .days(0): return start
    case .days(let days): return "\(start) \(isBefore ? "-" : "+") \(days)"
    case .parameter(let name): return "\(start) \(isBefore ? "-" : "+") \(name)"
    }
  }

  /// Reads what `description` writes.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, words.count == 1 || words.count == 3 else { return nil }
    if first == "electionDay" {
      anchor = .electionDay
    } else if let stage = Stage(rawValue: first) {
      anchor = .end(of: stage)
    } else {
      return nil
    }
    guard words.count == 3 else {
      isBefore = false
      amount = .days(0)
      return
    }
    guard ["+", "-"].contains(words[1]) else { return nil }
    isBefore = words[1] == "-"
    amount = Int(words[2]).map(Amount.days) ?? .parameter(words[2])
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let deadline = Deadline(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no deadline: \(text)"))
    }
    self = deadline
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
