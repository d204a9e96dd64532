/// Why a reading is not called clear; a reading may have several of these.
package enum Doubt: String, Sendable, CaseIterable, Codable {
  /// What stands in the box is most likely neither ○, √ nor ×.
  case otherSign
  /// The networks together are not as sure as is asked.
  case unsure
  /// One network does not see what the others see.
  case objection
  /// A ○ or √ of which networks and strokes together do not rule out a ×.
  case traceOfCross
  /// A × of which networks and strokes together do not rule out a ○ or √.
  case traceOfApproval
  /// A ○ or √ to the networks, whose strokes cross as those of a × do.
  case crossing
  /// A × to the networks, whose strokes do not cross.
  case noCrossing
  /// Counting the ink says otherwise: a blank box with ink in it, or a sign without.
  case inkAmount
  /// The printed frame of the box was not found, so the place is guessed.
  case frameNotFound
  /// The write-in field holds too much ink for clean paper and too little for a name.
  case nameUnclear
}
