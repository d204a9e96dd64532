/// Text as .xlsx writes it: `_x000D_` stands for a character (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
enum XlsxText {
  static func string(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    return unescaped(text)
  }

  private static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      if scalar == "_", let escaped = escape(Substring(rest)) {
        result.append(escaped)
        rest.removeFirst(7)
      } else {
        result.append(scalar)
        rest.removeFirst()
      }
    }
    return String(result)
  }

  /// The character of `_xHHHH_` at the start of a text.
  private static func escape(_ text: Substring) -> Unicode.Scalar? {
    let form = Array(text.unicodeScalars.prefix(7))
    guard form.count == 7, form[1] == "x", form[6] == "_" else { return nil }
    guard form[2...5].allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
    return UInt32(String(String.UnicodeScalarView(form[2...5])), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
