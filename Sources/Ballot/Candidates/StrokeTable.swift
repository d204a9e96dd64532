/// The strokes of the characters that names are written with.
///
/// Characters: the Table of General Standard Chinese Characters (2013) and GB 2312. How the table was made, and
/// from what, stands in its file and in `Tables/strokes.py`.
package struct StrokeTable: Sendable {
  /// One character's strokes in the order of writing: 1 横, 2 竖, 3 撇, 4 点, 5 折.
  package struct Strokes: Sendable, Hashable, Comparable {
    package let kinds: [UInt8]

    /// The number of strokes decides; among equals the first stroke that differs.
    package static func < (left: Strokes, right: Strokes) -> Bool {
      left.kinds.count == right.kinds.count
        ? left.kinds.lexicographicallyPrecedes(right.kinds) : left.kinds.count < right.kinds.count
    }
  }

  private let strokes: [Unicode.Scalar: Strokes]

  /// The table that ships.
  package static let shipped = StrokeTable(PackageResources.strokes_txt)

  /// Reads a table: lines of digits, a space and the characters written so; `#` begins a comment.
  init(_ file: [UInt8]) {
    var strokes: [Unicode.Scalar: Strokes] = [:]
    for line in file.split(separator: 10) where line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard parts.count == 2 else { continue }
      let written = Strokes(kinds: parts[0].map { $0 &- 48 })
      for scalar in String(decoding: parts[1], as: UTF8.self).unicodeScalars { strokes[scalar] = written }
    }
    self.strokes = strokes
  }

  package subscript(character: Character) -> Strokes? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
    return strokes[scalar]
  }

  /// How many characters the table knows.
  package var count: Int { strokes.count }
}
