import Foundation
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk

@Suite("Keys and witnesses by commands")
struct KeyTests {
  @Test("A rotated key: the log stays sound, old bundles stay known, the old key signs nothing any more")
  func rotation() async throws {
    let box = try await TestBox.sealed()
    let before = try box.open().keys
    for round in 1...2 {
      let said = await box.json("key", "rotate", "--reason", "换主板 \(round)")
      #expect(said.status == 0, "\(said.text)")
    }
    let opened = try box.open()
    #expect(try opened.keys.kiosk.publicKey != before.kiosk.publicKey)
    #expect(try opened.keys.card.publicKey == before.card.publicKey, "cards in people's hands stay good")
    #expect(try opened.keys.name == before.name)
    #expect(try opened.journal.retiredKeys().count == 2)
    #expect(await box.run("journal", "verify").status == 0)
    for bundle in try box.bundles() {
      let verified = await box.json("archive", "verify", bundle.path)
      #expect(verified.objects?.first?["trust"] as? String == "pinned", "\(verified.text)")
    }
    let again = await box.run("archive", "seal", "--new-revision")
    #expect(again.status == 0 || again.text.contains("没有变化"), "\(again.text)")
    // A checkpoint that the old key signs now is found.
    _ = try opened.journal.checkpoint(signedBy: before.signer)
    #expect(await box.json("journal", "verify").errorCode == "journalUnsound")
    let names = try FileManager.default.contentsOfDirectory(atPath: box.home.appending(path: "keys").path)
    #expect(names.sorted() == ["card.key", "kiosk.key"])
  }

  @Test(
    "A power cut in the middle of a rotation is finished, or forgotten, at the next start",
    arguments: [true, false])
  func cutRotation(recorded: Bool) async throws {
    let box = try await TestBox.at(.created)
    let opened = try box.open()
    let (old, facts) = (
      try opened.keys.kiosk.publicKey, try opened.keys.prepareRotation(in: opened.home.keys, reason: "x")
    )
    if recorded {
      let record = Record(
        sequence: opened.state.size + 1, at: Box.wallClock(), by: nil, election: nil,
        event: .keyRotated(facts))
      try opened.journal.append([record.line], after: opened.state.size)
    }
    let next = try box.open()
    #expect(try (next.keys.kiosk.publicKey == old) == !recorded)
    #expect(try next.state.keys?.kioskKey == next.keys.kiosk.publicKey.bytes.hex)
    #expect(await box.run("journal", "checkpoint").status == 0)
    #expect(await box.run("journal", "verify").status == 0)
  }

