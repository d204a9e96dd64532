import Foundation
import Scanner

/// How many codes are found in a folder of photographs with their texts beside them.
enum CodeScore {
  static func measure(_ folder: String, onlyQR: Bool) throws {
    let reader = CodeReader(onlyQR: onlyQR)
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var (found, wrong, all, milliseconds) = (0, 0, 0, 0.0)
    for file in files.sorted() where file.hasSuffix(".png") || file.hasSuffix(".jpg") {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(file)
      guard
        let text = try? String(
          contentsOf: url.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
      else { continue }
      all += 1
      // The picture is in memory, as it is for the peers.
      guard let image = try? GrayImage(decoding: [UInt8](Data(contentsOf: url))) else { continue }
      var codes: [CodeReading] = []
      milliseconds += Stopwatch.least(2) { codes = reader.codes(in: image) }
      let wanted = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if codes.contains(where: { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) == wanted }) {
        found += 1
      } else if !codes.isEmpty {
        wrong += 1
        print(file, "says", codes.map(\.text))
      }
    }
    print("found", found, "of", all, "other text", wrong, "mean ms", milliseconds / Double(max(all, 1)))
  }
}
