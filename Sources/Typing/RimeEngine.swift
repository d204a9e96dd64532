import CRime

/// librime's simplified pinyin: words and sentences by frequency.
///
/// Nothing is learned and nothing is kept between two proposals: the letters are given anew each time.
@safe package final class RimeEngine: PinyinEngine {
  private let library: RimeLibrary
  private let session: RimeSessionId
  /// Candidates read at most; further ones are rare characters, which the table of readings has too.
  private static let most = 120

  /// A session of librime; nil when librime or its data is missing.
  package convenience init?() {
    guard let library = RimeLibrary.shared else { return nil }
    self.init(library)
  }

  init?(_ library: RimeLibrary) {
    guard let session = library.newSession() else { return nil }
    self.library = library
    self.session = session
  }

  deinit {
    let session = session
    library.call { api in _ = api.destroy_session(session) }
  }

  package func propose(_ letters: String) -> Proposal {
    library.call { api in
      feed(letters, api)
      guard let preedit = composition(api) else { return .nothing }
      return Proposal(
        syllables: preedit.split(separator: " ").map(String.init), candidates: candidates(api))
    }
  }

  package func take(_ candidate: Int, of letters: String) -> String {
    library.call { api in
      feed(letters, api)
      guard api.select_candidate(session, candidate) != 0 else { return letters }
      let rest = composition(api) ?? ""
      api.clear_composition(session)
      discardCommit(api)
      return RimeEngine.letters(of: rest)
    }
  }

  private func feed(_ letters: String, _ api: RimeApi) {
    api.clear_composition(session)
    for letter in letters.utf8 { _ = api.process_key(session, Int32(letter), 0) }
    discardCommit(api)
  }

  /// What librime shows of the letters: characters already picked, then syllables; nil when nothing is left.
  private func composition(_ api: RimeApi) -> String? {
    var context = unsafe RimeContext()
    unsafe context.data_size = unsafe Int32(MemoryLayout<RimeContext>.size - MemoryLayout<Int32>.size)
    guard unsafe api.get_context(session, &context) != 0 else { return nil }
    defer { _ = unsafe api.free_context(&context) }
    guard unsafe context.composition.length > 0, let text = unsafe context.composition.preedit else {
      return nil
    }
    return unsafe String(cString: text)
  }

  private func candidates(_ api: RimeApi) -> [String] {
    var iterator = unsafe RimeCandidateListIterator()
    guard unsafe api.candidate_list_begin(session, &iterator) != 0 else { return [] }
    defer { unsafe api.candidate_list_end(&iterator) }
    var texts: [String] = []
    while texts.count < RimeEngine.most, unsafe api.candidate_list_next(&iterator) != 0 {
      guard let text = unsafe iterator.candidate.text else { break }
      texts.append(unsafe String(cString: text))
    }
    return texts
  }

  private func discardCommit(_ api: RimeApi) {
    var commit = unsafe RimeCommit()
    unsafe commit.data_size = unsafe Int32(MemoryLayout<RimeCommit>.size - MemoryLayout<Int32>.size)
    if unsafe api.get_commit(session, &commit) != 0 { _ = unsafe api.free_commit(&commit) }
  }

  /// The letters in what librime shows, without the characters picked and the spaces between syllables.
  private static func letters(of preedit: String) -> String {
    String(String.UnicodeScalarView(preedit.unicodeScalars.filter { ("a"..."z").contains($0) }))
  }
}
