import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("The receiver killed at any instant")
struct KilledTests {
  /// The program under test, beside the test runner.
  private static let program: String? = {
    let runner = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "intake").path
    let arguments = CommandLine.arguments.compactMap { word in
      word.hasSuffix(".xctest")
        ? URL(filePath: word).deletingLastPathComponent().appending(path: "intake").path : nil
    }
    return ([runner].compactMap { $0 } + arguments).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test("However often it is killed, every bundle ends with one answer and one receipt, and nothing is lost")
  func killed() throws {
    let program = try #require(Self.program)
    let district = try PracticeDistrict()
    let count = 16
    try district.enrol(0..<count)
    let objects = try (0..<count).map { number in
      let box = try district.box(number)
      return try district.put(box, box.draft(sheets: 2))
    }
    var dice = PracticeDice(seed: 8)
    var kills = 0
    for _ in 0..<12 {
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["run", "--home", district.home.path, "--store", district.store.path]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 20_000...300_000, using: &dice))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
    }
    _ = try district.run()
    #expect(kills > 0)
    let ledger = try District(district.home).ledger
    #expect(ledger.answers.count == count && ledger.accepted.count == count)
    #expect(Set(ledger.accepted.keys) == Set(objects.map(\.bundle)))
    for object in objects { #expect(try district.receipt(for: object)?.statement.verdict == .accepted) }
    let verified = district.say("verify", "--home", district.home.path, "--store", district.store.path)
    #expect(verified.status == 0, "\(verified.out)")
    let left = try FileManager.default.contentsOfDirectory(atPath: district.home.path)
    #expect(!left.contains { $0.hasPrefix("checking-") }, "\(left)")
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: district.home.appending(path: "accepted").path)
        .count { $0.hasSuffix(".tar") } == count)
  }
}
