import Foundation
import Testing

@testable import Spreadsheet

/// A folder of a test's own, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kiosk-spreadsheet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    try Data(bytes).write(to: folder.appending(path: name))
    return path(name)
  }

  /// All rows of what the bytes hold.
  func rows(of bytes: [UInt8], named name: String = "file", limits: Limits = Limits()) throws -> [Row] {
    try Scratch.rows(of: try write(bytes, as: name), limits: limits)
  }

  static func rows(of path: String, limits: Limits = Limits()) throws -> [Row] {
    let workbook = try Workbook.open(path, limits: limits)
    var rows: [Row] = []
    try workbook.forEachRow { row in
      rows.append(row)
      return .next
    }
    return rows
  }
}
