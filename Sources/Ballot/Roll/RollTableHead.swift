/// The beginning of a table as people look at it before the roll is read: its columns, and what each seems to be.
package struct RollTableHead: Equatable, Sendable {
  /// A column with something in it.
  package struct Column: Hashable, Sendable {
    /// From 0.
    package let index: Int
    package let header: String
    /// What its header means; nil for nothing that a roll needs.
    package let field: RollField?
    /// Its first values, with identity and telephone numbers masked.
    package let samples: [String]

    package var letters: String { RollColumn.letters(index) }
  }

  /// One row of the file; unmasked, so it stays inside.
  private struct Line: Equatable, Sendable {
    let number: Int
    let cells: [RollCell]
  }

  /// So many rows with something in them are enough.
  package static let depth = 60
  private static let mostSamples = 3

  /// The number of the row with the header's words; 0 where there is none.
  package let row: Int
  package let columns: [Column]
  private let lines: [Line]

  /// Takes the first rows of a file, at most `depth` of them, with their numbers.
  package init(_ rows: [(number: Int, cells: [RollCell])]) {
    let header = RollTableHead.header(rows)
    let people = rows.filter { $0.number > header.lastRow }.map(\.cells)
    row = header.row
    columns = header.columns.compactMap { column in
      let samples = RollTableHead.samples(people, column)
      return column.header.isEmpty && samples.isEmpty
        ? nil : Column(index: column.index, header: column.header, field: column.field, samples: samples)
    }
    lines = rows.prefix(RollHeaderSearch.depth).map { Line(number: $0.number, cells: $0.cells) }
  }

  /// Whether another table has the same columns under the same words.
  func isHeaded(like other: RollTableHead) -> Bool {
    row == other.row && columns.map(\.index) == other.columns.map(\.index)
      && columns.map(\.header) == other.columns.map(\.header)
  }

  /// What the reader would understand of these mappings; nil where it would refuse them.
  func understood(_ mappings: [RollMapping]) -> RollHeader? {
    try? RollHeaderSearch(rows: lines.map { ($0.number, $0.cells) }, mappings: mappings).header()
  }
}

// MARK: The header

extension RollTableHead {
  /// The header by its words, else the row above the first person, else none.
  private static func header(_ rows: [RollHeaderSearch.TableRow]) -> RollHeader {
    let head = Array(rows.prefix(RollHeaderSearch.depth))
    let width = rows.map(\.cells.count).max() ?? 0
    let found = RollHeaderSearch(rows: head, mappings: []).guess() ?? rowAbovePeople(head)
    let columns = found?.columns ?? []
    let unnamed = (columns.count..<max(columns.count, width)).map {
      RollColumn(index: $0, header: "", field: nil)
    }
    return RollHeader(row: found?.row ?? 0, lastRow: found?.lastRow ?? 0, columns: columns + unnamed)
  }

  /// Words that mean nothing to the reader are a header all the same, where people begin right below.
  private static func rowAbovePeople(_ rows: [RollHeaderSearch.TableRow]) -> RollHeader? {
    let first = rows.firstIndex { row in
      row.cells.count { !$0.isBlank } >= fewestCells && row.cells.contains(where: tellsOfPerson)
    }
    guard let first else { return nil }
    let words = rows[..<first].last { row in row.cells.count { !$0.isBlank } > 1 }
    return words.map { row in
      RollHeader(
        row: row.number, lastRow: row.number, columns: RollHeaderSearch.columns(row.cells.map(\.headerWord)))
    }
  }

  /// A name, a number or a birth, and a group.
  private static let fewestCells = 3

  /// Whether a cell is a date, or a number as long as a date: every person has one or the other.
  private static func tellsOfPerson(_ cell: RollCell) -> Bool {
    switch cell {
    case .date: true
    case .number(let raw): raw.count >= 8
    case .text(let text): WrittenDay(text) != nil || text.count { $0.isNumber } >= 12
    case .empty, .fault: false
    }
  }

  // MARK: Samples

  private static func samples(_ people: [[RollCell]], _ column: RollColumn) -> [String] {
    let cells = people.lazy.compactMap { $0.indices.contains(column.index) ? $0[column.index] : nil }
    return cells.filter { !$0.isBlank }.prefix(mostSamples).map { cell in
      shown(cell.plainText, as: column.field)
    }
  }

  /// A value on one line; a date written without signs is no number to hide.
  private static func shown(_ text: String, as field: RollField?) -> String {
    let line = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    let isDay = WrittenDay(line) != nil && field != .identityNumber && field != .phone
    return RollRefusal.shown(line, of: isDay ? .birthDate : field)
  }
}
