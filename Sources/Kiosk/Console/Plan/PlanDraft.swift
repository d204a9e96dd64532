import Ballot
import Terminal

/// A plan while it is being filled in: pages of entries of fields, in any state of completeness.
struct PlanDraft: Equatable, Sendable {
  /// The pages, in the order in which they are filled in.
  enum Page: String, CaseIterable, Codable, Sendable {
    case community, election, posts, places, staff

    /// Whether entries are added and removed here.
    var isList: Bool { self == .posts || self == .places || self == .staff }
  }

  /// Where a field stands.
  struct Spot: Hashable, Sendable {
    let page: Page
    let entry: Int
    let field: Int
  }

  private(set) var pages: [Page: [[FormField]]]

  /// An empty draft with what is usual: one post, one place, two scrutineers.
  init(year: Int) {
    pages = Dictionary(uniqueKeysWithValues: Page.allCases.map { ($0, [PlanDraft.blank($0)]) })
    pages[.staff]?.append(PlanDraft.blank(.staff))
    pages[.community]?[0][3].input.replace("\(year)-1")
    pages[.staff]?[0][1].input.replace(Officer.Role.chiefScrutineer.rawValue)
  }

  func entries(_ page: Page) -> [[FormField]] { pages[page] ?? [] }

  subscript(spot: Spot) -> FormField? {
    let entries = entries(spot.page)
    guard entries.indices.contains(spot.entry) else { return nil }
    return entries[spot.entry].indices.contains(spot.field) ? entries[spot.entry][spot.field] : nil
  }

  func text(_ page: Page, _ entry: Int, _ field: Int) -> String {
    self[Spot(page: page, entry: entry, field: field)]?.input.text ?? ""
  }

  /// The fields of a page from above to below.
  func spots(_ page: Page) -> [Spot] {
    entries(page).enumerated().flatMap { entry, fields in
      fields.indices.map { Spot(page: page, entry: entry, field: $0) }
    }
  }

  /// Hands a key to a field; false when it has no meaning there.
  mutating func take(_ key: Key, at spot: Spot) -> Bool {
    guard self[spot] != nil else { return false }
    let taken = pages[spot.page]?[spot.entry][spot.field].take(PlanDraft.onOneLine(key), files: []) ?? false
    if spot.page == .posts { keepEmptyLine(spot.entry) }
    return taken
  }

  /// A pasted text is one line, whatever was copied.
  private static func onOneLine(_ key: Key) -> Key {
    guard case .paste(let text) = key else { return key }
    return .paste(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  mutating func add(_ page: Page) {
    if page.isList, entries(page).count < PlanDraft.mostEntries { pages[page]?.append(PlanDraft.blank(page)) }
  }

  /// Takes a candidate out, or a whole entry unless it is the only one; false where nothing can go.
  mutating func remove(_ spot: Spot) -> Bool {
    guard spot.page.isList, self[spot] != nil else { return false }
    if spot.page == .posts, spot.field >= PlanDraft.firstCandidate {
      pages[.posts]?[spot.entry].remove(at: spot.field)
      keepEmptyLine(spot.entry)
      return true
    }
    guard entries(spot.page).count > 1 else { return false }
    pages[spot.page]?.remove(at: spot.entry)
    return true
  }

  /// Below a post's candidates there is always a line for one more.
  private mutating func keepEmptyLine(_ entry: Int) {
    guard let last = entries(.posts)[entry].last, entries(.posts)[entry].count < PlanDraft.mostFields else {
      return
    }
    let isFull = !last.input.isEmpty || entries(.posts)[entry].count == PlanDraft.firstCandidate
    if isFull { pages[.posts]?[entry].append(FormField(.planCandidate, .text, isOptional: true)) }
  }

  // MARK: Fields

  /// Where the candidates begin among a post's fields.
  static let firstCandidate = 2
  private static let mostEntries = 40
  private static let mostFields = 60

  private static func choice(_ values: [(String, Sentence)]) -> FormField.Kind {
    .choice(values.map { FormField.Choice(value: $0.0, words: $0.1) })
  }

  /// The fields of a new entry.
  static func blank(_ page: Page) -> [FormField] {
    switch page {
    case .community:
      [
        FormField(.planCode, .text), FormField(.planCommunity, .text),
        FormField(.planTownship, .text, isOptional: true), FormField(.planID, .text),
        FormField(.planTerm, .number),
      ]
    case .election:
      [
        FormField(.planKind, choice(kinds.map { ($0.rawValue, $0.inPlan) })), FormField(.planDay, .text),
        FormField(.planOpens, .text, value: "08:00"), FormField(.planCloses, .text, value: "16:00"),
        FormField(.planIssuer, .text, isOptional: true),
        FormField(.planPack, choice([("", .planPackByDay)] + packs), isOptional: true),
      ]
    case .posts:
      [
        FormField(.planPost, .text), FormField(.planSeats, .number, value: "1"),
        FormField(.planCandidate, .text, isOptional: true),
      ]
    case .places:
      [
        FormField(.planPlace, .text, value: "村委会"),
        FormField(
          .planPlaceKind, choice([("main", .planMain), ("sub", .planSub), ("station", .planStation)])),
        FormField(.planGroups, .text, isOptional: true),
      ]
    case .staff:
      [
        FormField(.planOfficer, .text),
        FormField(
          .planRole, choice(Officer.Role.allCases.map { ($0.rawValue, $0.inPlan) }),
          value: Officer.Role.scrutineer.rawValue),
      ]
    }
  }

  /// The kinds that fill posts; a question to answer needs more than these fields and comes from a file.
  static let kinds = ElectionKind.allCases.filter {
    !$0.isQuestion && !$0.isOwnersVote && $0 != .runoff && $0 != .freshElection
  }

  private static let packs = RulePack.files.keys.sorted().filter { !$0.hasPrefix("OWN") }
    .map { ($0, Sentence(zh: $0, en: $0)) }
}

extension PlanDraft {
  /// What was typed, to be kept over a power cut: the texts of every page.
  var kept: [String: [[String]]] {
    Dictionary(
      uniqueKeysWithValues: pages.map { page, entries in
        (page.rawValue, entries.map { $0.map(\.input.text) })
      })
  }

  /// Takes in what was kept; what does not fit the fields is left out.
  mutating func restore(_ kept: [String: [[String]]]) {
    for page in Page.allCases {
      guard let entries = kept[page.rawValue], !entries.isEmpty else { continue }
      let most = page.isList ? PlanDraft.mostEntries : 1
      pages[page] = entries.prefix(most).map { PlanDraft.entry(page, $0) }
    }
  }

  private static func entry(_ page: Page, _ texts: [String]) -> [FormField] {
    var fields = blank(page)
    while page == .posts, fields.count < min(texts.count, mostFields) {
      fields.append(FormField(.planCandidate, .text, isOptional: true))
    }
    for (index, text) in texts.enumerated() where fields.indices.contains(index) {
      fields[index].input.replace(text)
    }
    return fields
  }
}
