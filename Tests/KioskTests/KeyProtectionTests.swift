import Foundation
import Stand
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk
@testable import Printing

@Suite(
  "Protected keys by commands", .serialized,
  .enabled(if: SoftwareTPM.isInstalled, "swtpm and tpm2-tools are not installed"))
struct KeyProtectionTests {
  private let box: TestBox
  private let code: String

  init() async throws {
    box = try await TestBox.at(.created)
    code = try RecoverySecret.newCode()
    try box.write(code + "\n", "code")
    try box.write("the white sun sets 7\n", "passphrase")
    try box.write("黄河入海流 7\n", "wrong")
  }

  private func protect(_ more: String...) async -> Said {
    await box.json(words: ["key", "protect", "--recovery-file", box.file("code")] + more)
  }

  private func unlock(_ file: String) async -> Said {
    await box.json("key", "unlock", "--passphrase-file", box.file(file))
  }

  private func status() async -> [String: Any] { await box.json("key", "status").objects?.first ?? [:] }

  /// The box's events about its keys.
  private func events() throws -> [Event] {
    try box.open().journal.lines().map { try Record(line: $0).event }.filter {
      [.keyProtected, .keyTried].contains($0.kind)
    }
  }

  @Test(
    "With a TPM everything goes on as before; without it the keys are locked, the code opens, and a new TPM is bound"
  )
  func newBoard() async throws {
    let first = try SoftwareTPM()
    let key = try box.open().keys.kiosk.publicKey
    let said = await protect("--tpm", "--tpm-place", first.place)
    #expect(said.status == 0, "\(said.text)")
    #expect(await box.run("journal", "checkpoint").status == 0)
    #expect(await status()["open"] as? Bool == true)
    try first.clear()
    #expect(await box.json("journal", "checkpoint").errorCode == "tpmOther")
    let told = await box.run("doctor")
    #expect(told.text.contains("✗ 这块安全芯片打不开密钥"), "\(told.text)")
    // What needs no key still works on a locked box.
    for words in [["journal", "verify"], ["election", "show"], ["key", "status"]] {
      #expect(await box.run(words).status == 0)
    }
    #expect(await unlock("wrong").errorCode == "wrongPassphrase")
    #expect(await unlock("code").status == 0)
    #expect(await box.run("journal", "checkpoint").status == 0)
    let second = try SoftwareTPM()
    #expect(await protect("--tpm", "--tpm-place", second.place).status == 0)
    #expect(await box.json("key", "lock").objects?.first?["locked"] as? Bool == false)
    #expect(try box.open().keys.kiosk.publicKey == key)
    #expect(await box.run("journal", "verify").status == 0)
    #expect(
      try events() == [
        .keyProtected(KeyProtected(.protected, ways: [.recovery, .tpm])), .keyTried(KeyTried(.wrong)),
        .keyTried(KeyTried(.opened, way: .recovery)),
        .keyProtected(KeyProtected(.renewed, ways: [.recovery, .tpm])),
      ])
  }

  @Test("A passphrase that cannot be typed at the console is refused with a sentence, and nothing is sealed")
  func untypable() async throws {
    try box.write("白日依山尽 七言之外\n", "chinese")
    let said = await protect("--passphrase-file", box.file("chinese"))
    #expect(said.status == 2 && said.errorCode == "passphraseUntypable")
    #expect(await status()["protected"] as? Bool == false)
  }

  @Test("A passphrase is asked once a start; until then whatever signs says that the keys are locked")
  func passphrase() async throws {
    #expect(await protect("--passphrase-file", box.file("passphrase")).status == 0)
    for words in [["key", "show"], ["journal", "checkpoint"], ["key", "rotate", "--reason", "x"]] {
      #expect(await box.json(words: words).errorCode == "keysLocked")
    }
    #expect(await status()["open"] as? Bool == false)
    #expect(await unlock("passphrase").objects?.first?["unlocked"] as? String == "passphrase")
    #expect(await box.run("key", "rotate", "--reason", "x").status == 0)
    #expect(await box.run("journal", "verify").status == 0)
    #expect(await status()["complete"] as? Bool == true)
    #expect(await box.json("key", "lock").objects?.first?["locked"] as? Bool == true)
    #expect(await box.json("journal", "checkpoint").errorCode == "keysLocked")
    #expect(await box.json("key", "unprotect").errorCode == "keysLocked")
    #expect(await unlock("code").status == 0)
    #expect(await box.run("key", "unprotect").status == 0)
    #expect(await box.run("journal", "checkpoint").status == 0)
    #expect(await unlock("code").errorCode == "keysNotProtected")
  }

  @Test("Wrong tries slow down and never lock; the journal has each of them and nothing that was typed")
  func slow() async throws {
    box.set("2027-04-20")
    #expect(await protect().status == 0)
    for _ in 0..<3 { #expect(await unlock("wrong").errorCode == "wrongPassphrase") }
    #expect(await unlock("code").errorCode == "keysWaiting")
    box.set("2027-04-20", hour: 13)
    #expect(await unlock("code").status == 0)
    #expect(
      try events().suffix(5) == [
        .keyTried(KeyTried(.wrong)), .keyTried(KeyTried(.wrong)), .keyTried(KeyTried(.wrong)),
        .keyTried(KeyTried(.refused)), .keyTried(KeyTried(.opened, way: .recovery)),
      ])
    let written = try box.open().journal.lines().joined()
    for secret in [code, code.replacing("-", with: ""), "黄河"] { #expect(!written.contains(secret)) }
  }

  @Test("The code on paper is the one that is asked for, and nowhere in the home")
  func paper() async throws {
    #expect(await box.run("key", "code", "--paper", box.file("code.pdf")).status == 0)
    _ = try RecoverySecret(typed: try groups(onPaper: "code.pdf").joined(separator: " "))
    #expect(!FileManager.default.fileExists(atPath: box.home.appending(path: "papers/code.pdf").path))
  }

  @Test(
    "Every group stands whole on one line, however wide its letters",
    arguments: ["WWWWW-MMMMM-WMWMW-QQQQQ-GWGWG-DMDMD", "11111-JJJJJ-1J1J1-77777-11111-JJJJJ"])
  func wide(code: String) async throws {
    try RecoveryPaper(code: code).paper.write(
      to: box.file("wide.pdf"), created: Day(daysSince1970: 20_929))
    #expect(try groups(onPaper: "wide.pdf").joined(separator: "-") == code)
  }

  /// The groups of five digits that can be copied from a paper, in their order.
  private func groups(onPaper file: String) throws -> [String] {
    let text = try #require(Tool("pdftotext")).run(["-layout", box.file(file), "-"], in: box.folder).output
    return text.matches(of: /\b[0-9A-HJKMNP-TV-Z]{5}\b/).map { String($0.output) }
  }

  @Test(
    "Killed in the middle of protecting, again and again: the keys always open, and the next run finishes")
  func killed() async throws {
    let kiosk = try #require(Tool.kiosk)
    let keys = box.home.appending(path: "keys")
    let before = try box.open().keys
    let seeds = [before.kiosk, before.card].map { Data($0.seed().hex.utf8) }
    let plain = box.folder.appending(path: "plain")
    try FileManager.default.copyItem(at: keys, to: plain)
    var states: Set<Int> = []
    // Each run is stopped as soon as a file appears that comes later than the one before.
    let marks = ["protection.next", "protection", "card.key.sealing", "kiosk.key.sealing", "never"]
    for mark in marks {
      try FileManager.default.removeItem(at: keys)
      try FileManager.default.copyItem(at: plain, to: keys)
      let words = ["key", "protect", "--recovery-file", box.file("code"), "--home", box.home.path]
      let process = try kiosk.start(words, output: box.folder.appending(path: "killed.out"))
      while process.isRunning {
        if FileManager.default.fileExists(atPath: keys.appending(path: mark).path) {
          kill(process.processIdentifier, SIGKILL)
        }
        usleep(50)
      }
      process.waitUntilExit()
      states.insert(try sealed(keys))
      let vault = KeyVault(directory: keys)
      if try vault.status() == nil {
        try vault.protect(KeyWays(recovery: RecoverySecret(typed: code), cost: 1024))
      }
      let (key, _) = try #require(try vault.open(RecoverySecret(typed: code)))
      let after = try KeyStore(directory: keys, key)
      #expect(
        after.kiosk.publicKey == before.kiosk.publicKey && after.card.publicKey == before.card.publicKey)
      #expect(try vault.status()?.isComplete == true)
      for file in try FileManager.default.contentsOfDirectory(at: keys, includingPropertiesForKeys: nil) {
        let bytes = try Data(contentsOf: file)
        #expect(!seeds.contains { bytes.range(of: $0) != nil }, "\(mark): \(file.lastPathComponent)")
      }
    }
    #expect(states.count > 1, "every run was stopped at the same point: \(states)")
  }

  /// How many key files are sealed.
  private func sealed(_ keys: URL) throws -> Int {
    try ["kiosk.key", "card.key"].count { try !KeyFile(path: keys.appending(path: $0).path).isPlain }
  }

  @Test("The program is not linked with tpm2-tss, so a box without a TPM does not need it")
  func optional() throws {
    let kiosk = try #require(Tool.kiosk)
    let told = try #require(Tool("ldd")).run([kiosk.path], in: box.folder)
    #expect(told.status == 0 && told.output.contains("libcrypto") && !told.output.contains("tss2"))
  }
}
