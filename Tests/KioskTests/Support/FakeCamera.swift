import Foundation
import Testing

@testable import Scanner

/// Cameras of a test's own: folders that a library between the program and the kernel shows as `/dev/videoN`.
final class FakeCamera {
  /// Where the cameras are.
  let folder: URL
  private let library: String
  private var node = 0
  private var written = 0

  /// A camera at `/dev/video0`; nil where there is no compiler.
  init?(in folder: URL, modes: [String] = ["MJPG 1536 2048 15", "MJPG 1280 720 30"]) throws {
    guard let built = FakeCamera.built else { return nil }
    library = built
    self.folder = folder.appending(path: "video")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try set("name", "Stand camera")
    try set("modes", modes.joined(separator: "\n"))
  }

  /// The library, compiled once for all tests.
  private static let built: String? = {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Peers/video/fakevideo.c").standardizedFileURL.path
    let to = FileManager.default.temporaryDirectory.appending(path: "fakevideo-\(UUID().uuidString).so").path
    let said = try? Tool("cc")?.run(
      ["-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", to, source], in: URL(filePath: "/"))
    return said?.status == 0 ? to : nil
  }()

  static var isThere: Bool { built != nil }

  private var place: URL { folder.appending(path: "video\(node)") }

  /// What a program needs in its environment to see these cameras.
  var environment: [String] { ["FAKE_VIDEO=\(folder.path)", "LD_PRELOAD=\(library)"] }

  /// Writes one of the camera's files in one go.
  func set(_ name: String, _ text: String) throws { try set(name, Array(text.utf8)) }

  private func set(_ name: String, _ bytes: [UInt8]) throws {
    written += 1
    let part = folder.appending(path: "part-\(written)")
    try Data(bytes).write(to: part)
    guard unsafe rename(part.path, place.appending(path: name).path) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  /// Holds a picture under the camera.
  func show(_ jpeg: [UInt8]) throws {
    let file = try ImageFile(jpeg)
    try set("\(file.width)x\(file.height).jpg", jpeg)
  }

  /// Holds a picture under a camera that sends YUV 4:2:2.
  func showUnpacked(_ image: GrayImage) throws {
    let bytes = (0..<image.width * image.height).flatMap { dot in
      [image[dot % image.width, dot / image.width], UInt8(128)]
    }
    try set("\(image.width)x\(image.height).raw", bytes)
  }

  /// An empty table of this size.
  func clear(_ width: Int, _ height: Int) throws { try show(FakeCamera.table(width, height)) }

  static func table(_ width: Int, _ height: Int) throws -> [UInt8] {
    try ColourImage(GrayImage(width: width, height: height, shade: 118)).jpeg()
  }

  /// Makes the camera fail in a way, or, with nil, work again.
  func fail(_ fault: String?) throws { try set("fault", fault ?? "") }

  func unplug() throws {
    guard unsafe rename(place.path, folder.appending(path: "away").path) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  /// Plugs the camera in again, under this number.
  func plug(as number: Int) throws {
    node = number
    guard unsafe rename(folder.appending(path: "away").path, place.path) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  /// What was set on the camera: control, value.
  func controls() throws -> [UInt32: Int] {
    let text = try String(contentsOf: place.appending(path: "controls"), encoding: .utf8)
    let pairs = text.split(separator: "\n").map { $0.split(separator: " ") }
    return Dictionary(
      pairs.compactMap { pair in
        guard pair.count == 2, let id = UInt32(pair[0]), let value = Int(pair[1]) else { return nil }
        return (id, value)
      }, uniquingKeysWith: { $1 })
  }

  /// Runs the program with these cameras.
  func run(_ words: [String], home: URL) throws -> Tool.Outcome {
    let kiosk = try #require(Tool.kiosk)
    let env = try #require(Tool("env"))
    return try env.run(environment + [kiosk.path, "--home", home.path] + words, in: folder)
  }
}
