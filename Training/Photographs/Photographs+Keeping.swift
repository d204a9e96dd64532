import Foundation
import Simulator

/// Photographs that are kept for later readers.
extension Photographs {
  static func keep(_ words: [String], _ ballots: Ballots) throws {
    guard words.count >= 6, let first = UInt64(words[4]), let count = UInt64(words[5]) else { return }
    var real = RealStrokes()
    if FileManager.default.fileExists(atPath: words[2]) {
      real = try RealStrokes(file: words[2], unseen: words.dropFirst(6).contains("unseen"))
    }
    real.isWide = words.dropFirst(6).contains("wide")
    try Album(words[3]).fill(
      ballots, real, others: 0.06, frame: words.dropFirst(6).contains("small") ? .standing : .eightMegapixels,
      first: first, count: count, levels: levels(words), change: Change(words, ballots))
  }

  private static func levels(_ words: [String]) -> [Level] {
    guard let names = Photographs.value("levels", words) else { return Level.allCases }
    return Level.allCases.filter { names.split(separator: ",").contains(Substring($0.name)) }
  }

  /// What stands behind `name=` among the words.
  static func value(_ name: String, _ words: [String]) -> String? {
    words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }
}
