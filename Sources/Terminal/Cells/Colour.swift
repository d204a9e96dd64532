/// A colour of text or ground.
package enum Colour: Hashable, Sendable {
  /// What the terminal uses by itself.
  case standard
  /// One of the sixteen colours that every terminal has.
  case named(Name)
  /// Red, green, blue.
  case rgb(UInt8, UInt8, UInt8)

  package enum Name: UInt8, Sendable, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case gray, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
  }

  /// The parameters of "select graphic rendition" (ECMA-48 8.3.117) that ask for this colour.
  func parameters(ground: Bool) -> String {
    switch self {
    case .standard: ground ? "49" : "39"
    case .named(let name):
      String(Int(name.rawValue & 7) + (name.rawValue < 8 ? 30 : 90) + (ground ? 10 : 0))
    case .rgb(let red, let green, let blue): "\(ground ? 48 : 38);2;\(red);\(green);\(blue)"
    }
  }
}
