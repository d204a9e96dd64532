import Foundation
import Testing

@testable import Archive

@Suite("SM2 signatures of bundles")
struct SM2Tests {
  let folder: Folder
  let key: SM2SecretKey

  init() throws {
    folder = try Folder()
    key = try SM2SecretKey()
  }

  static let check = [
    "pkeyutl", "-verify", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-pubin",
    "-inkey", "keys/kiosk.sm2.pub.pem", "-in", "tagmanifest-sha256.txt", "-sigfile", "sig/tagmanifest.sm2",
  ]

  @Test("openssl verifies the signature in an unpacked bundle, as its README says, and none over other bytes")
  func stock() throws {
    let bundle = try Samples.seal(in: folder.url, sm2: key)
    _ = try Samples.required(Tool("tar")).run(["-xf", bundle.file.path], in: folder.url)
    let bag = folder.url.appending(path: bundle.name.folder)
    let openssl = try Samples.required(Tool("openssl"))
    let outcome = try openssl.run(Self.check, in: bag)
    #expect(outcome.status == 0, "\(outcome.output)")
    let readme = try String(contentsOf: bag.appending(path: "README.txt"), encoding: .utf8)
    let words = readme.split { " \\\n".contains($0) }.map(String.init)
    #expect(Self.check.allSatisfy(words.contains))
    let signed = bag.appending(path: "tagmanifest-sha256.txt")
    var changed = try Data(contentsOf: signed)
    changed[0] ^= 1
    try changed.write(to: signed)
    #expect(try openssl.run(Self.check, in: bag).status != 0)
  }

  @Test("The program verifies what openssl signs, and refuses another signer's name")
  func others() throws {
    let openssl = try Samples.required(Tool("openssl"))
    try Data("message".utf8).write(to: folder.url.appending(path: "m"))
    let run = { (line: String) throws in
      let outcome = try openssl.run(line.split(separator: " ").map(String.init), in: folder.url)
      #expect(outcome.status == 0, "\(line): \(outcome.output)")
    }
    try run("genpkey -algorithm SM2 -out s.pem")
    try run("pkey -in s.pem -pubout -out p.pem")
    let enrolled = try Samples.required(
      SM2PublicKey(pem: String(contentsOf: folder.url.appending(path: "p.pem"), encoding: .utf8)))
    for (name, isOurs) in [("1234567812345678", true), ("8765432187654321", false)] {
      try run("pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:\(name) -inkey s.pem -in m -out g")
      let signature = Array(try Data(contentsOf: folder.url.appending(path: "g")))
      #expect(enrolled.verifies(signature, over: Array("message".utf8)) == isOurs)
      #expect(!enrolled.verifies(signature, over: Array("massage".utf8)))
      #expect(!enrolled.verifies(signature + [0], over: Array("message".utf8)))
    }
    try run("genpkey -algorithm ed25519 -out e.pem")
    try run("pkey -in e.pem -pubout -out q.pem")
    let other = try String(contentsOf: folder.url.appending(path: "q.pem"), encoding: .utf8)
    #expect(SM2PublicKey(pem: other) == nil)
    #expect(SM2PublicKey(pem: "") == nil)
  }

  @Test("Signatures differ and always have the length that the tar keeps for them")
  func length() throws {
    let message = Array("m".utf8)
    let signatures = try (0..<40).map { _ in try key.sign(message) }
    #expect(signatures.allSatisfy { $0.count == SM2PublicKey.signatureSize })
    #expect(Set(signatures).count == 40)
    #expect(signatures.allSatisfy { key.publicKey.verifies($0, over: message) })
  }

  @Test("Sealed twice: the same id and file; another SM2 key makes another bundle")
  func twice() throws {
    let first = try Samples.seal(in: folder.url, sm2: key)
    let again = try Samples.seal(in: folder.url, sm2: key)
    #expect(first == again)
    let elsewhere = try Folder()
    #expect(try Samples.seal(in: elsewhere.url, sm2: key).id == first.id)
    #expect(throws: BundleError.self) { try Samples.seal(in: folder.url, sm2: SM2SecretKey()) }
    #expect(throws: BundleError.self) { try Samples.seal(in: folder.url) }
  }

  @Test("Verifying counts four signatures, finds every flipped byte of the fourth, and its absence")
  func verify() throws {
    let bundle = try Samples.seal(in: folder.url, sm2: key)
    let report = BundleVerifier.verify(bundle.file)
    #expect(report.isSound && report.unchecked == [], "\(report.findings)")
    #expect(report.checks.contains(.signatures(4)))
    let whole = try Data(contentsOf: bundle.file)
    let entry = try Samples.required(
      TarReader.entries(of: File(bundle.file.path, .read)).first { $0.path.hasSuffix("sig/tagmanifest.sm2") })
    let file = folder.file("changed.tar")
    for offset in entry.content..<entry.content + entry.size {
      var changed = whole
      changed[offset] ^= 1
      try changed.write(to: file)
      #expect(BundleVerifier.verify(file).findings == [.signatureWrong("sig/tagmanifest.sm2")])
    }
    var without = whole
    without.removeSubrange(entry.start..<entry.content + TarHeader.padded(entry.size))
    try without.write(to: file)
    #expect(BundleVerifier.verify(file).findings == [.missing("sig/tagmanifest.sm2")])
  }

  @Test("The key is kept in PKCS #8 for the owner alone, and opens with its passphrase only")
  func kept() throws {
    let made = try KeyStore(directory: folder.url, passphrase: "correct horse", cost: 1 << 10)
    #expect(made.sm2 == nil)
    let with = try KeyStore.withSM2(in: folder.url, passphrase: "correct horse")
    let key = try Samples.required(with.sm2)
    #expect(try KeyStore.withSM2(in: folder.url, passphrase: "correct horse").sm2?.publicKey == key.publicKey)
    let path = folder.url.appending(path: "sm2.key").path
    for wrong in [nil, "wrong horse"] {
      #expect(throws: CryptoError.self) {
        try SM2SecretKey(path: path, KeyLock(passphrase: wrong, cost: nil))
      }
    }
    let openssl = try Samples.required(Tool("openssl"))
    let told = try openssl.run(
      ["pkey", "-in", path, "-passin", "pass:correct horse", "-pubout"], in: folder.url)
    #expect(told.output == key.publicKey.pem)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: CryptoError.keyFileIsOpenToOthers(path: path)) {
      try SM2SecretKey(path: path, .passphrase("correct horse", cost: 1024))
    }
  }

  @Test("A file that is no SM2 key is refused", arguments: ["", "x", "-----BEGIN PRIVATE KEY-----\n"])
  func damaged(_ text: String) throws {
    let path = folder.url.appending(path: "sm2.key").path
    _ = try FileSystem.create(Array(text.utf8), at: path, permissions: 0o600)
    #expect(throws: CryptoError.malformedKeyFile(path: path)) {
      try SM2SecretKey(path: path, .none)
    }
  }
}
