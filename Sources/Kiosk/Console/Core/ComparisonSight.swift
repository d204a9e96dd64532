import Ballot

/// What came of comparing both readings, in the words of the ballot.
struct ComparisonSight: Equatable, Sendable {
  /// One finding that stands more often in one reading than in the other.
  struct Difference: Equatable, Sendable {
    let page: Int
    let post: String
    /// The printed name; nil for a write-in row, and for a sheet as a whole.
    let name: String?
    let finding: String
    let first: Int
    let second: Int
    let isWholeSheet: Bool
  }

  let recount: Int
  let batch: String
  let first: Int
  let second: Int
  let waitingFirst: Int
  let waitingSecond: Int
  let differences: [Difference]

  /// Whether every sheet has been read again and nothing waits.
  var isComplete: Bool { second >= first && waitingFirst + waitingSecond == 0 }

  var agrees: Bool { isComplete && differences.isEmpty && first == second }
}

extension ComparisonSight {
  init(_ box: Box) throws { self.init(try RecountDesk(box)) }

  init(_ desk: RecountDesk) {
    let comparison = desk.comparison
    recount = comparison.recount
    batch = comparison.batch
    (first, second) = (comparison.first, comparison.second)
    (waitingFirst, waitingSecond) = desk.waiting
    differences = comparison.pages.flatMap { page in
      page.lines.flatMap { line in
        line.findings.filter { !$0.agrees }.map { finding in
          Difference(finding, on: line.line, page: page.page, desk.first)
        }
      }
    }
  }
}

extension ComparisonSight.Difference {
  fileprivate init(
    _ finding: RecountComparison.Finding, on line: LineID, page number: Int, _ desk: CountDesk
  ) {
    let printed = desk.pages.first { $0.page == number }?.lines.first { $0.id == line }
    page = number
    post = printed.flatMap { desk.election.plan.post($0.post)?.title } ?? ""
    name = printed.flatMap { $0.kind == .writeIn ? nil : $0.name }
    self.finding = finding.finding
    (first, second) = (finding.first, finding.second)
    isWholeSheet = line == RecountTable.wholeSheet
  }
}
