import Ballot

/// Divides letters into syllables of pinyin.
enum Syllables {
  /// The fewest syllables that use up all letters, the last of which may be unfinished; longest first among equals.
  ///
  /// What fits nothing stands alone, letter by letter. An apostrophe ends a syllable and is dropped.
  static func divide(_ letters: String, _ table: PinyinTable) -> [String] {
    letters.split(separator: "'").flatMap { divide(part: Array($0), table) }
  }

  private static func divide(part letters: [Character], _ table: PinyinTable) -> [String] {
    // best[i] is the best division of the letters from i on; a syllable has at most six.
    var best = [[String]](repeating: [], count: letters.count + 1)
    for start in letters.indices.reversed() {
      // From the longest to the shortest, so that the longest wins among divisions of equal count.
      for end in (start + 1...min(start + 6, letters.count)).reversed() {
        let word = String(letters[start..<end])
        let isUnfinished = end == letters.count && isBeginning(word, table)
        guard end == start + 1 || isUnfinished || table.isSyllable(word) else { continue }
        if best[start].isEmpty || best[end].count + 1 < best[start].count { best[start] = [word] + best[end] }
      }
    }
    return best[0]
  }

  /// Whether a word is the beginning of some syllable.
  private static func isBeginning(_ word: String, _ table: PinyinTable) -> Bool {
    table.syllables(beginning: word).first != nil
  }

  /// The characters of a syllable, or, where it is unfinished, of those that begin so.
  static func characters(_ syllable: String, _ table: PinyinTable) -> [Unicode.Scalar] {
    let exact = table.characters(read: syllable)
    if !exact.isEmpty { return exact }
    return table.syllables(beginning: syllable).flatMap { table.characters(read: $0).prefix(9) }
  }

  /// What is left of letters without their first syllable and apostrophes around it.
  static func rest(of letters: String, after syllable: String) -> String {
    String(letters.drop { $0 == "'" }.dropFirst(syllable.count).drop { $0 == "'" })
  }
}
