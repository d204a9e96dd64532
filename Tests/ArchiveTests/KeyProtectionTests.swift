import Foundation
import Stand
import Testing

@testable import Archive
@testable import Ballot

@Suite(
  "Protected keys", .serialized,
  .enabled(if: SoftwareTPM.isInstalled, "swtpm and tpm2-tools are not installed"))
struct KeyProtectionTests {
  private let folder: Folder
  private let code: RecoverySecret

  init() throws {
    folder = try Folder(inMemory: true)
    code = try RecoverySecret(typed: RecoverySecret.newCode())
  }

  private var vault: KeyVault { KeyVault(directory: folder.url) }

  private func ways(passphrase: String? = nil, _ tpm: SoftwareTPM? = nil) throws -> KeyWays {
    try KeyWays(recovery: code, passphrase: passphrase, tpm: tpm?.tpm, cost: 1024)
  }

  /// The bytes of every file in the directory.
  private var everything: Data {
    get throws {
      try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
        .reduce(Data()) { try $0 + Data(contentsOf: $1) }
    }
  }

  @Test("Sealed by a TPM, opened by it after a restart; no secret lies open, and the keys are the same")
  func sealed() throws {
    let tpm = try SoftwareTPM()
    let before = try KeyStore(directory: folder.url).withSM2(in: folder.url)
    try vault.protect(ways(tpm))
    #expect(try vault.status() == .init(ways: [.recovery, .tpm], isComplete: true, place: tpm.place))
    for secret in [before.kiosk, before.card] {
      #expect(try everything.range(of: Data(secret.seed().hex.utf8)) == nil)
    }
    #expect(try everything.range(of: Data("BEGIN PRIVATE KEY".utf8)) == nil)
    tpm.switchOff()
    #expect(throws: TPMError.self) { try vault.openByTPM() }
    try tpm.switchOn()
    let after = try KeyStore(directory: folder.url, #require(try vault.openByTPM()))
    #expect(after.kiosk.publicKey == before.kiosk.publicKey && after.card.publicKey == before.card.publicKey)
    #expect(after.sm2?.publicKey == before.sm2?.publicKey && after.name == before.name)
    // Without a key nothing opens, and no other key is made in its place.
    #expect(throws: CryptoError.locked(path: folder.url.appending(path: "kiosk.key").path)) {
      try KeyStore(directory: folder.url)
    }
    try FileManager.default.removeItem(at: folder.url.appending(path: "card.key"))
    #expect(throws: CryptoError.self) { try KeyStore(directory: folder.url) }
  }

  @Test("The TPM was cleared: it refuses, the recovery code opens, and the TPM can be bound again")
  func cleared() throws {
    let tpm = try SoftwareTPM()
    let before = try KeyStore(directory: folder.url)
    try vault.protect(ways(tpm))
    try tpm.clear()
    #expect(throws: TPMError.otherTPM) { try vault.openByTPM() }
    let (key, way) = try #require(try vault.open(code))
    #expect(way == .recovery)
    #expect(try KeyStore(directory: folder.url, key).kiosk.publicKey == before.kiosk.publicKey)
    try vault.renew(key, ways(tpm))
    #expect(try vault.openByTPM() == key)
  }

  @Test("Another machine's TPM refuses what was carried to it")
  func otherTPM() throws {
    let (mine, theirs) = (try SoftwareTPM(), try SoftwareTPM())
    try vault.protect(ways(mine))
    let file = folder.url.appending(path: "protection")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing(mine.place, with: theirs.place).write(to: file, atomically: true, encoding: .utf8)
    #expect(throws: TPMError.otherTPM) { try vault.openByTPM() }
    #expect(try vault.open(code)?.way == .recovery)
  }

  @Test("A TPM without a resource manager has room for ever: every handle is given back")
  func handles() throws {
    let machine = try SoftwareTPM()
    let tpm = try machine.tpm
    let secret = [UInt8](0..<32)
    let seals = try (0..<6).map { _ in try tpm.seal(secret) }
    for seal in seals { #expect(try tpm.unseal(seal) == secret) }
    let other = TPMSeal(publicPart: seals[0].publicPart, privatePart: seals[1].privatePart)
    for _ in 0..<4 { #expect(throws: TPMError.otherTPM) { try tpm.unseal(other) } }
    #expect(try tpm.unseal(seals[5]) == secret)
    machine.switchOff()
  }

  @Test(
    "Passphrase and code open, however the code is typed; what is wrong opens nothing and names the group")
  func typed() throws {
    try vault.protect(ways(passphrase: "July: the fire star"))
    #expect(try vault.open(RecoverySecret(typed: "July: the fire star"))?.way == .passphrase)
    let loose = code.text.lowercased().replacing("-", with: " ").replacing("0", with: "o")
    #expect(try vault.open(RecoverySecret(typed: loose))?.way == .recovery)
    #expect(try vault.open(RecoverySecret(typed: "七月流火")) == nil)
    #expect(try vault.open(RecoverySecret(typed: RecoverySecret.newCode())) == nil)
    #expect(try vault.openByTPM() == nil)
    let groups = code.text.split(separator: "-").map(String.init)
    let wrong = (groups[3].first == "7" ? "8" : "7") + groups[3].dropFirst()
    let text = (groups[..<3] + [wrong] + groups[4...]).joined(separator: "-")
    // One wrong digit in 32 has the same check; then the code opens nothing.
    do { #expect(try vault.open(RecoverySecret(typed: text)) == nil) } catch {
      #expect(error as? KeyProtectionError == .mistyped(group: 4))
    }
  }

  @Test("What can be guessed is refused before anything is changed")
  func short() throws {
    #expect(throws: KeyProtectionError.tooShort(.recovery, least: 16)) {
      try KeyWays(recovery: RecoverySecret(typed: "fifteen letters"))
    }
    #expect(throws: KeyProtectionError.tooShort(.passphrase, least: 8)) { try ways(passphrase: "1234567") }
    for place in ["", "tabrmd:", "libtss2-tcti-cmd.so", "device:/dev/tpm rm0", "cmd:sh"] {
      #expect(throws: TPMError.unusablePlace(place)) { try TPM(place) }
    }
    #expect(throws: TPMError.self) { try vault.protect(KeyWays(recovery: code, tpm: TPM("swtpm:port=1"))) }
    #expect(try vault.status() == nil)
    _ = try KeyStore(directory: folder.url)
  }

  @Test(
    "What no keyboard types is refused, for the passphrase and for a recovery secret of one's own",
    arguments: [
      "七月流火 九月授衣七月流火 九月授衣", "café au lait s'il vous plaît", "１２３４５６７８９０１２３４５６", "tab\tin it is no good",
    ])
  func untypable(text: String) throws {
    #expect(throws: KeyProtectionError.untypable(.passphrase)) { try ways(passphrase: text) }
    #expect(throws: KeyProtectionError.untypable(.recovery)) {
      try KeyWays(recovery: RecoverySecret(typed: text))
    }
  }

