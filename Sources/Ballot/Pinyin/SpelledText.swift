/// A text with the ways its characters are typed in pinyin, made for comparing with typed letters.
///
/// Matching: each character takes a beginning of one of its readings, in order: `wxm`, `wangxm`, `wxiaom` and
/// `wangxiaoming` all stand for 王小明.
package struct SpelledText: Sendable {
  /// How well letters fit a text, best first.
  package enum Fit: Int, Comparable, Sendable {
    /// The letters spell the whole text, every syllable in full.
    case spelledOut
    /// They stand for the whole text.
    case whole
    /// They stand for its beginning.
    case beginning
    /// They stand for characters after the first.
    case inside

    package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  package let text: String
  /// For each character that has readings, the ways it is typed; the one it is sorted by first.
  let typings: [[[UInt8]]]
  /// The letters that characters begin with, one bit each, to refuse quickly.
  private let initials: UInt32

  package init(name: String, table: PinyinTable = .unihan) {
    let scalars = Array(name.unicodeScalars.filter { $0 != "·" })
    let surname = SurnameReadings.of(scalars) ?? []
    self.init(
      name,
      scalars.enumerated().map { place, scalar in
        let special = place < surname.count ? surname[place] : []
        return special + table.readings(of: scalar).filter { !special.contains($0) }
      })
  }

  package init(text: String, table: PinyinTable = .unihan) {
    self.init(text, text.unicodeScalars.map(table.readings))
  }

  private init(_ text: String, _ readings: [[String]]) {
    self.text = text
    typings = readings.filter { !$0.isEmpty }.map { syllables in
      syllables.flatMap(PinyinTable.typings).map { Array($0.utf8) }
    }
    initials = typings.joined().reduce(0) { $0 | SpelledText.bit($1.first) }
  }

  /// The pinyin that the text is sorted by, `wangxiaoming`.
  package var key: String { typings.compactMap(\.first).map { String(decoding: $0, as: UTF8.self) }.joined() }

  /// How small letters fit; nil when they do not.
  package func fit(_ letters: [UInt8]) -> Fit? {
    guard let first = letters.first, initials & SpelledText.bit(first) != 0 else { return nil }
    if let fit = fit(letters, from: 0) { return fit }
    let isInside = typings.indices.dropFirst().contains { matches(letters[...], from: $0) != nil }
    return isInside ? .inside : nil
  }

  /// How small letters fit what follows the first characters; nil when they do not.
  package func fit(_ letters: [UInt8], from place: Int) -> Fit? {
    guard place < typings.count, !letters.isEmpty else { return nil }
    guard let end = matches(letters[...], from: place) else { return nil }
    if end < typings.count { return .beginning }
    return isSpelled(letters[...], from: place) ? .spelledOut : .whole
  }

  private func isSpelled(_ letters: ArraySlice<UInt8>, from place: Int) -> Bool {
    guard place < typings.count else { return letters.isEmpty }
    return typings[place].contains { typing in
      letters.starts(with: typing) && isSpelled(letters.dropFirst(typing.count), from: place + 1)
    }
  }

  /// Where the match that takes the most characters ends; nil when the letters do not fit from there.
  private func matches(_ letters: ArraySlice<UInt8>, from place: Int) -> Int? {
    if letters.isEmpty { return place }
    guard place < typings.count else { return nil }
    var best: Int?
    for typing in typings[place] {
      let shared = zip(typing, letters).prefix { $0 == $1 }.count
      for taken in stride(from: shared, to: 0, by: -1) {
        guard let end = matches(letters.dropFirst(taken), from: place + 1) else { continue }
        best = max(best ?? 0, end)
      }
    }
    return best
  }

  private static func bit(_ letter: UInt8?) -> UInt32 {
    guard let letter, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { return 0 }
    return 1 << UInt32(letter - UInt8(ascii: "a"))
  }
}
