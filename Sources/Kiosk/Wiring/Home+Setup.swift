import Archive
import Foundation

extension Home {
  private static let setupFormat = "kiosk-setup/1"
  private static let largestSetup = 1 << 16

  /// The file as it lies on the disk: a format beside the settings.
  private struct File: Codable {
    let format: String
    let setup: Setup

    init(_ setup: Setup) {
      format = Home.setupFormat
      self.setup = setup
    }

    init(from decoder: any Decoder) throws {
      format = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .format)
      setup = try Setup(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Key.self)
      try members.encode(format, forKey: .format)
      try setup.encode(to: encoder)
    }

    private enum Key: String, CodingKey { case format }
  }

  /// How the box is set up; nothing is set where there is no file.
  ///
  /// - Throws: `Failure` when the file is not one of ours: guessing at a station would misjudge cards.
  func readSetup() throws -> Setup {
    guard FileManager.default.fileExists(atPath: setup.path) else { return Setup() }
    let bytes = try InputFile(setup.path, most: Home.largestSetup).bytes
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)),
      file.format == Home.setupFormat, file.setup.isSound
    else { throw Failure.setupMalformed(setup.path) }
    return file.setup
  }

  /// Keeps how the box is set up: all of it, or after a power cut what was there before.
  func keep(_ setup: Setup) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try FileSystem.makeDirectory(root.path)
    try FileSystem.write(Array(encoder.encode(File(setup))) + [0x0a], to: self.setup.path)
  }
}

extension Failure {
  fileprivate static func setupMalformed(_ path: String) -> Failure {
    .unusable(
      "setupMalformed",
      zh: "设置文件 \(path) 读不懂，没有采用。请在“其他事项”的“设置”里重新设置，或用 settings reset 全部取消。",
      en:
        "The settings in \(path) cannot be read and were not used. Set them again on the settings screen, or forget them with settings reset."
    )
  }
}
