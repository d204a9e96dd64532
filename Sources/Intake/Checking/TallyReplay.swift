import Archive
import Ballot

/// Adds the ballots of a bundle up again, row by row, without believing any total in it.
///
/// Rows come in the order of the ballots' ids, so one sheet at a time is in memory, and a sheet that is there twice
/// shows at once.
struct TallyReplay {
  private let seats: [String: Int]
  private let names: [String: String]
  private var sheet: [BallotLine] = []
  private var lines: Set<String> = []
  private var last = ""
  private(set) var faults: [Reason] = []
  private(set) var pages: [Int: PageCount] = [:]
  private(set) var posts: [String: PostCount] = [:]

  /// One page of the ballot.
  struct PageCount: Equatable {
    var returned = 0
    var void = 0
    var abstentions = 0
    var valid: Int { returned - void - abstentions }
  }

  /// One post.
  struct PostCount: Equatable {
    var page = 0
    var votes: [String: Int] = [:]
    var against: [String: Int] = [:]
    var abstain: [String: Int] = [:]
    var voidSections = 0
    var nobody = 0
  }

  static let lineLimit = 400
  static let faultLimit = 10

  /// - Parameter stated: Who the posts and persons are; no number of it is used but the seats.
  init(_ stated: StatedResult) {
    seats = Dictionary(
      stated.posts.compactMap { row in
        row["post"]?.string.flatMap { post in row["seats"]?.integer.map { (post, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(
      stated.tally.compactMap { row in
        row["person"]?.string.flatMap { person in row["name"]?.string.map { (person, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes one row in.
  mutating func take(_ row: JSON) {
    guard let line = BallotLine(row) else {
      return fault(row["ballot"]?.string ?? "", .unknownValue)
    }
    if line.ballot != sheet.first?.ballot {
      finishSheet()
      if line.ballot <= last { fault(line.ballot, .order) }
      last = line.ballot
    }
    if seats[line.post] == nil { fault(line.ballot, .unknownPost) }
    if !lines.insert(line.line).inserted || line.page != sheet.first?.page ?? line.page {
      fault(line.ballot, .lineTwice)
    }
    guard sheet.count < Self.lineLimit else { return fault(line.ballot, .tooManyLines) }
    sheet.append(line)
  }

  private mutating func fault(_ ballot: String, _ fault: Reason.BallotFault) {
    if faults.count < Self.faultLimit { faults.append(.ballotRow(ballot: String(ballot.prefix(64)), fault)) }
  }

  /// Counts the sheet whose lines are in hand.
  mutating func finishSheet() {
    guard let first = sheet.first else { return }
    defer {
      sheet.removeAll(keepingCapacity: true)
      lines.removeAll(keepingCapacity: true)
    }
    let isVoid = first.void != nil
    if sheet.contains(where: { $0.void != first.void }) { fault(first.ballot, .lineTwice) }
    let isBlank = !isVoid && sheet.allSatisfy { $0.verdict == .blank }
    var page = pages[first.page] ?? PageCount()
    page.returned += 1
    page.void += isVoid ? 1 : 0
    page.abstentions += isBlank ? 1 : 0
    pages[first.page] = page
    for line in sheet { check(line) }
    for (post, section) in Dictionary(grouping: sheet, by: \.post) {
      count(section, of: post, page: first.page, isVoid: isVoid)
    }
    checkUncounted()
  }

  /// What must hold for any line: people decide what is doubtful, and what they did not decide stays as read.
  private mutating func check(_ line: BallotLine) {
    guard !line.decided else { return }
    if line.certainty == .doubtful || line.reading == .other { fault(line.ballot, .undecided) }
    if line.verdict != LineVerdict(undecided: line.reading) { fault(line.ballot, .verdict) }
  }

  private mutating func count(_ section: [BallotLine], of post: String, page: Int, isVoid: Bool) {
    let overvoted = Self.chosen(section) > seats[post, default: 0]
    var count = posts[post] ?? PostCount(page: page)
    var voted: Set<String> = []
    for line in section where line.counted {
      guard let person = line.person, line.verdict == .for, !isVoid, !overvoted, voted.insert(person).inserted
      else {
        fault(line.ballot, .counted)
        continue
      }
      count.votes[person, default: 0] += 1
    }
    if !isVoid {
      count.voidSections += overvoted ? 1 : 0
      count.nobody += !overvoted && voted.isEmpty ? 1 : 0
      for line in section where !overvoted {
        if line.verdict == .against { count.against[line.line, default: 0] += 1 }
        if line.verdict == .blank { count.abstain[line.line, default: 0] += 1 }
      }
    }
    posts[post] = count
  }

  /// How many persons a section chooses; one without a single vote anywhere has no number, and is one by itself.
  private static func chosen(_ section: [BallotLine]) -> Int {
    let lines = section.filter { $0.verdict == .for }
    return Set(lines.compactMap(\.person)).count + lines.count { $0.person == nil }
  }

  /// A vote that does not count although its section stands is one for a person whom the sheet chose before.
  private mutating func checkUncounted() {
    let isVoid = sheet.first?.void != nil
    let sections = Dictionary(grouping: sheet, by: \.post)
    let counted = Set(sheet.filter(\.counted).compactMap { $0.person.flatMap { names[$0] } })
    for line in sheet where !line.counted && !isVoid && line.verdict == .for {
      guard let person = line.person else { continue }
      if Self.chosen(sections[line.post] ?? []) > seats[line.post, default: 0] { continue }
      if names[person].map(counted.contains) != true { fault(line.ballot, .counted) }
    }
  }
}
