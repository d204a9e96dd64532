import Terminal

/// The colours of the console; each always stands beside a sign or a word that says the same.
enum Palette {
  static let frame = Style(.named(.brightWhite), on: .rgb(24, 58, 110))
  static let frameBold = Style(.named(.brightWhite), on: .rgb(24, 58, 110), bold: true)
  static let good = Style(.named(.brightWhite), on: .rgb(0, 110, 52), bold: true)
  static let bad = Style(.named(.brightWhite), on: .rgb(178, 24, 34), bold: true)
  static let warning = Style(.named(.black), on: .rgb(240, 180, 40), bold: true)
  static let goodText = Style(.named(.green), bold: true)
  static let badText = Style(.named(.red), bold: true)
  static let warningText = Style(.named(.yellow), bold: true)
  static let faint = Style(.named(.gray))
  static let title = Style(.standard, bold: true)
  static let chosen = Style(reversed: true)
  static let key = Style(.standard, bold: true, reversed: true)
}
