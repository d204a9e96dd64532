/// The text of a paper with its marks, one a line: docs/formats/templates.md.
package struct PaperMarkup: Sendable, Equatable {
  /// The lines with their marks, as the template wrote them.
  package let lines: [Substring]

  package init(_ text: String) {
    lines = text.split(separator: "\n").filter { line in !line.allSatisfy(\.isWhitespace) }
  }

  /// A value that can stand in a line without being taken for a mark.
  ///
  /// Line breaks and control characters become spaces, bars and a mark at the beginning their full-width twins.
  static func harmless(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "|": text += "｜"
      case "\u{2028}", "\u{2029}": text += " "
      case _ where scalar.properties.generalCategory == .control: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    let marks: [Character: Character] = ["~": "～", "#": "＃", "@": "＠", ">": "＞", "*": "＊", "=": "＝"]
    if let first = text.first, let twin = marks[first] { text = String(twin) + text.dropFirst() }
    return text
  }

  /// The title: the line marked `#`; `／` in it tells where it may be broken into two lines.
  package var title: String {
    lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) } ?? ""
  }

  /// The size of the text where the template asks for one, points.
  package var size: Double? {
    lines.first { $0.hasPrefix("@size ") }.flatMap { Double($0.dropFirst(6)) }
  }

  /// The signature under a paper, which the template only places.
  package struct Signature {
    let issuer: String
    let date: String
    let seal: Picture?

    package init(issuer: String, date: String, seal: Picture?) {
      self.issuer = issuer
      self.date = date
      self.seal = seal
    }
  }

  /// The paper's parts from top to bottom, without the title.
  package func blocks(signed signature: Signature) -> [Block] {
    var reading = MarkupReading(signature)
    for line in lines { reading.take(line) }
    return reading.finished()
  }
}
