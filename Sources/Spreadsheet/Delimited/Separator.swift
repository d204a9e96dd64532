/// Guesses what stands between the cells of a text table.
enum Separator {
  private static let known = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]

  /// The separator named by Excel's `sep=;` line, or the one that occurs most in the first lines outside quotes.
  static func guess(in text: [UInt8]) -> UInt8 {
    if text.starts(with: Array("sep=".utf8)), text.count > 4, known.contains(text[4]) { return text[4] }
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text.prefix(20_000) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, let place = known.firstIndex(of: byte) else { continue }
      counts[place] += 1
    }
    let most = counts.max() ?? 0
    return most == 0 ? UInt8(ascii: ",") : known[counts.firstIndex(of: most) ?? 1]
  }
}
