import Foundation

@testable import Intake

/// The query engine of the tests: ClickHouse as a Python module, in `.venv` or in what KIOSK_PYTHON names.
enum Engine {
  static let command: String? = {
    let own = URL(filePath: #filePath).appending(path: "../../../../.venv/bin/python").standardized.path
    let python = ProcessInfo.processInfo.environment["KIOSK_PYTHON"] ?? own
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
    let command = "\(python) -m chdb"
    return (try? ClickHouse(command).run("SELECT 1 AS a")) == nil ? nil : command
  }()

  /// A browser without a window; nil when none is installed.
  static let browser: String? = ["chromium-headless-shell", "chromium"].map { "/usr/bin/\($0)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
