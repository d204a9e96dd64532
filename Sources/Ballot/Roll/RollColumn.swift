/// A column as people see it: its letters, its header, and what it was taken for.
package struct RollColumn: Hashable, Sendable {
  /// From 0.
  package let index: Int
  package let header: String
  package let field: RollField?

  package init(index: Int, header: String, field: RollField?) {
    self.index = index
    self.header = header
    self.field = field
  }

  /// The column's letters, such as `A` or `AA`.
  package var letters: String { RollColumn.letters(index) }

  /// The letters of the column with an index from 0.
  package static func letters(_ index: Int) -> String {
    var rest = index + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The index from 0 of a column's letters, up to XFD.
  package static func index(letters text: String) -> Int? {
    guard (1...3).contains(text.utf8.count) else { return nil }
    var index = 0
    for byte in text.utf8 {
      // Setting bit 5 makes a small letter of a capital one.
      let letter = Int(byte | 0x20) - 97
      guard (0..<26).contains(letter) else { return nil }
      index = index * 26 + letter + 1
    }
    return index <= 16_384 ? index - 1 : nil
  }
}

extension RollColumn: CustomStringConvertible {
  package var description: String { header.isEmpty ? letters : "\(letters) \(header)" }
}