  @Test("A protection that was changed anywhere opens nothing by the way that was changed")
  func tampered() throws {
    try vault.protect(ways(passphrase: "open sesame"))
    let file = folder.url.appending(path: "protection")
    let whole = try Data(contentsOf: file)
    for offset in stride(from: 0, to: whole.count, by: 7) where whole[offset] != 0x0a {
      var bytes = whole
      bytes[offset] = whole[offset] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      try bytes.write(to: file)
      let opened = try? [code, RecoverySecret(typed: "open sesame")].compactMap { try vault.open($0) }
      #expect(opened?.count ?? 0 < 2, "byte \(offset)")
    }
    try whole.write(to: file)
    // The two lines cannot stand in for each other.
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let swapped =
      lines[..<2] + ["recovery" + lines[3].dropFirst(10), "passphrase" + lines[2].dropFirst(8)]
    try (swapped.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    #expect(try vault.open(code) == nil)
  }

  @Test("What a power cut left open is sealed at the next opening; nothing is lost at any step")
  func cut() throws {
    let before = try KeyStore(directory: folder.url).withSM2(in: folder.url)
    let names = ["kiosk.key", "card.key", "sm2.key"]
    let plain = try names.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    try vault.protect(ways())
    let (key, _) = try #require(try vault.open(code))
    let sealed = try names.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    for done in 0...names.count {
      for (index, name) in names.enumerated() {
        let file = folder.url.appending(path: name)
        try (index < done ? sealed[index] : plain[index]).write(to: file)
        // Before the exchange the new bytes lie beside the old, after it the old ones do.
        if index == done { try sealed[index].write(to: folder.url.appending(path: "\(name).sealing")) }
        if index == done - 1 { try plain[index].write(to: folder.url.appending(path: "\(name).sealing")) }
      }
      #expect(try vault.status()?.isComplete == false)
      let after = try KeyStore(directory: folder.url, key)
      #expect(
        after.kiosk.publicKey == before.kiosk.publicKey && after.card.publicKey == before.card.publicKey)
      #expect(after.sm2?.publicKey == before.sm2?.publicKey)
      #expect(try vault.status()?.isComplete == true)
      #expect(try everything.range(of: Data(before.kiosk.seed().hex.utf8)) == nil)
    }
  }

  @Test("Keys are rotated and laid open under their protection, SM2 included")
  func rotated() throws {
    _ = try KeyStore(directory: folder.url).withSM2(in: folder.url)
    try vault.protect(ways())
    let (key, _) = try #require(try vault.open(code))
    let old = try KeyStore(directory: folder.url, key)
    let facts = try old.prepareRotation(in: folder.url, reason: "x")
    #expect(facts.isGenuine)
    let new = try #require(try old.adoptNext(facts.kioskKey, sm2: facts.sm2?.key, in: folder.url))
    #expect(new.kiosk.publicKey.bytes.hex == facts.kioskKey && new.sm2?.publicKey.pem == facts.sm2?.key)
    #expect(try vault.status()?.isComplete == true)
    try vault.remove(key)
    #expect(try vault.status() == nil)
    #expect(try KeyStore(directory: folder.url).kiosk.publicKey == new.kiosk.publicKey)
    #expect(throws: KeyProtectionError.notProtected) { try vault.open(code) }
  }

  @Test("The key in memory is taken from a directory of ours alone")
  func memory() throws {
    let place = folder.url.appending(path: "run/kiosk-1/keys").path
    let key = try VaultKey()
    try OpenedVault(path: place).keep(key)
    #expect(try OpenedVault(path: place).key() == key)
    let directory = folder.url.appending(path: "run/kiosk-1").path
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: directory)
    #expect(try OpenedVault(path: place).key() == nil)
    #expect(throws: FileFault.self) { try OpenedVault(path: place).keep(key) }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
    try OpenedVault(path: place).forget()
    #expect(try OpenedVault(path: place).key() == nil)
  }
}
