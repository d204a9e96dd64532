/// A field of a bulletin or a form: what people call it and what may stand in it.
package struct PaperField: Decodable, Sendable, Equatable {
  package enum Kind: String, Decodable, Sendable {
    case text, day, count
    /// Texts, one after the other.
    case list
    /// Rows with named columns.
    case rows
    /// What only the box knows.
    case facts
  }

  package let zh: String
  package let en: String
  package let type: Kind
  private let box: Bool?
  private let named: [String]?

  private enum CodingKeys: String, CodingKey {
    case zh, en, type, box
    case named = "columns"
  }

  /// Whether the box fills it in; rows that it knows may still be given by staff.
  package var isFromBox: Bool { type == .facts || box ?? false }

  /// The columns of rows: their names and what people call them.
  package var columns: [(name: String, zh: String)] {
    (named ?? []).compactMap { column in
      let parts = column.split(separator: "=").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  package static func == (left: PaperField, right: PaperField) -> Bool {
    left.zh == right.zh && left.en == right.en && left.type == right.type && left.named == right.named
  }
}

/// Why a value cannot stand in a field.
package enum FieldFault: Error, Hashable, Sendable {
  case unknown(String)
  /// The box fills it in; nobody may say otherwise.
  case fromBox(String)
  case notADay(String)
  case notACount(String)
  /// A row with another number of cells.
  case cells(String, have: Int, need: Int)
  case twice(String)
  case wrongShape(String)
  case tooLong(String)
}

extension PaperField {
  /// The most characters of a text.
  package static let longest = 2_000
  /// The most texts or rows of a field.
  package static let most = 5_000

  /// Reads what staff wrote: one text, or several for a list or rows.
  ///
  /// A row's cells are separated by commas, Chinese or not; a list's texts by semicolons.
  package func value(_ name: String, written: [String]) throws(FieldFault) -> JSON {
    if type == .facts { throw .fromBox(name) }
    guard written.allSatisfy({ $0.count <= PaperField.longest }), written.count <= PaperField.most else {
      throw .tooLong(name)
    }
    switch type {
    case .list:
      return .array(
        written.flatMap { $0.split(whereSeparator: { ";；\n".contains($0) }) }.map { .string($0.trimmed) })
    case .rows:
      var rows: [JSON] = []
      for line in written { rows.append(try row(name, line)) }
      return .array(rows)
    case .text, .day, .count, .facts:
      guard written.count == 1 else { throw .twice(name) }
      return try check(name, .string(written[0]))
    }
  }

  private func row(_ name: String, _ line: String) throws(FieldFault) -> JSON {
    let cells = line.split(omittingEmptySubsequences: false, whereSeparator: { ",，".contains($0) })
    let columns = columns
    guard cells.count == columns.count else { throw .cells(name, have: cells.count, need: columns.count) }
    let members = zip(columns, cells).map { ($0.name, JSON.string($1.trimmed)) }
    return .object(Dictionary(members) { first, _ in first })
  }

  /// The value if it has the field's shape; a number or a day may be written as text.
  package func check(_ name: String, _ value: JSON) throws(FieldFault) -> JSON {
    switch (type, value) {
    case (.facts, _): throw .fromBox(name)
    case (.text, .string(let text)):
      guard text.count <= PaperField.longest else { throw .tooLong(name) }
      return .string(text[...].trimmed)
    case (.text, .integer(let number)): return .string(String(number))
    case (.day, .string(let text)):
      guard let day = Day(iso: text[...].trimmed) else { throw .notADay(name) }
      return .string(day.description)
    case (.count, .integer(let number)):
      guard number >= 0 else { throw .notACount(name) }
      return value
    case (.count, .string(let text)):
      guard let number = Int(text[...].trimmed), number >= 0 else { throw .notACount(name) }
      return .integer(number)
    case (.list, .array(let values)):
      guard values.count <= PaperField.most, values.allSatisfy({ $0.string != nil }) else {
        throw .wrongShape(name)
      }
      return value
    case (.list, .string(let text)): return try self.value(name, written: [text])
    case (.rows, .array(let rows)): return try check(name, rows: rows)
    default: throw .wrongShape(name)
    }
  }

  private func check(_ name: String, rows: [JSON]) throws(FieldFault) -> JSON {
    guard rows.count <= PaperField.most else { throw .tooLong(name) }
    let columns = columns.map(\.name)
    var checked: [JSON] = []
    for row in rows {
      guard let members = row.members, Set(members.keys).isSubset(of: columns) else {
        throw .wrongShape(name)
      }
      var full: [String: JSON] = [:]
      for column in columns {
        switch members[column] ?? .string("") {
        case .string(let text): full[column] = .string(text)
        case .integer(let number): full[column] = .string(String(number))
        default: throw .wrongShape(name)
        }
      }
      checked.append(.object(full))
    }
    return .array(checked)
  }
}

extension Substring {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
