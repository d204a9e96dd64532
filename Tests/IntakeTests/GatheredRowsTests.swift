import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("Gathered rows")
struct GatheredRowsTests {
  private let district: PracticeDistrict

  init() throws {
    district = try PracticeDistrict()
    try district.enrol(0..<4)
  }

  /// Has the bundles of some boxes accepted.
  private func accept(_ numbers: [Int]) throws {
    for number in numbers {
      let box = try district.box(number)
      try district.put(box, box.draft(sheets: 3))
    }
    #expect(try district.run().accepted == numbers.count)
  }

  /// All files of the segments, by their place below the folder of the rows.
  private func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for segment in try GatheredRows(District(district.home)).update() {
      for name in try FileManager.default.contentsOfDirectory(atPath: segment.path) {
        files["\(segment.lastPathComponent)/\(name)"] = try Data(contentsOf: segment.appending(path: name))
      }
    }
    return files
  }

  /// The rows of a table in all segments, sorted.
  private func rows(_ table: RecordTable) throws -> [String] {
    try files().filter { $0.key.hasSuffix("/\(table.rawValue).ndjson") }
      .flatMap { String(decoding: $0.value, as: UTF8.self).split(separator: "\n").map(String.init) }.sorted()
  }

  /// The same out of the copies, unpacked by tar.
  private func unpacked(_ table: RecordTable) throws -> [String] {
    let script =
      "find \(district.home.path)/accepted -name '*.tar' -exec tar xOf {} --wildcards "
      + "'*/data/tables/\(table.rawValue).ndjson' \\; 2>/dev/null"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
  }

  @Test("They are the rows of the bundles, as tar unpacks them, and come to be bit by bit")
  func same() throws {
    try accept([0, 1])
    let first = try files()
    for table in GatheredRows.tables { #expect(try rows(table) == unpacked(table), "\(table)") }
    #expect(try rows(.tally).isEmpty == false)
    try accept([2, 3])
    let second = try files()
    #expect(first.allSatisfy { second[$0.key] == $0.value } && second.count == 2 * first.count)
    for table in GatheredRows.tables { #expect(try rows(table) == unpacked(table), "\(table)") }
  }

  @Test(
    "Whatever is changed, missing or too much is made again",
    arguments: ["change", "remove", "index", "stray"])
  func rebuilt(_ fault: String) throws {
    try accept([0, 1, 2])
    let before = try files()
    let folder = district.home.appending(path: "supervision/rows")
    let file = folder.appending(path: try #require(before.keys.first { $0.hasSuffix("/tally.ndjson") }))
    let index = file.deletingLastPathComponent().appending(path: RowSegment.index)
    switch fault {
    case "change":
      let text = try String(contentsOf: file, encoding: .utf8).replacing(
        "\"elected\":false", with: "\"elected\":true")
      try text.write(to: file, atomically: false, encoding: .utf8)
      #expect(Data(text.utf8) != before["\(file.deletingLastPathComponent().lastPathComponent)/tally.ndjson"])
    case "remove": try FileManager.default.removeItem(at: file)
    case "index": try FileManager.default.removeItem(at: index)
    default:
      let stray = folder.appending(path: "stray")
      try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: true)
      try Data("{}\n".utf8).write(to: stray.appending(path: "tally.ndjson"))
    }
    #expect(try files() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test("A copy that is not what was accepted is named, and its rows are not taken")
  func damaged() throws {
    try accept([0, 1])
    let copies = district.home.appending(path: "accepted")
    let tars =
      FileManager.default.enumerator(at: copies, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "tar" } ?? []
    let tar = try #require(tars.first)
    var bytes = try Data(contentsOf: tar)
    let place = try #require(bytes.firstRange(of: Data("\"votes\":".utf8)))
    bytes[place.upperBound] ^= 1
    try bytes.write(to: tar)
    let fault = #expect(throws: IntakeFailure.self) { try GatheredRows(District(district.home)).update() }
    #expect(
      fault.map {
        if case .copyDamaged(let path) = $0 { path.hasSuffix(tar.lastPathComponent) } else { false }
      } == true)
  }
}
