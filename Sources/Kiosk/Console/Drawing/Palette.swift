import Terminal

/// The colours of the console; each always stands beside a sign or a word that says the same.
enum Palette {
  static let frame = Style(.named(.brightWhite), on: .rgb(24, 58, 110))
  static let frameBold = Style(.named(.brightWhite), on: .rgb(24, 58, 110), bold: true)
  static let good = Style(.named(.brightWhite), on: .rgb(0, 110, 52), bold: true)
  static let bad = Style(.named(.brightWhite), on: .rgb(178, 24, 34), bold: true)
  static let warning = Style(.named(.black), on: .rgb(240, 180, 40), bold: true)
  static let goodText = Style(.rgb(92, 214, 130), bold: true)
  static let badText = Style(.rgb(255, 118, 118), bold: true)
  static let warningText = Style(.rgb(255, 206, 84), bold: true)
  /// Less than the rest, and still to be read from two metres away.
  static let faint = Style(.rgb(164, 172, 182))
  static let title = Style(.standard, bold: true)
  static let chosen = Style(reversed: true)
  static let key = Style(.standard, bold: true, reversed: true)
}
