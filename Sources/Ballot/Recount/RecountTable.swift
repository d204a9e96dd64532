/// How often each finding stands on each line of one page, over all sheets of one reading.
///
/// Findings on a whole sheet are `valid`, `abstention`, `M16` … `M27`, or `waiting` while a mark on it waits for
/// people; on the lines of a sheet that stands they are `for`, `against`, `blank`, `void-M09` …, `overvoted`, and in a
/// write-in row `for` with the person's number on the roll: `for 17`.
package struct RecountTable: Sendable, Equatable {
  /// The line under which stands what the sheets are as a whole.
  package static let wholeSheet = LineID(rawValue: "*")
  package static let waiting = "waiting"

  package private(set) var sheets = 0
  private var counts: [LineID: [String: Int]] = [:]

  /// Counts the sheets of one page.
  package init(_ sheets: [RecordedSheet], posts: [CountedPost], rules: ValidityRules) {
    for sheet in sheets { add(sheet, posts, rules) }
  }

  /// Sheets on which a mark waits for people.
  package var waiting: Int { counts[RecountTable.wholeSheet]?[RecountTable.waiting] ?? 0 }

  private mutating func add(_ sheet: RecordedSheet, _ posts: [CountedPost], _ rules: ValidityRules) {
    sheets += 1
    guard let verdict = rules.judge(sheet, posts: posts) else {
      return count(RecountTable.waiting, on: RecountTable.wholeSheet)
    }
    count(verdict.standing.name, on: RecountTable.wholeSheet)
    if case .void = verdict.standing { return }
    for section in verdict.sections {
      for (line, found) in section.lines {
        count(section.overvoted ? "overvoted" : RecountTable.name(found, line, sheet), on: line)
      }
    }
  }

  private mutating func count(_ finding: String, on line: LineID) {
    counts[line, default: [:]][finding, default: 0] += 1
  }

  /// The finding's name; with the person where somebody was written in.
  private static func name(_ verdict: LineVerdict, _ line: LineID, _ sheet: RecordedSheet) -> String {
    switch verdict {
    case .for:
      let decision = sheet.decisions.last { $0.line == line }
      guard case .person(let person)? = decision?.finding else { return "for" }
      return "for \(person.rawValue)"
    case .against: return "against"
    case .blank: return "blank"
    case .void(let rule): return "void-\(rule.rawValue)"
    }
  }

  /// The line in both tables, findings by name; nil where neither has anything on it.
  package func compared(with other: RecountTable, on line: LineID) -> RecountComparison.Line? {
    let (mine, theirs) = (counts[line] ?? [:], other.counts[line] ?? [:])
    let names = Set(mine.keys).union(theirs.keys).sorted()
    guard !names.isEmpty else { return nil }
    return RecountComparison.Line(
      line: line,
      findings: names.map {
        RecountComparison.Finding(finding: $0, first: mine[$0] ?? 0, second: theirs[$0] ?? 0)
      })
  }
}

extension SheetVerdict.Standing {
  fileprivate var name: String {
    switch self {
    case .valid: "valid"
    case .abstention: "abstention"
    case .void(let ground): ground.rawValue
    }
  }
}
