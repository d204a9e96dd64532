/// What somebody says that the columns of a table mean, in any state of completeness.
package struct RollColumnsDraft: Equatable, Sendable {
  /// Why a roll cannot be read by these columns.
  package enum Fault: Hashable, Sendable {
    /// No column says this.
    case missing(RollHeaderError.Need)
    /// Several columns say this, by their places among the columns.
    case twice(RollField, columns: [Int])
    /// The headers are so much alike, or so empty, that the reader would understand something else.
    case unclear
  }

  package let head: RollTableHead
  /// What each column is taken for; nil for not used.
  package private(set) var fields: [RollField?]

  /// Begins with what the headers mean.
  package init(_ head: RollTableHead) {
    self.head = head
    fields = head.columns.map(\.field)
  }

  /// Begins with what was said of a table under the same headers, such as this one before it was mended.
  package init(_ head: RollTableHead, after earlier: RollColumnsDraft?) {
    self.init(head)
    if let earlier, earlier.head.isHeaded(like: head) { fields = earlier.fields }
  }

  /// Takes a column for a field.
  package mutating func set(_ field: RollField?, at place: Int) {
    if fields.indices.contains(place) { fields[place] = field }
  }

  /// Goes to the next field that a column could be, or with -1 to the one before; not used is one of them.
  package mutating func turn(_ step: Int, at place: Int) {
    guard fields.indices.contains(place) else { return }
    let all: [RollField?] = [nil] + RollField.allCases
    let at = (all.firstIndex(of: fields[place]) ?? 0) + step
    fields[place] = all[(at % all.count + all.count) % all.count]
  }

  package var faults: [Fault] {
    let missing = RollHeaderError.Need.open(with: Set(fields.compactMap(\.self))).map(Fault.missing)
    let twice = RollField.allCases.compactMap { field -> Fault? in
      let places = fields.indices.filter { fields[$0] == field }
      return places.count > 1 ? .twice(field, columns: places) : nil
    }
    let faults = missing + twice
    return faults.isEmpty && !isUnderstood ? [.unclear] : faults
  }

  /// The column at which a fault is put right.
  package func place(of fault: Fault) -> Int? {
    switch fault {
    case .missing, .unclear: fields.firstIndex(of: nil)
    case .twice(_, let columns): columns.last
    }
  }

  // MARK: For the reader

  /// What has to be said with `--map`; nothing where the headers say it already.
  package var mappings: [RollMapping] {
    guard fields != head.columns.map(\.field) || head.row == 0 else { return [] }
    return zip(head.columns, fields).compactMap { column, field in
      field == nil && column.field == nil ? nil : RollMapping(column: word(of: column), field: field)
    }
  }

  /// A column's header, where no other column has the same, else its letters.
  private func word(of column: RollTableHead.Column) -> String {
    let key = CellText.headerKey(column.header)
    let isAlone = !key.isEmpty && head.columns.count { CellText.headerKey($0.header) == key } == 1
    return isAlone ? column.header : column.letters
  }

  /// Whether the reader understands exactly this, below the row that people see as the header.
  private var isUnderstood: Bool {
    guard let header = head.understood(mappings), header.row == head.row else { return false }
    let wanted = zip(head.columns, fields).compactMap { column, field in field.map { (column.index, $0) } }
    let found = header.columns.compactMap { column in column.field.map { (column.index, $0) } }
    return Dictionary(wanted, uniquingKeysWith: { $1 }) == Dictionary(found, uniquingKeysWith: { $1 })
  }
}
