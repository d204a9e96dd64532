/// What a voter did to a mark box.
package enum Mark: String, Sendable, CaseIterable, Codable {
  /// A circle, or a clear approval such as a check.
  case `for`
  /// A cross.
  case against
  case blank
  /// Anything else: filled, corrected, both signs.
  case other
}

/// Whether a reading may stand alone or people must look at the paper.
package enum Certainty: String, Sendable, CaseIterable, Codable { case clear, doubtful }

/// What stands in the field of a write-in row.
package enum WrittenName: String, Sendable, CaseIterable, Codable { case empty, written }
