import Ballot
import Foundation
import Testing

@testable import Archive

@Suite("Hashes and keys")
struct CryptoTests {
  @Test("SHA-256 (FIPS 180-4) and SM3 (GB/T 32905, example 1)")
  func digests() {
    #expect(
      Digest.of("abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest.of("abc", by: .sm3).hex == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
  }

  @Test("Ed25519, RFC 8032 §7.1 test 2")
  func signature() throws {
    let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    let key = try SecretKey(seed: #require([UInt8](hex: seed)))
    #expect(key.publicKey.bytes.hex == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let signature = try key.sign([0x72])
    #expect(
      signature.hex == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    #expect(key.publicKey.verifies(signature, over: [0x72]))
    #expect(!key.publicKey.verifies(signature, over: [0x73]))
    #expect(!key.publicKey.verifies(Array(signature.dropLast()), over: [0x72]))
  }

  @Test("A public key survives PEM, and nothing but its own PEM is read")
  func pem() throws {
    let key = try SecretKey().publicKey
    #expect(PublicKey(pem: key.pem) == key)
    #expect(PublicKey(pem: key.pem + "\n") == nil)
    #expect(PublicKey(pem: key.pem.replacing("PUBLIC", with: "SECRET")) == nil)
  }

  @Test("The same keys come back at every start", arguments: [nil, "correct horse battery"])
  func keyStore(passphrase: String?) throws {
    let folder = try Folder()
    let make = { try KeyStore(directory: folder.url, name: "kiosk-7", passphrase: passphrase, cost: 1024) }
    let (first, second) = (try make(), try make())
    #expect(first.kiosk.publicKey == second.kiosk.publicKey)
    #expect(first.card.publicKey == second.card.publicKey)
    #expect(first.card.publicKey != first.kiosk.publicKey)
    #expect(second.name == "kiosk-7")
    #expect(try FileSystem.names(in: folder.url.path) == ["card.key", "kiosk.key"])
    let secret = first.kiosk.seed().hex
    let text = try String(contentsOf: folder.file("kiosk.key"), encoding: .utf8)
    #expect(text.contains(secret) == (passphrase == nil))
  }

  @Test("A sealed key opens by its passphrase only")
  func wrongPassphrase() throws {
    let folder = try Folder()
    let path = folder.file("kiosk.key").path
    _ = try KeyStore(directory: folder.url, passphrase: "right", cost: 1024)
    #expect(throws: CryptoError.wrongPassphrase(path: path)) {
      try KeyStore(directory: folder.url, passphrase: "wrong")
    }
    #expect(throws: CryptoError.passphraseNeeded(path: path)) { try KeyStore(directory: folder.url) }
  }

  @Test("A key file that others can read, or that was changed, is refused")
  func damagedKeyFile() throws {
    let folder = try Folder()
    let file = folder.file("kiosk.key")
    _ = try KeyStore(directory: folder.url)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    #expect(throws: CryptoError.keyFileIsOpenToOthers(path: file.path)) {
      try KeyStore(directory: folder.url)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    var text = try String(contentsOf: file, encoding: .utf8)
    text = text.replacing("plain ", with: "plain 00")
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    #expect(throws: CryptoError.malformedKeyFile(path: file.path)) { try KeyStore(directory: folder.url) }
  }

  @Test(
    "Key names that a signature line could not hold",
    arguments: ["", "a b", "a+b", "a\nb", "a\u{3000}b", "\u{301}a"])
  func names(name: String) throws {
    #expect(throws: CryptoError.unusableKeyName(name)) {
      try KeyStore(directory: Folder().url, name: name)
    }
  }

  @Test(
    "A point of small order is nobody's key: under it anybody could sign",
    arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8])
  func smallOrder(_ index: Int) throws {
    let ones = [UInt8](repeating: 0xff, count: 30)
    let points: [[UInt8]] = [
      [1] + [UInt8](repeating: 0, count: 31), [UInt8](repeating: 0, count: 32), [0xec] + ones + [0x7f],
      [0xed] + ones + [0x7f], [0xee] + ones + [0x7f], [1] + [UInt8](repeating: 0, count: 30) + [0x80],
      try #require([UInt8](hex: "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")),
      try #require([UInt8](hex: "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85")),
      try #require([UInt8](hex: "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")),
    ]
    if index == 0 {
      // libcrypto takes the neutral point with S = 0 for a signature over anything.
      let forged = points[0] + [UInt8](repeating: 0, count: 32)
      #expect(KeyHandle(publicKey: points[0])?.verifies(forged, over: Array("anything".utf8)) == true)
    }
    #expect(PublicKey(bytes: points[index]) == nil)
    #expect(NoteKey(vkey: "street-1+00000000+\(([0x04] + points[index]).base64)") == nil)
  }
}
