import Ballot

/// The check of one row against its table's columns; the sealer and the verifier share it.
struct RowCheck {
  let table: BundleTable
  let bundle: BundleName
  private let columns: [String: BundleTable.Column]

  init(_ table: BundleTable, in bundle: BundleName) {
    self.table = table
    self.bundle = bundle
    columns = Dictionary(table.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Why a line is no row of the table.
  struct Misfit: Error {
    let fault: RowFault
  }

  /// What is wrong with a row; nil when nothing is.
  func fault(in line: [UInt8]) -> RowFault? {
    do throws(Misfit) {
      _ = try row(in: line)
      return nil
    } catch {
      return error.fault
    }
  }

  /// The row in a line.
  func row(in line: [UInt8]) throws(Misfit) -> JSON {
    guard let row = try? JSON(canonical: line), let members = row.members else {
      let isObject = (try? JSON(parsing: line))?.members != nil
      throw Misfit(fault: isObject ? .notCanonical : .notAnObject)
    }
    if let fault = fault(in: row, members) { throw Misfit(fault: fault) }
    return row
  }

  private func fault(in row: JSON, _ members: [String: JSON]) -> RowFault? {
    if table.isLog { return nil }
    if members.contains(where: { fault(at: $0.key, $0.value) != nil }) {
      // Of several faults always the same one is named; only then is there anything to sort.
      return members.sorted { $0.key < $1.key }.lazy.compactMap { fault(at: $0.key, $0.value) }.first
    }
    if let missing = table.columns.first(where: { members[$0.name] == nil }) {
      return .missing(column: missing.name)
    }
    return identityFault(in: row)
  }

  private func fault(at name: String, _ value: JSON) -> RowFault? {
    guard let column = columns[name] else { return .unknownColumn(name) }
    return column.admits(value) ? nil : .wrongValue(column: name)
  }

  private func identityFault(in row: JSON) -> RowFault? {
    let expected: [(String, JSON)] = [
      ("community_code", .string(bundle.community)), ("election_id", .string(bundle.election)),
      ("revision", .integer(bundle.revision)),
    ]
    return expected.first { row[$0.0] != $0.1 }.map { .wrongValue(column: $0.0) }
  }
}

/// What is wrong with a row of a table.
package enum RowFault: Hashable, Sendable {
  case notAnObject
  case notCanonical
  case unknownColumn(String)
  case missing(column: String)
  case wrongValue(column: String)
}

extension BundleTable.Column {
  /// Whether a value may stand in this column.
  func admits(_ value: JSON) -> Bool {
    if value == .null { return isOptional }
    return switch type {
    case .text: value.string != nil
    case .integer: value.integer != nil
    case .boolean: value == .bool(true) || value == .bool(false)
    case .date: value.string.map(Self.isDate) == true
    case .time: value.string.map(Self.isTime) == true
    case .enumeration: value.string.map { labels[$0] != nil } == true
    case .digest: value.string.map { Digest(hex: $0) != nil } == true
    }
  }

  private static func isDate(_ text: String) -> Bool {
    matches(text, "dddd-dd-dd")
  }

  private static func isTime(_ text: String) -> Bool {
    matches(text, "dddd-dd-ddTdd:dd:dd+08:00") || matches(text, "dddd-dd-ddTdd:dd:dd.ddd+08:00")
  }

  /// Whether a text has a digit for each `d` of a pattern and the pattern's own characters elsewhere.
  private static func matches(_ text: String, _ pattern: StaticString) -> Bool {
    let (bytes, form) = (Array(text.utf8), Array(pattern.description.utf8))
    return bytes.count == form.count
      && zip(bytes, form).allSatisfy { $1 == UInt8(ascii: "d") ? 0x30...0x39 ~= $0 : $0 == $1 }
  }
}
