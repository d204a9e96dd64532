package import Ballot

/// Names and places that are typed here more often than in the rest of the world: those of the roll and of the plan.
package struct PhraseBook: Sendable {
  /// One of them, with what tells it from its namesakes, such as the group.
  package struct Phrase: Sendable, Equatable {
    package let text: String
    package let note: String

    package init(_ text: String, note: String = "") {
      self.text = text
      self.note = note
    }
  }

  private struct Entry: Sendable {
    let phrase: Phrase
    let spelled: SpelledText
  }

  private let entries: [Entry]

  package init(names: [Phrase] = [], places: [Phrase] = [], table: PinyinTable = .unihan) {
    entries =
      names.map { Entry(phrase: $0, spelled: SpelledText(name: $0.text, table: table)) }
      + places.map { Entry(phrase: $0, spelled: SpelledText(text: $0.text, table: table)) }
  }

  /// The phrases that letters stand for, whole ones first.
  ///
  /// A single letter finds nothing: it could be anybody. Where characters were picked already, the phrase has to begin
  /// with them, and the letters stand for what follows.
  package func find(_ letters: String, after picked: String = "", limit: Int = 4) -> [Phrase] {
    let typed = letters.utf8.filter { $0 != UInt8(ascii: "'") }
    guard typed.count >= 2 || (!picked.isEmpty && !typed.isEmpty) else { return [] }
    var (whole, beginning): ([Phrase], [Phrase]) = ([], [])
    for entry in entries {
      switch PhraseBook.fit(entry, typed, picked) {
      case .spelledOut?, .whole?: whole.append(entry.phrase)
      case .beginning?: beginning.append(entry.phrase)
      case .inside?, nil: break
      }
      if whole.count >= limit { break }
    }
    return Array((whole + beginning).prefix(limit))
  }

  private static func fit(_ entry: Entry, _ letters: [UInt8], _ picked: String) -> SpelledText.Fit? {
    if picked.isEmpty { return entry.spelled.fit(letters) }
    guard entry.phrase.text.hasPrefix(picked) else { return nil }
    return entry.spelled.fit(letters, from: picked.unicodeScalars.count)
  }
}
