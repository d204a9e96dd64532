/// Mandarin readings of Chinese characters: without tones, ü written v, as people type them.
///
/// 41,000 characters of all planes from the Unihan database, so that 赟, 镕 and 𬭎 are found too; `PinyinData` names
/// source and licence.
package struct PinyinTable: Sendable {
  package static let unihan = PinyinTable(lines: PinyinData.lines)

  private let readingsOf: [Unicode.Scalar: [String]]
  private let charactersOf: [String: [Unicode.Scalar]]
  private let sorted: [String]

  /// - Parameter lines: One line a syllable: `wan 完晚…|莞…`, usual readings before the bar.
  init(lines: String) {
    var readings: [Unicode.Scalar: [String]] = [:]
    var characters: [String: [Unicode.Scalar]] = [:]
    for line in lines.split(separator: "\n") {
      let halves = line.split(separator: " ", maxSplits: 1)
      guard halves.count == 2 else { continue }
      let (syllable, scalars) = (String(halves[0]), halves[1].unicodeScalars)
      var isUsual = true
      for scalar in scalars {
        if scalar == "|" {
          isUsual = false
        } else if isUsual {
          readings[scalar, default: []].insert(syllable, at: 0)
        } else {
          readings[scalar, default: []].append(syllable)
        }
      }
      characters[syllable] = scalars.filter { $0 != "|" }
    }
    readingsOf = readings
    charactersOf = characters
    sorted = characters.keys.sorted()
  }

  /// The readings of a character, the usual one first; none for what is no Chinese character.
  package func readings(of character: Unicode.Scalar) -> [String] { readingsOf[character] ?? [] }

  /// The characters with a reading, frequent ones first.
  package func characters(read syllable: String) -> [Unicode.Scalar] { charactersOf[syllable] ?? [] }

  /// The syllables that begin with letters, in alphabetical order.
  package func syllables(beginning letters: String) -> ArraySlice<String> {
    let start = sorted.partitioningIndex { $0 >= letters }
    return sorted[start...].prefix { $0.hasPrefix(letters) }
  }

  package func isSyllable(_ letters: String) -> Bool { charactersOf[letters] != nil }

  /// The ways people type a syllable: lv is also typed lu and lyu, lve also lue.
  static func typings(of syllable: String) -> [String] {
    guard let v = syllable.firstIndex(of: "v") else { return [syllable] }
    let (head, tail) = (syllable[..<v], syllable[syllable.index(after: v)...])
    return [syllable, head + "u" + tail] + (tail.isEmpty ? [head + "yu"] : [])
  }
}

extension Array {
  /// The first index whose element fulfils a condition that all later ones fulfil too.
  fileprivate func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
