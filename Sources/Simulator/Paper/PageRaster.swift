package import Foundation

/// Turns the pages of a printed PDF into pictures, by the command `pdftoppm` of poppler-utils.
package enum PageRaster {
  /// Why a page gave no picture.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    case toolMissing(tool: String, package: String)
    case toolFailed(tool: String, status: Int32, message: String)
    case unreadablePicture(bytes: Int)

    package var description: String {
      switch self {
      case .toolMissing(let tool, let package): "The command \(tool) is missing; install \(package)."
      case .toolFailed(let tool, let status, let message): "\(tool) ended with \(status): \(message)"
      case .unreadablePicture(let bytes): "pdftoppm gave \(bytes) bytes that are no picture."
      }
    }
  }

  /// The picture of one page (from 1) in colour.
  package static func load(pdf: URL, page: Int, dpi: Int) throws -> Raster {
    let arguments = ["-q", "-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", pdf.path]
    let output = try run("pdftoppm", arguments)
    guard let raster = Raster(anymap: [UInt8](output), dotsPerMillimetre: Double(dpi) / 25.4) else {
      throw Failure.unreadablePicture(bytes: output.count)
    }
    return raster
  }

  private static func run(_ tool: String, _ arguments: [String]) throws -> Data {
    guard let executable = find(tool) else {
      throw Failure.toolMissing(tool: tool, package: "poppler-utils")
    }
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = executable
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let picture = output.fileHandleForReading.readDataToEndOfFile()
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure.toolFailed(
        tool: tool, status: process.terminationStatus, message: String(decoding: message, as: UTF8.self))
    }
    return picture
  }

  private static func find(_ tool: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(tool) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
