import Ballot
import Foundation

/// The query engine, run as a program of its own: `clickhouse local`, or the same engine as a Python module.
struct ClickHouse {
  private let words: [String]

  /// The engine in a command such as `python3 -m chdb`; the first that is installed when nil.
  ///
  /// - Throws: `IntakeFailure.engineMissing`.
  init(_ command: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let named = command ?? environment["INTAKE_CLICKHOUSE"]
    let candidates = named.map { [$0] } ?? ["clickhouse-local", "clickhouse local"]
    let split = candidates.map { $0.split(separator: " ").map(String.init) }
    let found = split.lazy.compactMap { words -> [String]? in
      guard let name = words.first, let path = Self.find(name, in: folders) else { return nil }
      return [path] + words.dropFirst()
    }.first
    guard let found else { throw IntakeFailure.engineMissing }
    words = found
  }

  private static func find(_ name: String, in folders: [String]) -> String? {
    let places = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private var isPython: Bool { words.contains("chdb") }

  /// Runs statements; the rows of all of them, one JSON object each, in order.
  ///
  /// - Throws: `IntakeFailure.engineFailed` with what the engine said.
  func run(_ sql: String) throws -> [JSON] {
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    let options =
      isPython ? [sql, "JSONEachRow"] : ["--multiquery", "--query", sql, "--output-format", "JSONEachRow"]
    process.arguments = Array(words.dropFirst()) + options
    let files = try (0..<2).map { _ in try Scratch() }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = files[0].handle
    process.standardError = files[1].handle
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw IntakeFailure.engineFailed(String(files[1].text().suffix(600)))
    }
    let lines = files[0].text().split(separator: "\n")
    let rows = lines.compactMap { try? JSON(parsing: String($0)) }
    guard rows.count == lines.count else { throw IntakeFailure.engineFailed(String(lines.first ?? "")) }
    return rows
  }

  /// Makes the tables and runs queries over them.
  ///
  /// - Returns: The rows of each query.
  func answers(
    to queries: [SupervisionQuery], over tables: SupervisionTables,
    _ manner: SupervisionTables.Manner = .loaded
  ) throws -> [SupervisionQuery: [JSON]] {
    let sql = queries.map { query in
      "SELECT '\(query.rawValue)' AS `\(Self.marker)`;\n\(query.sql.trimmingCharacters(in: .whitespacesAndNewlines));\n"
    }
    let rows = try run(Self.settings + tables.statements(manner, for: queries) + sql.joined())
    var answers: [SupervisionQuery: [JSON]] = [:]
    var current: SupervisionQuery?
    for row in rows {
      if let name = row[Self.marker]?.string {
        current = SupervisionQuery(rawValue: name)
        if let current { answers[current] = [] }
      } else if let current {
        answers[current]?.append(row)
      }
    }
    guard answers.count == queries.count else {
      throw IntakeFailure.engineFailed("\(answers.count)/\(queries.count)")
    }
    return answers
  }

  private static let marker = "#query"
  private static let settings = "SET output_format_json_quote_64bit_integers = 0;\n"
}

/// A file for what a program says, which may be more than a pipe holds; gone with the value.
private final class Scratch {
  let handle: FileHandle
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString)")
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
      throw IntakeFailure.unreadable(url.path)
    }
    handle = try FileHandle(forUpdating: url)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func text() -> String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
}
