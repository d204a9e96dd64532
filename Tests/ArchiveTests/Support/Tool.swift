import Foundation

/// A program of the system, run to its end.
struct Tool {
  let path: String

  /// The program in PATH; nil when it is not installed.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  static func isInstalled(_ name: String) -> Bool { Tool(name) != nil }

  struct Outcome {
    let status: Int32
    let output: String
  }

  /// Runs the program; the output has both streams.
  func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}

/// The bagit.py of PyPI: in PATH, or as a module of python3, or in `.venv`, or in the environment that KIOSK_PYTHON names.
enum Bagit {
  /// The virtual environment beside Package.swift.
  private static let ownPython: String? = {
    let python = URL(filePath: #filePath).appending(path: "../../../../.venv/bin/python").standardized.path
    return FileManager.default.isExecutableFile(atPath: python) ? python : nil
  }()

  static let isInstalled: Bool = (try? command(["--help"], in: URL(filePath: "/")))?.status == 0

  static func command(_ arguments: [String], in folder: URL) throws -> Tool.Outcome {
    let python = ProcessInfo.processInfo.environment["KIOSK_PYTHON"] ?? ownPython ?? "python3"
    guard let env = Tool("env") else { return Tool.Outcome(status: 127, output: "no env") }
    return try env.run([python, "-m", "bagit"] + arguments, in: folder)
  }
}
