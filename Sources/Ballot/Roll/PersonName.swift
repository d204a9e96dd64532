/// A person's name in Chinese characters, as the rules for names allow it on a roll.
package enum PersonName {
  /// Why a text is no name.
  package enum Fault: Error, Hashable, Sendable {
    case tooShort
    case tooLong(Int)
    case digit(Character)
    /// A character of a private code area: a rare character that an old system stored in its own way.
    case privateCharacter
    case foreignCharacter(Character)
  }

  /// The name without the spaces put in for looks, with one kind of middle dot.
  static func read(_ text: String) throws(Fault) -> String {
    let name = isPlain(text) ? text : plain(text)
    for scalar in name.unicodeScalars where !isHan(scalar) && scalar != "·" { throw fault(scalar) }
    let count = name.unicodeScalars.count
    guard count >= 2 else { throw .tooShort }
    guard count <= 40 else { throw .tooLong(count) }
    if name.hasPrefix("·") || name.hasSuffix("·") || name.contains("··") { throw .foreignCharacter("·") }
    return name
  }

  /// Most names are a few ideographs and nothing to put right.
  private static func isPlain(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isHan) }

  private static func plain(_ text: String) -> String {
    let compact = CellText.withoutSpaces(text)
    guard compact.unicodeScalars.contains(where: isDot) else { return compact }
    return String(String.UnicodeScalarView(compact.unicodeScalars.map { isDot($0) ? "·" : $0 }))
  }

  /// The dots people type between the parts of a minority name: U+00B7 • ‧ ∙ ・ ． and their relatives.
  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0xFF0E, 0x2E, 0x2E31: true
    default: false
    }
  }

  /// A CJK unified or compatibility ideograph of any plane, or 〇.
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007: true
    default: false
    }
  }

  private static func fault(_ scalar: Unicode.Scalar) -> Fault {
    switch scalar.value {
    case 0xE000...0xF8FF, 0xF0000...0x10FFFD: .privateCharacter
    default:
      scalar.properties.numericType == nil ? .foreignCharacter(Character(scalar)) : .digit(Character(scalar))
    }
  }
}

extension PersonName.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooShort: "has fewer than two characters"
    case .tooLong(let count): "has \(count) characters"
    case .digit(let digit): "contains the digit \(digit)"
    case .privateCharacter: "contains a character stored in a private code; type the rare character again"
    case .foreignCharacter(let character): "contains “\(character)”, which no name has"
    }
  }
}
