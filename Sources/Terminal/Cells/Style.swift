/// How a character looks.
package struct Style: Hashable, Sendable {
  package var text: Colour
  package var ground: Colour
  package var bold: Bool
  package var underlined: Bool
  package var reversed: Bool

  package init(
    _ text: Colour = .standard, on ground: Colour = .standard, bold: Bool = false, underlined: Bool = false,
    reversed: Bool = false
  ) {
    self.text = text
    self.ground = ground
    self.bold = bold
    self.underlined = underlined
    self.reversed = reversed
  }

  package static let plain = Style()
  package static let bold = Style(bold: true)
  package static let reversed = Style(reversed: true)

  /// The escape sequence that sets exactly this style, whatever was set before.
  var sequence: String {
    var parts = ["0"]
    if bold { parts.append("1") }
    if underlined { parts.append("4") }
    if reversed { parts.append("7") }
    if text != .standard { parts.append(text.parameters(ground: false)) }
    if ground != .standard { parts.append(ground.parameters(ground: true)) }
    return "\u{1B}[\(parts.joined(separator: ";"))m"
  }
}
