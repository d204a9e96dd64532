/// Makes the text of a cell comparable: what typing, pasting and exporting leave around the words goes.
enum CellText {
  /// The text without spaces, tabs, quotes-for-text and invisible characters around it, full-width forms narrowed.
  static func clean(_ text: String) -> String {
    guard needsCleaning(text) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) { scalars.append(narrow(scalar)) }
    var rest = String(scalars)[...]
    while let first = rest.unicodeScalars.first, isSpace(first) { rest.unicodeScalars.removeFirst() }
    while let last = rest.unicodeScalars.last, isSpace(last) { rest.unicodeScalars.removeLast() }
    return withoutTextMark(rest)
  }

  /// The text without any space at all.
  static func withoutSpaces(_ text: String) -> String {
    let cleaned = clean(text)
    guard cleaned.unicodeScalars.contains(where: isSpace) else { return cleaned }
    return String(String.UnicodeScalarView(cleaned.unicodeScalars.filter { !isSpace($0) }))
  }

  /// A header's words alone: no spaces, brackets with what they enclose, stars, colons; small letters.
  static func headerKey(_ text: String) -> String {
    var depth = 0
    var kept = String.UnicodeScalarView()
    for scalar in clean(text).unicodeScalars {
      switch scalar {
      case "(", "[", "{", "【", "〔", "〈", "《": depth += 1
      case ")", "]", "}", "】", "〕", "〉", "》": depth = max(0, depth - 1)
      case "*", "★", "※", ":", "_", "-", "·", ".", "、", ",", "\"", "'", "#": continue
      default: if depth == 0, !isSpace(scalar) { kept.append(scalar) }
      }
    }
    return String(kept).lowercased()
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Bytes that can start something to clean: controls and space, `'`, `=`, and the lead bytes C2, E2, E3, EF.
  private static func needsCleaning(_ text: String) -> Bool {
    for byte in text.utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "="): return true
      case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return true
      default: continue
      }
    }
    return false
  }

  /// Full-width ASCII (U+FF01…FF5E) as ASCII; other characters as they are.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// Zero-width and direction marks, the byte order mark and control characters that are no spaces.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: true
    case 0...0x08, 0x0E...0x1F, 0x7F: true
    default: false
    }
  }

  /// Drops the marks that force Excel to keep text: a leading `'` and the form `="…"`.
  private static func withoutTextMark(_ text: Substring) -> String {
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 {
      return String(text.dropFirst(2).dropLast())
    }
    if text.hasPrefix("'") || text.hasPrefix("`") { return String(text.dropFirst()) }
    return String(text)
  }
}
