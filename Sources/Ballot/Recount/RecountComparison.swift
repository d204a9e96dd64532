/// Two readings of the same sheets, line by line: how often each finding stands in the one and in the other.
///
/// A comparison of multisets: no order, and no sheet of one reading is matched with a sheet of the other.
package struct RecountComparison: Codable, Sendable, Equatable {
  /// How often something was found in each reading.
  package struct Finding: Codable, Sendable, Equatable {
    /// What: see `RecountTable`.
    package let finding: String
    package let first: Int
    package let second: Int

    package var agrees: Bool { first == second }
  }

  /// One line of a page; `RecountTable.wholeSheet` for what the sheets are as a whole.
  package struct Line: Codable, Sendable, Equatable {
    package let line: LineID
    package let findings: [Finding]

    package var agrees: Bool { findings.allSatisfy(\.agrees) }
  }

  package struct Page: Codable, Sendable, Equatable {
    package let page: Int
    package let first: Int
    package let second: Int
    package let lines: [Line]
  }

  package let format: String
  package let election: String
  package let round: Int
  package let recount: Int
  package let batch: String
  package let pages: [Page]

  package init(
    election: ElectionState, recount: Int,
    pages: [(page: BallotPage, first: RecountTable, second: RecountTable)]
  ) {
    format = "kiosk-comparison/1"
    self.election = election.id.rawValue
    round = election.round
    self.recount = recount
    batch = election.layout?.batch.rawValue ?? ""
    self.pages = pages.map { page, first, second in
      Page(
        page: page.page, first: first.sheets, second: second.sheets,
        lines: ([RecountTable.wholeSheet] + page.lines.map(\.id)).compactMap {
          first.compared(with: second, on: $0)
        }
      )
    }
  }

  package var first: Int { pages.reduce(0) { $0 + $1.first } }
  package var second: Int { pages.reduce(0) { $0 + $1.second } }
  /// The lines that differ.
  package var differing: Int { pages.reduce(0) { $0 + $1.lines.count { !$0.agrees } } }

  package var outcome: RecountClosed.Outcome { differing == 0 && first == second ? .agreed : .differs }

  package var json: String { JSON(encoding: self).canonical }
}
