/// What a voter draws in a mark box.
package enum MarkKind: String, Sendable, CaseIterable, Codable {
  case blank
  case circle
  case cross
  case tick
  /// A point where the pen rested.
  case dot
  /// A ○ struck through, with a × written after it.
  case corrected
  /// ○ and × in the same box.
  case both
  /// The box scribbled full.
  case filled
  /// A single stroke.
  case dash
  /// Another sign: a triangle, a star, a question mark.
  case otherSign

  /// What a perfect reader says of it.
  package var reading: Truth.Mark {
    switch self {
    case .blank, .dot: .blank
    case .circle, .tick: .for
    case .cross: .against
    case .corrected, .both, .filled, .dash, .otherSign: .other
    }
  }
}
