import Ballot
import Foundation
import Testing

@testable import Archive

@Suite("PINs, passphrases and keys on a stick")
struct CredentialTests {
  private static let pin = StaffSecret(typed: "482913")

  @Test("A credential knows its PIN and no other, and holds nothing of it")
  func secret() throws {
    let credential = try Credential(secret: CredentialTests.pin, cost: 1024)
    #expect(try credential.matches(CredentialTests.pin))
    for other in ["482914", "", "4829130", " 482913"] {
      #expect(try !credential.matches(StaffSecret(typed: other)))
    }
    #expect(!String(decoding: credential.bytes, as: UTF8.self).contains("482913"))
    #expect(
      try Credential(secret: CredentialTests.pin, cost: 1024) != credential, "a salt of its own each time")
    #expect(Credential(bytes: credential.bytes) == credential)
  }

  /// RFC 7914 §12: scrypt("pleaseletmein", "SodiumChloride", N 16384, r 8, p 1), the first 32 bytes.
  @Test("The hash is scrypt's")
  func vector() throws {
    let credential = Credential.secret(
      cost: 16384, salt: Array("SodiumChloride".utf8),
      hash: try #require([UInt8](hex: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")))
    #expect(try credential.matches(StaffSecret(typed: "pleaseletmein")))
  }

  @Test(
    "Damaged credentials are none",
    arguments: [
      "", "{}", "{\"v\":2}", #"{"cost":1000,"hash":"00","kind":"scrypt","salt":"00","v":1}"#,
      #"{"key":"00","kind":"ed25519","v":1}"#, #"{"kind":"none","v":1}"#,
    ])
  func damaged(text: String) {
    #expect(Credential(bytes: Array(text.utf8)) == nil)
  }

  @Test("A key on a stick proves itself with its passphrase, and only where it is")
  func stick() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stick-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let stick = StaffStick(directory: folder)
    let key = try stick.make(passphrase: CredentialTests.pin)
    let other = try stick.make(passphrase: nil)
    #expect(Credential(bytes: Credential.key(key).bytes) == .key(key))
    #expect(try stick.proves(key, context: "box\n1", passphrase: CredentialTests.pin))
    #expect(try stick.proves(other, context: "box\n2", passphrase: nil))
    #expect(throws: CryptoError.self) {
      try stick.proves(key, context: "box\n1", passphrase: StaffSecret(typed: "000000"))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 2 && stick.holds(key))
    // A stick's file system may call every file open to all: that must not stop the key.
    for name in names {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o777], ofItemAtPath: folder.appending(path: name).path)
    }
    #expect(try stick.proves(key, context: "box\n1", passphrase: CredentialTests.pin))
    // Another person's file under this key's name proves nothing.
    let (mine, theirs) = ("kiosk-\(key.bytes.prefix(8).hex).key", "kiosk-\(other.bytes.prefix(8).hex).key")
    try FileManager.default.removeItem(at: folder.appending(path: mine))
    #expect(try !stick.proves(key, context: "box\n1", passphrase: CredentialTests.pin))
    try FileManager.default.copyItem(at: folder.appending(path: theirs), to: folder.appending(path: mine))
    #expect(try !stick.proves(key, context: "box\n1", passphrase: nil))
  }

  @Test("Keys on sticks are what openssl reads; those of earlier releases still open")
  func stickForms() throws {
    let folder = try Folder()
    let stick = StaffStick(directory: folder.url)
    let key = try stick.make(passphrase: CredentialTests.pin)
    let path = folder.file("kiosk-\(key.bytes.prefix(8).hex).key").path
    let openssl = try #require(Tool("openssl"))
    let told = try openssl.run(["pkey", "-in", path, "-passin", "pass:482913", "-pubout"], in: folder.url)
    #expect(told.output == key.pem)
    #expect(try StickKey(path: path, passphrase: "482913").key.publicKey == key)
    // RFC 8032, 7.1, test 1, as the first releases wrote it on a stick without a passphrase.
    let earlier = """
      kiosk secret key v1
      镇街
      d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
      plain 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60

      """
    let old = try #require([UInt8](hex: earlier.split(separator: "\n")[2]).flatMap { PublicKey(bytes: $0) })
    let file = folder.file("kiosk-d75a980182b10ab7.key")
    try earlier.write(to: file, atomically: true, encoding: .utf8)
    #expect(try stick.proves(old, context: "box\n1", passphrase: nil))
    // A guidance body's key is never without a passphrase.
    #expect(throws: CryptoError.malformedKeyFile(path: file.path)) {
      try StickKey(path: file.path, passphrase: "anything")
    }
    try FileManager.default.removeItem(at: file)
    _ = try KeyFile(path: file.path).create(
      try SecretKey(seed: #require([UInt8](hex: earlier.split(separator: "\n")[3].dropFirst(6)))), name: "镇街",
      .passphrase(CredentialTests.pin.text, cost: 1024))
    #expect(try stick.proves(old, context: "box\n1", passphrase: CredentialTests.pin))
    #expect(throws: CryptoError.self) { try stick.proves(old, context: "box\n1", passphrase: nil) }
  }
}
