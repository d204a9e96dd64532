import Archive
import Ballot
import Foundation

/// Follows a count from another process: the running strokes, recomputed from the sheets whenever one is added.
final class CountWatch {
  let election: ElectionID
  private let state: ElectionState
  private let pages: [BallotPage]
  private let view: BallotView
  private let roll: Roll
  private var readings: [ReadingID: (page: Int, lines: [LineReading])] = [:]
  private var version: Int?
  private(set) var read = 0
  private(set) var pending = 0
  private(set) var posts: [Board.Count.Post] = []

  init(_ state: ElectionState, _ home: Home, blob: (String) throws -> [UInt8]) throws {
    self.state = state
    election = state.id
    pages = try BallotPaper(state, batch: state.layout?.batch ?? BatchCode(rawValue: "0001")).layout.pages
    view = try BallotView(directory: home.ballots(state.id.rawValue))
    roll = try Roll(blob(state.roll?.digest ?? ""))
  }

  /// Takes in what was read and decided since.
  func update() throws {
    let now = try view.version()
    if now == version { return }
    for sheet in try view.sheets(except: Set(readings.keys)) {
      readings[sheet.id] = (sheet.page, try KeptReading(json: sheet.json).lines)
    }
    let decisions = Dictionary(grouping: try view.decisions(), by: \.sheet)
    let sheets = try readings.map { id, reading in
      try Ballot.RecordedSheet(
        page: reading.page, lines: reading.lines, decisions: decisions[id]?.map { ($0.line, $0.json) } ?? [])
    }
    read = sheets.count
    pending = sheets.reduce(0) { $0 + $1.undecided.count }
    posts = pages.flatMap { page in
      tally(page, sheets.filter { $0.page == page.page && $0.undecided.isEmpty })
    }
    version = now
  }

  private func tally(_ page: BallotPage, _ sheets: [Ballot.RecordedSheet]) -> [Board.Count.Post] {
    let counted = state.countedPosts(on: page)
    let tally = state.validity.flatMap { Tallier(posts: counted, rules: $0).tally(page: page.page, sheets) }
    return counted.map { post in
      let votes = tally?.posts.first { $0.post == post.id }?.votes ?? [:]
      let printed = post.candidates.enumerated().map { index, candidate in
        Board.Count.Person(
          name: state.printedName(index, candidate.person, of: post.id), votes: votes[candidate.person] ?? 0,
          isWriteIn: false)
      }
      let known = Set(post.candidates.map(\.person))
      let written = votes.filter { !known.contains($0.key) }.sorted {
        ($1.value, $0.key) < ($0.value, $1.key)
      }
      return Board.Count.Post(
        title: state.plan.post(post.id)?.title ?? post.id.rawValue, seats: post.seats,
        persons: printed
          + written.map { Board.Count.Person(name: roll.name($0.key), votes: $0.value, isWriteIn: true) })
    }
  }

  /// The sheet on the table with the names that are printed on it.
  func show(_ sheet: LiveSheet) -> Board.Count.Sheet {
    let lines = pages.first { $0.page == sheet.page }?.lines ?? []
    return Board.Count.Sheet(
      page: sheet.page,
      lines: sheet.lines.compactMap { read in
        lines.first { $0.id == read.id }.map { line in
          Board.Count.Line(
            post: state.plan.post(line.post)?.title ?? line.post.rawValue,
            name: line.kind == .candidate ? line.name : nil, mark: read.mark,
            needsDecision: read.needsDecision)
        }
      })
  }
}

extension ElectionState {
  /// The name on a printed line, or the answer to a question.
  func printedName(_ index: Int, _ person: PersonID, of post: PostID) -> String {
    if let answer = Question.Answer(rawValue: person.rawValue) { return answer.title }
    let candidates = plan.post(post)?.candidates ?? []
    return candidates.indices.contains(index) ? candidates[index].name : ""
  }

  /// The posts of a page with the person on each printed line; a question's answers in their place.
  func countedPosts(on page: BallotPage) -> [CountedPost] {
    if plan.question != nil { return [.question] }
    return page.sections.compactMap { section in
      guard let post = plan.post(section.post) else { return nil }
      let candidates = section.lines.filter { $0.kind == .candidate }.enumerated().map { index, line in
        (line: line.id, person: person(index + 1, of: post.id) ?? PersonID(rawValue: line.id.rawValue))
      }
      return CountedPost(id: post.id, seats: post.seats, candidates: candidates)
    }
  }
}

extension Ballot.RecordedSheet {
  /// A kept reading with what was decided about it, each decision with its line.
  init(page: Int, lines: [LineReading], decisions: [(line: String, json: String)]) throws {
    var decided: [LineDecision] = []
    var void: SheetVoid?
    for decision in decisions {
      let found = try KeptDecision(json: decision.json)
      if let sheet = found.sheet { void = sheet }
      if let line = found.decision(of: decision.line) { decided.append(line) }
    }
    self.init(page: page, lines: lines, decisions: decided, void: void)
  }
}
