import Ballot
import Foundation
import Scanner
import Simulator

/// Reads the photographs of an album and keeps every box for a closer look.
struct AlbumReading {
  let reader: BallotReader

  private static let heads =
    "seed,line,level,truth,label,kind,mark,clear,confidence,doubts,scores,evidence,thickness,features,"
    + "feet,box,hand,pen,width,darkness,size,outside"

  /// Writes OUT.csv, a line a box, and OUT.bin with its patch of 40 × 32 bytes; prints the figures of each level.
  func write(_ folder: String, to out: String) throws {
    let album = Album(folder)
    var (lines, patches) = ([AlbumReading.heads], [UInt8]())
    var scores = Level.allCases.map { _ in Score() }
    for entry in try album.entries() {
      let picture = try album.picture(entry)
      let marks = entry.labels.map { (RealStrokes.Label(rawValue: $0) ?? .other).mark }
      scores[entry.level].add(reader.read(picture), SheetTruth(marks, entry.kinds, entry.names), entry.seed)
      guard let explanation = try? reader.explain(picture) else { continue }
      for (index, box) in explanation.boxes.enumerated() {
        lines.append(line(box, index, entry))
        patches += box.patch
      }
    }
    for (level, score) in zip(Level.allCases, scores) { print(level.name, score) }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: out + ".csv"))
    try Data(patches).write(to: URL(filePath: out + ".bin"))
  }

  private func line(_ box: BoxExplanation, _ index: Int, _ entry: Album.Entry) -> String {
    let label = RealStrokes.Label(rawValue: entry.labels[index]) ?? .other
    let scores = box.networks.joined().map { String(format: "%.5f", $0) }
    let evidence = box.crossEvidence.map { String(format: "%.3f", $0) } ?? ""
    let words: [String] = [
      "\(entry.seed)", "\(index)", "\(entry.level)", label.mark, "\(label)", entry.kinds[index],
      box.line.mark.rawValue, box.line.doubts.isEmpty ? "1" : "0", "\(box.line.confidence)",
      box.line.doubts.map(\.rawValue).joined(separator: " "), scores.joined(separator: " "), evidence,
      box.thickness.map { String(format: "%.3f", $0) } ?? "",
      box.features.map { String(format: "%.4f", $0) }.joined(separator: " "),
    ]
    return (words + ["\(box.feet ?? 0)"] + origin(index, entry)).joined(separator: ",")
  }

  private func origin(_ index: Int, _ entry: Album.Entry) -> [String] {
    let box = (entry.box ?? []).map { String(format: "%g", $0) }.joined(separator: "x")
    guard let origins = entry.origins, let origin = origins[index] else {
      return [box, "", "", "", "", "", ""]
    }
    let numbers = [origin.width, origin.darkness, origin.size, origin.outside]
    return [box, origin.hand ?? "rule", origin.pen.rawValue] + numbers.map { String(format: "%.3f", $0) }
  }
}