  @Test("The public key in three spellings, and its code reads as the key text")
  func export() async throws {
    let box = try await TestBox.at(.created)
    #expect(await box.run("key", "export", "--out", box.file("key")).status == 0)
    let vkey = try String(contentsOfFile: box.file("key/kiosk.vkey"), encoding: .utf8)
    #expect(NoteKey(vkey: vkey.dropLast()) == (try box.open().keys.signer.noteKey))
    let openssl = try #require(Tool("openssl"))
    let told = try openssl.run(
      ["pkey", "-pubin", "-in", box.file("key/kiosk.pub.pem"), "-noout", "-text"], in: box.folder)
    #expect(told.status == 0 && told.output.contains("ED25519"))
    let pdftoppm = try #require(Tool("pdftoppm"))
    _ = try pdftoppm.run(
      ["-r", "150", "-png", box.file("key/kiosk-key.pdf"), box.file("page")], in: box.folder)
    let page = try #require(
      try FileManager.default.contentsOfDirectory(atPath: box.folder.path).first { $0.hasPrefix("page") })
    let scanned = await box.json("scan", box.file(page))
    #expect(scanned.objects?.first?["text"] as? String == String(vkey.dropLast()), "\(scanned.text)")
  }

  @Test("With SM2 once, every later bundle is signed by it too, and the key is exported")
  func sm2() async throws {
    let box = try await TestBox.counted()
    #expect(await box.run("key", "export", "--out", box.file("before")).status == 0)
    #expect(!FileManager.default.fileExists(atPath: box.file("before/kiosk.sm2.pub.pem")))
    #expect(await box.run("archive", "seal", "--sm2").status == 0)
    for bundle in try box.bundles() {
      let verified = await box.run("archive", "verify", bundle.path)
      #expect(verified.status == 0 && verified.text.contains("签名 4 个"), "\(verified.text)")
    }
    let old = try #require(try box.open().keys.sm2).publicKey
    #expect(await box.run("key", "rotate", "--reason", "换主板").status == 0)
    let key = try #require(try box.open().keys.sm2).publicKey
    #expect(key != old)
    let facts = try #require(try box.open().rotations().first?.sm2)
    #expect(facts.previous == old.pem && facts.key == key.pem)
    #expect(await box.run("key", "export", "--out", box.file("key")).status == 0)
    #expect(try String(contentsOfFile: box.file("key/kiosk.sm2.pub.pem"), encoding: .utf8) == key.pem)
  }

  @Test(
    "A rotated SM2 key signs what is sealed afterwards, by openssl; the log has both, and old bundles stay good"
  )
  func rotatedSM2() async throws {
    let box = try await TestBox.counted()
    #expect(await box.run("archive", "seal", "--sm2").status == 0)
    #expect(await box.run("key", "rotate", "--reason", "换主板").status == 0)
    #expect(await box.run("journal", "verify").status == 0)
    #expect(await box.run("bulletin", "issue", "B22").status == 0)
    let said = await box.run("archive", "seal", "--new-revision")
    #expect(said.status == 0, "\(said.text)")
    let key = try #require(try box.open().keys.sm2).publicKey
    for bundle in try box.bundles() {
      #expect(await box.run("archive", "verify", bundle.path).status == 0)
      let unpacked = box.folder.appending(path: bundle.lastPathComponent + ".d")
      try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
      _ = try #require(Tool("tar")).run(["-xf", bundle.path, "--strip-components=1"], in: unpacked)
      let pem = try String(contentsOf: unpacked.appending(path: "keys/kiosk.sm2.pub.pem"), encoding: .utf8)
      #expect((pem == key.pem) == bundle.path.contains("_r2."))
      let told = try #require(Tool("openssl")).run(
        [
          "pkeyutl", "-verify", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-pubin",
          "-inkey", "keys/kiosk.sm2.pub.pem", "-in", "tagmanifest-sha256.txt", "-sigfile",
          "sig/tagmanifest.sm2",
        ], in: unpacked)
      #expect(told.status == 0, "\(told.output)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: box.home.appending(path: "keys").path)
    #expect(names.sorted() == ["card.key", "kiosk.key", "sm2.key"])
  }

  @Test("A change of keys that one of them did not sign counts for nothing", arguments: 0..<6)
  func forgedRotation(_ part: Int) throws {
    let folder = try TestBox().folder
    let keys = try KeyStore(directory: folder).withSM2(in: folder)
    let facts = try keys.prepareRotation(in: folder, reason: "x")
    let sm2 = try #require(facts.sm2)
    #expect(facts.isGenuine)
    let (other, wrong) = (try SecretKey(), String(repeating: "0", count: 128))
    let forged = KeyRotated(
      kioskKey: part == 0 ? other.publicKey.bytes.hex : facts.kioskKey, previous: facts.previous,
      byPrevious: part == 1 ? wrong : facts.byPrevious, byNew: part == 2 ? wrong : facts.byNew, reason: "x",
      sm2: part == 3
        ? nil
        : SM2Rotated(
          key: sm2.key, previous: sm2.previous, byPrevious: part == 4 ? sm2.byNew : sm2.byPrevious,
          byNew: part == 5 ? sm2.byPrevious : sm2.byNew))
    #expect(!forged.isGenuine)
  }

  /// A box with an enrolled witness that has cosigned its head; the witness's folder is `street`.
  private func witnessed() async throws -> TestBox {
    let box = try await TestBox.at(.created)
    let made = await box.json("witness", "init", "--dir", box.file("street"), "--name", "street-500112001")
    let vkey = try #require(made.objects?.first?["vkey"] as? String)
    #expect(await box.run("key", "witness", vkey).status == 0)
    #expect(await box.run("key", "export", "--out", box.file("key")).status == 0)
    let said = try await cosign(box, more: ["--kiosk", box.file("key/kiosk.vkey")])
    #expect(said.status == 0, "\(said.text)")
    #expect(await box.run("journal", "cosigned", box.file("cosigned")).status == 0)
    return box
  }

  private func cosign(_ box: TestBox, more: [String] = []) async throws -> Said {
    #expect(await box.run("journal", "request", "--out", box.file("request")).status == 0)
    return await box.json(
      words: [
        "witness", "cosign", box.file("request/request.txt"), "--dir", box.file("street"), "--out",
        box.file("cosigned"),
      ] + more)
  }

  @Test("The supervisor cosigns what goes on from what was seen, and the box keeps it")
  func cosigns() async throws {
    let box = try await witnessed()
    #expect(await box.run("roll", "import", try TestBox.villageRoll(box)).status == 0)
    #expect(try await cosign(box).status == 0)
    #expect(await box.run("journal", "cosigned", box.file("cosigned")).status == 0)
    let witness = try #require(try Home(box.home).witnesses().first)
    let notes = try box.open().journal.checkpoints().filter { $0.standing(of: witness) != .absent }
    #expect(notes.count == 2)
    #expect(await box.run("journal", "verify").status == 0)
    #expect(
      await box.json("witness", "cosign", box.file("request/request.txt"), "--dir", box.file("none"))
        .errorCode
        == "noWitnessKey")
  }

  @Test("A box that was put back to an older state gets no cosignature")
  func rolledBack() async throws {
    let box = try await witnessed()
    let copy = box.folder.appending(path: "copy")
    try FileManager.default.copyItem(at: box.home, to: copy)
    #expect(await box.run("roll", "import", try TestBox.villageRoll(box)).status == 0)
    #expect(try await cosign(box).status == 0)
    #expect(await box.run("journal", "cosigned", box.file("cosigned")).status == 0)
    try FileManager.default.removeItem(at: box.home)
    try FileManager.default.moveItem(at: copy, to: box.home)
    let said = try await cosign(box)
    #expect(said.status == 1 && said.errorCode == "otherStart", "\(said.text)")
  }

  @Test("What is no cosignature of an enrolled supervisor is not taken")
  func strangers() async throws {
    let box = try await witnessed()
    let other = await box.json("witness", "init", "--dir", box.file("other"), "--name", "street-9")
    #expect(other.status == 0)
    #expect(await box.run("journal", "request", "--out", box.file("request")).status == 0)
    let unknown = await box.json(
      "witness", "cosign", box.file("request/request.txt"), "--dir", box.file("other"))
    #expect(unknown.errorCode == "unknownBox")
    let text = try String(contentsOfFile: box.file("cosigned"), encoding: .utf8)
    for (wrong, code) in [
      (text.replacing("street-500112001", with: "street-9"), "notCosigned"), ("x", "notCosigned"),
    ] {
      let said = await box.json("journal", "cosigned", try box.write(wrong, "wrong"))
      #expect(said.errorCode == code)
    }
    #expect(await box.json("key", "witness", box.file("key/kiosk.vkey")).errorCode == "notAWitness")
    #expect(await box.json("key", "witness", box.file("cosigned")).errorCode == "notAKey")
  }
}

extension TestBox {
  /// The village's roll as a file of this box.
  static func villageRoll(_ box: TestBox) throws -> String {
    try village.writeRoll(to: box.file("roll.xlsx"))
    return box.file("roll.xlsx")
  }
}

extension Box {
  /// The changes of keys in the journal.
  fileprivate func rotations() throws -> [KeyRotated] {
    try journal.lines().compactMap { line in
      if case .keyRotated(let facts) = try Record(line: line).event { facts } else { nil }
    }
  }
}
