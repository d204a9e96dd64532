import Archive
import Foundation
import Stand
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("The archive by stick, and its settings")
struct UploadSettingsTests {
  private static let receivers = "format: kiosk-archive/1\nreceivers: [\"KEY\"]\n"
  private static let server =
    "endpoint: https://a.example:9000\nbucket: archive\naccessKey: K\nsecretKey: S\n"

  private func text(_ template: String) throws -> String {
    template.replacing("KEY", with: try TestDistrict.key().vkey)
  }

  @Test("Both bundles on a stick, and the receipts back on it")
  func stick() async throws {
    let box = try await TestBox.sealed()
    let settings = try box.write(try text(Self.receivers), "archive.yaml")
    #expect(await box.run("archive", "connect", settings).status == 0)
    #expect(await box.json("archive", "upload").errorCode == "noArchive")
    let stick = box.folder.appending(path: "stick")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    #expect(await box.run("archive", "export", stick.path).status == 0)
    let signer = try NoteSigner(
      checking: "district-500112", key: SecretKey(seed: Array(repeating: 3, count: 32)))
    try answer(stick, signer)
    let said = await box.json("archive", "receipts", "--from", stick.path)
    #expect(said.status == 0, "\(said.text)")
    #expect(said.objects?.compactMap { $0["state"] as? String } == ["receipted", "receipted"])
    #expect(said.objects?.allSatisfy { $0["paper"] != nil } == true)
  }

  /// Answers every bundle on the stick as a receiver does.
  private func answer(_ stick: URL, _ signer: NoteSigner) throws {
    let files = try FileManager.default.contentsOfDirectory(at: stick, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tar" }
    for file in files {
      let id = try #require(BundleVerifier.id(of: file))
      let statement = ReceiptStatement(
        bundle: id, community: "500112001201", election: "2027-1", object: try Digest.ofFile(file),
        size: try Data(contentsOf: file).count, time: Instant(seconds: 1_800_000_000))
      let log = LogTree(lines: [statement.line])
      let text = Checkpoint(origin: signer.name, size: 1, root: log.root).text
      let receipt = try Receipt(statement, at: 0, in: log, head: signer.sign(SignedNote(text: text)))
      let target = stick.appending(path: Receipt.path(community: "500112001201", bundle: id))
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(receipt.description.utf8).write(to: target)
    }
  }

  @Test("A receipt by somebody else is not taken, and nothing changes")
  func forged() async throws {
    let box = try await TestBox.sealed()
    let settings = try box.write(try text(Self.receivers), "archive.yaml")
    #expect(await box.run("archive", "connect", settings).status == 0)
    let stick = box.folder.appending(path: "stick")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    #expect(await box.run("archive", "export", stick.path).status == 0)
    try answer(stick, try NoteSigner(checking: "district-500112", key: SecretKey()))
    #expect(
      await box.json("archive", "receipts", "--from", stick.path).errorCode == "receiptUnproven")
    let said = await box.json("archive", "receipts")
    #expect(said.objects?.compactMap { $0["state"] as? String } == ["sealed", "sealed"])
  }

  @Test("Settings that are taken are readable by their owner alone, and refused when they are not")
  func mode() async throws {
    let box = try await TestBox.sealed()
    let settings = try box.write(try text(Self.receivers + Self.server), "archive.yaml")
    #expect(await box.run("archive", "connect", settings).status == 0)
    let kept = box.home.appending(path: "archive/archive.yaml").path
    let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: kept)
    #expect(await box.json("archive", "upload").errorCode == "settingsOpen")
  }

  @Test(
    "Settings with faults are refused with the line of each",
    arguments: [
      ("", 2), ("format: kiosk-archive/1\n", 1), ("format: other\nreceivers: [\"KEY\"]\n", 1),
      ("format: kiosk-archive/1\nreceivers: [kiosk]\n", 1), (receivers + "speed: 3\n", 1),
      (receivers + server.replacing("https", with: "http"), 1),
      (receivers + server.replacing("bucket: archive\naccessKey: K\n", with: ""), 2),
      (receivers + server + "authority: nothere.pem\nbandwidth: 0\n", 2),
      (receivers + server + "patience: x\n", 1),
    ])
  func faulty(template: String, count: Int) async throws {
    let box = try TestBox()
    let said = await box.json("archive", "connect", try box.write(try text(template), "archive.yaml"))
    #expect(said.status == 2 && said.errorCode == "settingsFaulty", "\(said.text)")
    let details = (said.objects?.last?["error"] as? [String: Any])?["details"] as? [[String: Any]]
    #expect(details?.count == count, "\(said.text)")
    #expect(!FileManager.default.fileExists(atPath: box.home.appending(path: "archive").path))
  }

  @Test("Every trouble has words in both languages", arguments: UploadTrouble.allCases)
  func words(trouble: UploadTrouble) {
    #expect(trouble.sentence.zh.contains { $0.unicodeScalars.first.map { $0.value > 0x4e00 } ?? false })
    #expect(trouble.sentence.zh.hasSuffix("。") && trouble.sentence.en.hasSuffix("."))
  }
}
