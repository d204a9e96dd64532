package import Ballot

/// What stands on a sheet, known because the simulator wrote it.
package struct Truth: Sendable, Codable, Equatable {
  /// What a box says: the words of `count read`.
  package enum Mark: String, Sendable, Codable { case `for`, against, blank, other }

  /// Whether a name is written in.
  package enum Name: String, Sendable, Codable { case empty, written }

  /// One line of the page.
  package struct Line: Sendable, Codable, Equatable {
    package let id: LineID
    package let kind: MarkKind
    package let mark: Mark
    /// Nil where a name is printed.
    package let name: Name?
  }

  package let page: Int
  package let lines: [Line]
}
