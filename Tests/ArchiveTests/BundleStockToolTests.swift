import Foundation
import Testing

@testable import Archive

/// A bundle unpacked by GNU tar and checked by programs that know nothing of ours.
@Suite("Bundles and the tools of any Linux")
struct BundleStockToolTests {
  let folder: Folder
  let bag: URL
  let bundle: SealedBundle

  init() throws {
    folder = try Folder()
    bundle = try Samples.seal(in: folder.url)
    bag = folder.url.appending(path: bundle.name.folder)
    let tar = try Samples.required(Tool("tar"))
    let outcome = try tar.run(["-xf", bundle.file.path], in: folder.url)
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
  }

  /// What the commands of a bundle's README must say.
  struct Check: CustomTestStringConvertible, Sendable {
    let program: String
    let arguments: [String]
    var testDescription: String { ([program] + arguments).joined(separator: " ") }
  }

  static let checks = [
    Check(
      program: "sha256sum",
      arguments: ["-c", "--strict", "--quiet", "tagmanifest-sha256.txt", "manifest-sha256.txt"]),
    Check(
      program: "openssl",
      arguments: [
        "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "keys/kiosk.pub.pem", "-in",
        "tagmanifest-sha256.txt",
        "-sigfile", "sig/tagmanifest.ed25519",
      ]),
    Check(
      program: "minisign",
      arguments: [
        "-V", "-p", "keys/kiosk.signify.pub", "-x", "sig/tagmanifest.minisig", "-m", "tagmanifest-sha256.txt",
      ]),
    Check(
      program: "signify-openbsd",
      arguments: [
        "-V", "-p", "keys/kiosk.signify.pub", "-x", "sig/tagmanifest.signify", "-m", "tagmanifest-sha256.txt",
      ]),
    Check(program: "xmllint", arguments: ["--noout", "data/文件目录.XML"]),
    Check(
      program: "bash",
      arguments: [
        "-c",
        """
        n=0; while read -r sum file; do
        [ "$(openssl dgst -sm3 -r "$file" | cut -d' ' -f1)" = "$sum" ] || exit 1; n=$((n+1));
        done < manifest-sm3.txt; [ $n -ge 9 ]
        """,
      ]),
  ]

  @Test("passes", arguments: checks)
  func passes(_ check: Check) throws {
    guard let tool = Tool(check.program) else {
      withKnownIssue("\(check.program) is not installed; skipped") { Issue.record("skipped") }
      return
    }
    let outcome = try tool.run(check.arguments, in: bag)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test("bagit.py --validate passes", .enabled(if: Bagit.isInstalled, "PyPI bagit is not installed"))
  func bagit() throws {
    let outcome = try Bagit.command(["--validate", bag.path], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test("Python's tarfile reads the same names and sizes", .enabled(if: Tool.isInstalled("python3")))
  func tarfile() throws {
    let script = """
      import sys, tarfile
      for m in tarfile.open(sys.argv[1], "r:"):
        print(m.name, m.size, m.uid, m.gid, m.mtime, oct(m.mode), m.isreg())
      """
    let python = try Samples.required(Tool("python3"))
    let outcome = try python.run(
      ["-c", script, bundle.file.path], in: folder.url, environment: ["PYTHONUTF8": "1"])
    let entries = try TarReader.entries(of: File(bundle.file.path, .read))
    let expected = entries.map { "\($0.path) \($0.size) 0 0 315532800 0o644 True\n" }.joined()
    #expect(outcome.output == expected)
  }

  @Test("a flipped byte in any file makes one of them fail")
  func flips() throws {
    var generator = Generator(seed: 3)
    let names = try TarReader.entries(of: File(bundle.file.path, .read)).filter { $0.size > 0 }
    for entry in names.shuffled(using: &generator).prefix(8) {
      let file = folder.url.appending(path: entry.path)
      let intact = try Data(contentsOf: file)
      var changed = intact
      changed[Int.random(in: 0..<changed.count, using: &generator)] ^= 1
      try changed.write(to: file)
      #expect(try !allPass(), "\(entry.path)")
      try intact.write(to: file)
    }
    #expect(try allPass())
  }

  private func allPass() throws -> Bool {
    for check in Self.checks.filter({ $0.program != "xmllint" }) {
      guard let tool = Tool(check.program) else { continue }
      if try tool.run(check.arguments, in: bag).status != 0 { return false }
    }
    let id = try Digest.of(Array(Data(contentsOf: bag.appending(path: "tagmanifest-sha256.txt"))))
    let note = try? SignedNote(parsing: Array(Data(contentsOf: bag.appending(path: "sig/checkpoint"))))
    return try id == bundle.id && note?.standing(of: Samples.signer().noteKey) == .valid(unixTime: nil)
  }
}
