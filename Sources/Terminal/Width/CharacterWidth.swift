/// How many columns a character takes on a terminal.
///
/// Wide and full-width characters take two (UAX #11). Ambiguous ones, such as ○ and the lines of boxes, take one: that is
/// what foot and tmux do outside of legacy Chinese encodings. Where a terminal thinks otherwise, nothing shifts, for the
/// cursor is placed anew after each of them.
package enum CharacterWidth {
  /// Columns of one character: 0, 1 or 2.
  package static func columns(_ character: Character) -> Int {
    // Nearly everything on a screen is ASCII or a Chinese character without marks.
    if let ascii = character.asciiValue { return ascii < 32 || ascii == 127 ? 0 : 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the picture of the character before it, which is wide.
      width = scalar.value == 0xFE0F && width > 0 ? 2 : max(width, columns(scalar))
    }
    return width
  }

  /// Columns of a text on one line.
  package static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  /// Whether terminals differ about a character's width.
  package static func isAmbiguous(_ character: Character) -> Bool {
    guard !character.isASCII else { return false }
    return character.unicodeScalars.contains {
      $0.value == 0xFE0F || contains(WidthTable.ambiguous, $0.value)
    }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 32 || (0x7F..<0xA0).contains(value) { return 0 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    if value < 0x300 { return 1 }
    if contains(WidthTable.zero, value) { return 0 }
    return contains(WidthTable.wide, value) ? 2 : 1
  }

  /// Whether a code point lies in one of the ranges: binary search over the pairs.
  private static func contains(_ table: [UInt32], _ value: UInt32) -> Bool {
    var (low, high) = (0, table.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if value > table[middle * 2 + 1] {
        low = middle + 1
      } else if value < table[middle * 2] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
