/// Why a reading is not called clear; a reading may have several of these.
package enum Doubt: String, Sendable, CaseIterable, Codable {
  /// What stands in the box is most likely neither ○, √ nor ×.
  case otherSign
  /// The networks together are not as sure as is asked.
  case unsure
  /// One network does not see what the others see.
  case objection
  /// A ○ or √ in which a network sees a trace of ×.
  case traceOfCross
  /// Counting the ink says otherwise: a blank box with ink in it, or a sign without.
  case inkAmount
  /// The printed frame of the box was not found, so the place is guessed.
  case frameNotFound
  /// The write-in field holds too much ink for clean paper and too little for a name.
  case nameUnclear
}
