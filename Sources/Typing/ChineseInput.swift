package import Ballot

/// A line of Chinese being typed: letters, what was picked so far, and a page of candidates.
///
/// A state machine: each key changes the line and answers what the field has to do. Names and places of the roll and
/// the plan stand before what the engine proposes.
package struct ChineseInput {
  /// A key as the input understands it; everything else belongs to the screen.
  package enum Key: Sendable, Equatable {
    case character(Character)
    case space, enter, backspace, escape, pageUp, pageDown, previous, next
  }

  package enum Action: Sendable, Equatable {
    /// The key is not for typing; the screen may use it.
    case ignored
    /// The line has changed.
    case updated
    /// This text goes into the field.
    case commit(String)
  }

  /// What a field is for, which decides what stands first.
  package enum Field: Sendable {
    /// A person's name: picked character by character, because names are no words.
    case name
    /// Other text: words first.
    case text
  }

  /// One proposal on the page.
  package struct Candidate: Sendable, Equatable {
    package let text: String
    /// What tells it apart: the group of a person; empty otherwise.
    package let note: String
  }

  /// The candidates on a page, picked by 1 to 9.
  package static let pageSize = 9
  /// Letters that a line takes; more are ignored.
  static let longest = 60

  private let engine: any PinyinEngine
  private let table: PinyinTable
  private let phrases: PhraseBook
  private let field: Field

  /// Characters picked for letters that are gone, with those letters, to be taken back.
  private var picked: [(text: String, letters: String)] = []
  /// The letters that are still to be picked for.
  package private(set) var letters = ""
  private var syllables: [String] = []
  private var options: [Option] = []
  package private(set) var page = 0
  /// The candidate that space picks, counted on the page.
  package private(set) var highlighted = 0

  /// A candidate with the way to take it.
  private struct Option {
    enum Source {
      case phrase
      case engine(Int)
      /// A character of the first syllable that only the table has.
      case table
    }

    let candidate: Candidate
    let source: Source
  }

  package init(
    engine: any PinyinEngine, phrases: PhraseBook = PhraseBook(), field: Field = .text,
    table: PinyinTable = .unihan
  ) {
    self.engine = engine
    self.phrases = phrases
    self.field = field
    self.table = table
  }

  /// Whether letters or picked characters wait: then the keys belong to the input.
  package var isComposing: Bool { !letters.isEmpty || !picked.isEmpty }

  /// The characters picked so far, which are not in the field yet.
  package var pickedText: String { picked.map(\.text).joined() }

  /// The letters by syllable, `wang xiao ming`, ü as people write it.
  package var preedit: String {
    syllables.joined(separator: " ").replacing("v", with: "ü")
  }

  /// The candidates of this page.
  package var candidates: [Candidate] { pageOptions.map(\.candidate) }

  package var pageCount: Int { (options.count + ChineseInput.pageSize - 1) / ChineseInput.pageSize }

  private var pageOptions: ArraySlice<Option> {
    options.dropFirst(page * ChineseInput.pageSize).prefix(ChineseInput.pageSize)
  }

  /// Takes one key.
  package mutating func handle(_ key: Key) -> Action {
    guard isComposing else { return begin(key) }
    switch key {
    case .character(let character): return type(character)
    case .space: return pick(highlighted)
    case .enter: return commitAsIs()
    case .backspace: return erase()
    case .escape: return reset()
    case .pageUp: return turn(to: page - 1)
    case .pageDown: return turn(to: page + 1)
    case .previous: return highlight(highlighted - 1)
    case .next: return highlight(highlighted + 1)
    }
  }

  private mutating func begin(_ key: Key) -> Action {
    guard case .character(let character) = key, let letter = ChineseInput.letter(character), letter != "'"
    else { return .ignored }
    letters = String(letter)
    look()
    return .updated
  }

  private mutating func type(_ character: Character) -> Action {
    if let digit = character.wholeNumberValue, character.isASCII {
      return (1...9).contains(digit) ? pick(digit - 1) : .updated
    }
    switch character {
    case "-", "[": return turn(to: page - 1)
    case "=", "]": return turn(to: page + 1)
    default: break
    }
    guard let letter = ChineseInput.letter(character) else { return .updated }
    guard letters.count < ChineseInput.longest else { return .updated }
    letters.append(letter)
    look()
    return .updated
  }

  private static func letter(_ character: Character) -> Character? {
    switch character {
    case "a"..."z", "'": character
    case "A"..."Z": Character(character.lowercased())
    case "ü", "Ü": "v"
    default: nil
    }
  }

  // MARK: Picking

  private mutating func pick(_ place: Int) -> Action {
    let shown = Array(pageOptions)
    guard shown.indices.contains(place) else { return letters.isEmpty ? commitAsIs() : .updated }
    let option = shown[place]
    switch option.source {
    case .phrase:
      defer { _ = reset() }
      return .commit(option.candidate.text)
    case .engine(let index): return take(option, leaving: engine.take(index, of: letters))
    case .table: return take(option, leaving: Syllables.rest(of: letters, after: syllables.first ?? letters))
    }
  }

  private mutating func take(_ option: Option, leaving rest: String) -> Action {
    picked.append((option.candidate.text, String(letters.dropLast(rest.count))))
    letters = rest
    look()
    return letters.isEmpty ? commitAsIs() : .updated
  }

  /// What was picked, and the letters as they are.
  private mutating func commitAsIs() -> Action {
    let text = pickedText + letters
    _ = reset()
    return .commit(text)
  }

  private mutating func erase() -> Action {
    if let last = picked.last, letters.isEmpty || options.isEmpty && letters.count <= 1 {
      picked.removeLast()
      letters = last.letters + letters
    } else if !letters.isEmpty {
      letters.removeLast()
      if letters.isEmpty, let last = picked.popLast() { letters = last.letters }
    }
    look()
    return .updated
  }

  private mutating func reset() -> Action {
    picked = []
    letters = ""
    look()
    return .updated
  }

  private mutating func turn(to asked: Int) -> Action {
    page = max(0, min(asked, pageCount - 1))
    highlighted = 0
    return .updated
  }

  private mutating func highlight(_ asked: Int) -> Action {
    if asked < 0 {
      guard page > 0 else { return .updated }
      _ = turn(to: page - 1)
      highlighted = ChineseInput.pageSize - 1
    } else if asked >= pageOptions.count {
      if page + 1 < pageCount { _ = turn(to: page + 1) }
    } else {
      highlighted = asked
    }
    return .updated
  }

  // MARK: Looking up

  private mutating func look() {
    (page, highlighted) = (0, 0)
    guard !letters.isEmpty else {
      (syllables, options) = ([], [])
      return
    }
    let proposal = engine.propose(letters)
    syllables = proposal.syllables.isEmpty ? [letters] : proposal.syllables
    let learned = phrases.find(letters, after: pickedText).map { phrase in
      Option(candidate: Candidate(text: phrase.text, note: phrase.note), source: .phrase)
    }
    options = learned + ordered(proposal.candidates) + rare(beside: proposal.candidates)
  }

  /// For names the single characters come before the words.
  private func ordered(_ candidates: [String]) -> [Option] {
    let all = candidates.enumerated().map { index, text in
      Option(candidate: Candidate(text: text, note: ""), source: .engine(index))
    }
    guard case .name = field else { return all }
    let isSingle = { (option: Option) in option.candidate.text.unicodeScalars.count == 1 }
    return all.filter(isSingle) + all.filter { !isSingle($0) }
  }

  /// Characters of the first syllable that the engine does not know.
  private func rare(beside candidates: [String]) -> [Option] {
    guard let first = syllables.first, table.isSyllable(first) else { return [] }
    let known = Set(candidates)
    return table.characters(read: first).map { String($0) }.filter { !known.contains($0) }.map {
      Option(candidate: Candidate(text: $0, note: ""), source: .table)
    }
  }
}
