import Foundation

/// A program of the system, run to its end.
struct Tool {
  let path: String

  /// The program in PATH, or at a path; nil when it is not installed.
  init?(_ name: String) {
    if name.contains("/"), FileManager.default.isExecutableFile(atPath: name) {
      path = name
      return
    }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  private init(path: String) { self.path = path }

  /// The program under test, beside the test runner.
  static let kiosk: Tool? = {
    let runner = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "kiosk").path
    let arguments = CommandLine.arguments.compactMap { word in
      word.hasSuffix(".xctest")
        ? URL(filePath: word).deletingLastPathComponent().appending(path: "kiosk").path : nil
    }
    return ([runner].compactMap { $0 } + arguments).first { FileManager.default.isExecutableFile(atPath: $0) }
      .map(Tool.init(path:))
  }()

  struct Outcome {
    let status: Int32
    let bytes: [UInt8]
    var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Starts the program; its output goes into a file.
  func start(_ arguments: [String], output: URL) throws -> Process {
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs the program; the output has both streams.
  func run(_ arguments: [String], in folder: URL) throws -> Outcome {
    let output = FileManager.default.temporaryDirectory.appending(path: "said-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, bytes: Array(try Data(contentsOf: output)))
  }
}
