import Archive
import Foundation
import Stand
import Testing

@testable import Ballot
@testable import Kiosk

/// The built program killed again and again on its way from sealing to the receipt.
extension UploadTests {
  /// The commands in turn; between the second and the third the receiver answers.
  private static let phases = [
    ["archive", "seal"], ["archive", "upload", "--tries", "1"], ["archive", "upload", "--tries", "1"],
  ]

  @Test(
    "Killed a hundred times while sealing, sending and fetching: one object, one receipt, nothing lost",
    .enabled(if: Tool.kiosk != nil, "the program kiosk is not beside the tests"))
  func hundred() async throws {
    let box = try await TestBox.counted()
    try await box.connect(server, more: "bandwidth: 400")
    var (dice, kills, rounds) = (DemoDice(7, "upload"), 0, 0)
    while kills < 100 {
      let home = box.folder.appending(path: "round-\(rounds)")
      try FileManager.default.copyItem(at: box.home, to: home)
      var (phase, cuts) = (0, 0)
      while phase < Self.phases.count {
        if try run(Self.phases[phase], home, box, &dice, mayKill: cuts < 4 && kills < 100) {
          if phase == 1 { try district.answer(below: "c/\(Self.community)/") }
          (phase, cuts) = (phase + 1, 0)
        } else {
          (kills, cuts) = (kills + 1, cuts + 1)
        }
      }
      try await check(server, home, box)
      try wipe(server)
      rounds += 1
    }
    #expect(rounds >= 100 / 12, "at most four kills at each of the three steps of a round")
  }

  /// Runs a command and perhaps kills it; whether it came to its end by itself.
  private func run(
    _ words: [String], _ home: URL, _ box: TestBox, _ dice: inout DemoDice, mayKill: Bool
  ) throws -> Bool {
    let said = box.folder.appending(path: "said")
    let process = try #require(Tool.kiosk).start(
      words + ["--home", home.path, "--format", "json"], output: said)
    if mayKill {
      usleep(UInt32.random(in: 0..<250_000, using: &dice))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return false }
    let text = try String(contentsOf: said, encoding: .utf8)
    #expect(process.terminationStatus == 0 || text.contains("sealedAlready"), "\(words): \(text)")
    return true
  }

  private func check(_ server: SeaweedServer, _ home: URL, _ box: TestBox) async throws {
    let said = await Said.hearing(["archive", "receipts", "--home", home.path, "--format", "json"])
    let lines = said.objects ?? []
    #expect(said.status == 0 && lines.compactMap { $0["state"] as? String } == ["receipted", "receipted"])
    let keys = lines.compactMap { line in
      (line["bundle"] as? String).map { "c/\(Self.community)/\(line["election"] as? String ?? "")/\($0).tar" }
    }
    let admin = S3Client(try server.place(SeaweedServer.district), clock: { Box.wallClock().seconds })
    let objects = try admin.list(prefix: "c/\(Self.community)/")
    #expect(objects.map(\.key) == keys.sorted())
    #expect(try admin.list(prefix: "receipts/\(Self.community)/").count == 2)
    let opened = try Box(Home(home))
    #expect(try opened.election().bundles.count == 1)
    #expect(try opened.journal.audit(key: opened.keys.signer.noteKey).isSound)
    for file in try FileManager.default.contentsOfDirectory(
      at: opened.home.bundles, includingPropertiesForKeys: nil)
    where file.pathExtension == "tar" {
      #expect(try BundleVerifier.verify(file, trusted: [opened.keys.kiosk.publicKey]).isSound)
      #expect(lines.contains { $0["bundle"] as? String == BundleVerifier.id(of: file)?.hex })
    }
  }

  private func wipe(_ server: SeaweedServer) throws {
    let admin = S3Client(try server.place(SeaweedServer.district), clock: { Box.wallClock().seconds })
    for prefix in ["c/\(Self.community)/", "receipts/\(Self.community)/"] {
      for object in try admin.list(prefix: prefix) { try admin.remove(object.key) }
    }
  }
}
