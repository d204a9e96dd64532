import Ballot
import Foundation
import Scanner
import Simulator

/// Photographs that are kept with what stands on them, so that they can be read again by every later reader.
struct Album {
  /// One photograph and what stands in its boxes.
  struct Entry: Codable {
    let file: String
    let seed: UInt64
    let level: Int
    /// For each line, which of `RealStrokes.Label` stands there.
    let labels: [UInt8]
    let kinds: [String]
    let names: [Bool]
    /// By whom and by what each mark was made; albums of earlier releases do not say.
    var origins: [DrawnMark.Origin?]?
    /// Width and height of the boxes, millimetres.
    var box: [Double]?
  }

  private let folder: URL

  init(_ folder: String) { self.folder = URL(filePath: folder) }

  /// Takes COUNT photographs, levels in turn, and writes each when it is taken; those that are there are kept.
  func fill(
    _ ballots: Ballots, _ real: RealStrokes, others: Double, frame: Frame, first: UInt64, count: UInt64,
    levels: [Level] = Level.allCases, change: Change = Change()
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for seed in first..<first + count where levels.contains(Photographs.level(seed)) {
      let note = folder.appending(path: "\(seed).json")
      guard !FileManager.default.fileExists(atPath: note.path) else { continue }
      let level = Photographs.level(seed)
      let photograph = try Photograph(
        level, of: ballots, real: real, others: others, frame: frame, seed: seed, change: change)
      try Data(photograph.jpeg).write(to: folder.appending(path: "\(seed).jpg"))
      let entry = Entry(
        file: "\(seed).jpg", seed: seed, level: level.rawValue, labels: photograph.labels.map(\.rawValue),
        kinds: photograph.kinds, names: photograph.names, origins: photograph.marks.map(\.origin),
        box: photograph.page.lines.first.map { [$0.box.w, $0.box.h] })
      try JSONEncoder().encode(entry).write(to: note)
    }
  }

  /// All photographs, in the order of their seeds.
  func entries() throws -> [Entry] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .map { try JSONDecoder().decode(Entry.self, from: Data(contentsOf: $0)) }
      .sorted { $0.seed < $1.seed }
  }

  func picture(_ entry: Entry) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: entry.file)))
  }
}
