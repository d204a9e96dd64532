/// Finds the header among the first rows of a table, below merged titles, in one row or in two.
struct RollHeaderSearch {
  /// How many rows are looked at.
  static let depth = 20

  typealias TableRow = (number: Int, cells: [RollCell])

  private struct Candidate {
    let row: Int
    let lastRow: Int
    let words: [String]
    /// Fields that the words mean by themselves.
    let fields: Int
  }

  let rows: [TableRow]
  let mappings: [RollMapping]

  /// The header, or nil inside where the mappings by letters make one needless.
  func header() throws(RollHeaderError) -> RollHeader {
    guard let best = bestCandidate() else { return try headerless() }
    return try header(of: best)
  }

  private func bestCandidate() -> Candidate? {
    var best: Candidate?
    for index in rows.indices {
      for candidate in candidates(at: index) where candidate.fields > (best?.fields ?? 1) { best = candidate }
    }
    return best
  }

  /// The row alone, then the row with the one below it where that fills what merged cells left empty.
  private func candidates(at index: Int) -> [Candidate] {
    let row = rows[index]
    let words = row.cells.map(\.headerWord)
    let single = Candidate(row: row.number, lastRow: row.number, words: words, fields: fields(in: words))
    guard index + 1 < rows.count, single.fields > 0 else { return [single] }
    let below = rows[index + 1]
    guard let both = joined(words, below.cells.map(\.headerWord)) else { return [single] }
    return [single, Candidate(row: row.number, lastRow: below.number, words: both, fields: fields(in: both))]
  }

  /// Two rows of one header, or nil where the lower one says something under a word already understood.
  private func joined(_ upper: [String], _ lower: [String]) -> [String]? {
    var both = upper
    for (index, word) in lower.enumerated() where !word.isEmpty {
      if index >= both.count { both += Array(repeating: "", count: index + 1 - both.count) }
      if RollHeaderWords.match(both[index]) != nil { return nil }
      both[index] = word
    }
    return both
  }

  private func fields(in words: [String]) -> Int {
    var seen: Set<RollField> = []
    for word in words {
      if let match = RollHeaderWords.match(word) { seen.insert(match.field) }
    }
    for mapping in mappings {
      if let field = mapping.field, words.contains(where: { same($0, mapping.column) }) { seen.insert(field) }
    }
    return seen.count
  }

  private func same(_ header: String, _ name: String) -> Bool {
    CellText.headerKey(header) == CellText.headerKey(name) && !header.isEmpty
  }
}

extension RollHeaderSearch {
  /// A table without a header is read where letters have been mapped to all that a roll needs.
  private func headerless() throws(RollHeaderError) -> RollHeader {
    let mapped = mappings.compactMap { mapping -> RollColumn? in
      RollColumn.index(letters: mapping.column).map {
        RollColumn(index: $0, header: "", field: mapping.field)
      }
    }
    let header = RollHeader(row: 0, lastRow: 0, columns: mapped)
    guard mapped.isEmpty || !needs(of: header).isEmpty else { return header }
    let words = rows.flatMap { $0.cells.map(\.headerWord) }.filter { !$0.isEmpty }
    throw .noHeader(rowsSeen: rows.count, words: Array(words.prefix(20)))
  }

  /// What is taken for the header without any mapping, right or not; nil where no row looks like one.
  ///
  /// Several columns may mean one needed field: which is meant, only people know.
  func guess() -> RollHeader? {
    bestCandidate().map { best in
      RollHeader(row: best.row, lastRow: best.lastRow, columns: surest(RollHeaderSearch.columns(best.words)))
    }
  }

  /// The columns under these words, each with what its word means by itself.
  static func columns(_ words: [String]) -> [RollColumn] {
    words.enumerated().map { index, word in
      RollColumn(index: index, header: word, field: RollHeaderWords.match(word)?.field)
    }
  }

  private func header(of candidate: Candidate) throws(RollHeaderError) -> RollHeader {
    let found = RollHeaderSearch.columns(candidate.words)
    let chosen = try decided(override(found), row: candidate.row)
    let header = RollHeader(row: candidate.row, lastRow: candidate.lastRow, columns: chosen)
    let missing = needs(of: header)
    let shown = chosen.filter { !$0.header.isEmpty }
    guard missing.isEmpty else { throw .missing(missing, row: candidate.row, found: shown) }
    return header
  }

  /// Applies the mappings; a mapped field is taken away from every other column.
  private func override(_ found: [RollColumn]) throws(RollHeaderError) -> [RollColumn] {
    var columns = found
    for mapping in mappings {
      guard let place = place(of: mapping.column, in: found) else {
        throw .unknownColumn(mapping.column, found: found.filter { !$0.header.isEmpty })
      }
      columns = columns.map { column in
        if column.index == place {
          RollColumn(index: place, header: column.header, field: mapping.field)
        } else if let field = mapping.field, column.field == field {
          RollColumn(index: column.index, header: column.header, field: nil)
        } else {
          column
        }
      }
    }
    return columns
  }

  private func place(of name: String, in found: [RollColumn]) -> Int? {
    if let column = found.first(where: { same($0.header, name) }) { return column.index }
    return RollColumn.index(letters: name).flatMap { $0 < found.count ? $0 : nil }
  }

  /// One column a field: two of a needed field are refused, of another the surer header is taken.
  private func decided(_ columns: [RollColumn], row: Int) throws(RollHeaderError) -> [RollColumn] {
    for field in RollField.allCases where RollHeaderSearch.needed.contains(field) {
      let rivals = columns.filter { $0.field == field }
      if rivals.count > 1 { throw .ambiguous(field, row: row, columns: rivals) }
    }
    return surest(columns)
  }

  /// Of several columns of a field that is not needed, the one with the surest header.
  private func surest(_ columns: [RollColumn]) -> [RollColumn] {
    var result = columns
    for field in RollField.allCases where !RollHeaderSearch.needed.contains(field) {
      let rivals = columns.filter { $0.field == field }
      guard rivals.count > 1 else { continue }
      let best = rivals.min { rank($0) < rank($1) }
      for rival in rivals where rival != best {
        result[rival.index] = RollColumn(index: rival.index, header: rival.header, field: nil)
      }
    }
    return result
  }

  private static let needed: Set<RollField> = [.name, .sex, .identityNumber, .birthDate, .group]

  private func rank(_ column: RollColumn) -> Int { RollHeaderWords.match(column.header)?.rank ?? Int.max }

  private func needs(of header: RollHeader) -> [RollHeaderError.Need] {
    RollHeaderError.Need.open(with: Set(header.columns.compactMap(\.field)))
  }
}

extension RollHeaderError.Need {
  /// What a roll must tell and these fields do not.
  static func open(with fields: Set<RollField>) -> [RollHeaderError.Need] {
    var needs: [RollHeaderError.Need] = []
    if !fields.contains(.name) { needs.append(.one(.name)) }
    if fields.isDisjoint(with: [.sex, .identityNumber]) { needs.append(.either(.sex, .identityNumber)) }
    if fields.isDisjoint(with: [.birthDate, .identityNumber]) {
      needs.append(.either(.identityNumber, .birthDate))
    }
    if !fields.contains(.group) { needs.append(.one(.group)) }
    return needs
  }
}

extension RollCell {
  /// The text as a header's word, without what cannot be one.
  var headerWord: String {
    guard case .text(let text) = self else { return "" }
    return String(CellText.clean(text).prefix(100))
  }
}
