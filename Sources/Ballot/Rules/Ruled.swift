/// A value of a rule pack with where it comes from and how sure that is.
package struct Ruled<Value: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  package let value: Value
  /// Articles in the notation of the rule book, such as `V26 18` or `SH 20`.
  package let source: String
  package let confidence: Confidence

  package init(_ value: Value, source: String, confidence: Confidence) {
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}

/// How well a rule is sourced.
package enum Confidence: String, Codable, Sendable {
  /// In the text of a law that was read in full.
  case law
  /// Taken from another province's measures, not binding here.
  case comparator
  /// An assumption that the bureau has to confirm before release (`[U]`).
  case assumption
  /// Chosen by the meeting where the pack leaves a choice.
  case adopted
}
