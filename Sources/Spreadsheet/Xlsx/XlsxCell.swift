/// The attributes of a `c` element: where the cell is, how it is shown, what its value means.
struct XlsxCell {
  enum Kind {
    case number, shared, text, inline, boolean, error, date
  }

  /// From 1; nil where the file does not say, and then the cell follows the one before.
  var column: Int?
  var style = 0
  var kind = Kind.number
  /// Whether the reference is no cell's name.
  var isMisplaced = false

  init(_ element: XMLElement) {
    unsafe element.forEachLetterAttribute { letter, value in
      switch letter {
      case UInt8(ascii: "r"):
        self.column = unsafe XlsxCell.column(value)
        self.isMisplaced = self.column == nil
      case UInt8(ascii: "s"): self.style = unsafe XMLElement.number(value) ?? 0
      case UInt8(ascii: "t"): self.kind = unsafe XlsxCell.kind(value)
      default: break
      }
    }
  }

  /// The column of a reference such as `AB12`, from 1.
  private static func column(_ text: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var index = 0
    while true {
      let letter = unsafe Int(UInt8(bitPattern: text[index]) | 0x20) - 97
      guard (0..<26).contains(letter) else { return column == 0 ? nil : column }
      guard index < 3 else { return nil }
      column = column * 26 + letter + 1
      index += 1
    }
  }

  private static func kind(_ text: UnsafePointer<CChar>) -> Kind {
    switch (unsafe UInt8(bitPattern: text[0]), unsafe text[0] == 0 ? 0 : UInt8(bitPattern: text[1])) {
    case (UInt8(ascii: "s"), 0): .shared
    case (UInt8(ascii: "s"), _): .text
    case (UInt8(ascii: "i"), _): .inline
    case (UInt8(ascii: "b"), _): .boolean
    case (UInt8(ascii: "e"), _): .error
    case (UInt8(ascii: "d"), _): .date
    default: .number
    }
  }
}
