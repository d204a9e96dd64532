import Foundation

/// The programs of others that write files for these tests: LibreOffice, and Python with openpyxl and xlwt.
enum OtherPrograms {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Python with both libraries: the system's, or one of our own under the build folder.
  static let python: String? = {
    let own = root.appending(path: ".build/spreadsheet-peers")
    let candidates = ["/usr/bin/env", own.appending(path: "bin/python3").path]
    let test = ["-c", "import openpyxl, xlwt"]
    if run(candidates[1], test) { return candidates[1] }
    guard run("/usr/bin/env", ["python3", "-m", "venv", own.path]) else { return nil }
    guard run(own.appending(path: "bin/pip").path, ["install", "-q", "openpyxl", "xlwt"]) else { return nil }
    return run(candidates[1], test) ? candidates[1] : nil
  }()

  static let hasOffice = run("/usr/bin/env", ["sh", "-c", "command -v soffice"])

  /// Runs a program to its end; false where it is not there or fails.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: program) else { return false }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
