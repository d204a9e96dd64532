/// How far the meeting may depart from a pack's default.
package struct Adjustable: Codable, Sendable, Equatable {
  private let choices: [String]?
  private let least: Int?
  private let most: Int?

  package init(choices: [String]) {
    self.choices = choices
    least = nil
    most = nil
  }

  package init(_ range: ClosedRange<Int>) {
    choices = nil
    least = range.lowerBound
    most = range.upperBound
  }

  /// Whether a value, written as text, may be chosen.
  package func allows(_ value: String) -> Bool {
    if let choices { return choices.contains(value) }
    guard let number = Int(value), String(number) == value, let least, let most else { return false }
    return number >= least && number <= most
  }

  /// What may be chosen, for a sentence: every word, or the least and the most.
  package var allowed: [String] {
    choices ?? [least, most].compactMap { $0.map(String.init) }
  }
}

/// A choice of the meeting that the pack does not leave to it.
package struct ChoiceRefusal: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The law fixes this value for everybody.
    case notAdjustable
    case outOfRange(allowed: [String])
    /// The pack does not know such a parameter.
    case unknown
  }

  package let parameter: String
  package let value: String
  package let reason: Reason
}
