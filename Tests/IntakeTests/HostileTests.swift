import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("Hostile objects")
struct HostileTests {
  let district: PracticeDistrict

  init() throws {
    district = try PracticeDistrict()
    try district.enrol()
  }

  /// Puts bytes under the key of a bundle.
  private func put(_ bytes: [UInt8]) throws -> StoredObject {
    let box = try district.box()
    let object = StoredObject(
      community: box.community, election: PracticeBox.election, bundle: Digest.of(bytes))
    let file = district.store.appending(path: object.key)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return object
  }

  /// A tar with one entry whose header says what it likes.
  private static func tar(path: String, size: Int, type: Character = "0", content: [UInt8] = []) -> [UInt8] {
    var header = TarHeader.bytes(path: path, size: size)
    header[156] = type.asciiValue ?? 0
    for index in 148..<156 { header[index] = 0x20 }
    let sum = header.prefix(512).reduce(0) { $0 + Int($1) }
    let octal = String(sum, radix: 8)
    let text = String(repeating: "0", count: 6 - octal.count) + octal + "\0 "
    header.replaceSubrange(148..<156, with: Array(text.utf8))
    return header + content + TarHeader.padding(after: content.count) + TarHeader.end
  }

  static let hostile: [String: [UInt8]] = [
    "out": tar(path: "../../etc/passwd", size: 0), "absolute": tar(path: "/etc/passwd", size: 0),
    "hidden": tar(path: "500112000000_2026-1_r1/../x", size: 0),
    "link": tar(path: "500112000000_2026-1_r1/link", size: 0, type: "2"),
    "device": tar(path: "500112000000_2026-1_r1/dev", size: 0, type: "3"),
    "bomb": tar(path: "500112000000_2026-1_r1/huge", size: 1 << 33 - 1),
    "short": tar(path: "500112000000_2026-1_r1/data/a", size: 5, content: [1, 2]),
    "zeros": [UInt8](repeating: 0, count: 4096),
    "gzip": [0x1f, 0x8b, 8, 0] + [UInt8](repeating: 7, count: 2000),
    "zip": Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 9, count: 2000),
  ]

  @Test(
    "Tars that lead out, link, lie about their size or are none are set aside", arguments: hostile.keys.sorted())
  func tars(_ name: String) throws {
    let object = try put(Self.hostile[name] ?? [])
    #expect(try district.run().accepted == 0)
    #expect(try district.codes(object).contains(ReceiptReason.damaged))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: district.home.path).contains { $0.hasPrefix("etc") }
        == false)
    let left = try FileManager.default.contentsOfDirectory(atPath: district.home.path)
    #expect(!left.contains { $0.hasPrefix("checking-") })
  }

  @Test(
    "A row of a megabyte and more, and JSON nested a thousand times, are refused", arguments: [true, false])
  func rows(_ isLong: Bool) throws {
    let box = try district.box()
    var draft = try box.draft(sheets: 3)
    let row =
      isLong
      ? "\"" + String(repeating: "x", count: 3 << 20) + "\"\n"
      : String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000) + "\n"
    let sealed = try Forged(box).seal(draft, replacing: "data/tables/tally.ndjson", with: Array(row.utf8))
    draft.files = [:]
    let object = try put(sealed.tar, as: sealed.id, of: box)
    #expect(try district.run().accepted == 0)
    #expect(try district.codes(object) == ["malformed"])
  }

  private func put(_ tar: [UInt8], as id: Digest, of box: PracticeBox) throws -> StoredObject {
    let object = StoredObject(community: box.community, election: PracticeBox.election, bundle: id)
    let file = district.store.appending(path: object.key)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(tar).write(to: file)
    return object
  }

  @Test(
    "A directory or a link in place of an object is set aside, and the rest is read",
    arguments: [true, false])
  func noFile(_ isLink: Bool) throws {
    let box = try district.box()
    let object = StoredObject(
      community: box.community, election: PracticeBox.election, bundle: Digest.of("folder"))
    let place = district.store.appending(path: object.key)
    try FileManager.default.createDirectory(
      at: isLink ? place.deletingLastPathComponent() : place, withIntermediateDirectories: true)
    if isLink {
      try FileManager.default.createSymbolicLink(at: place, withDestinationURL: URL(filePath: "/etc/passwd"))
    }
    let good = try district.put(box, box.draft())
    #expect(try district.run().accepted == 1)
    #expect(try district.receipt(for: good)?.statement.verdict == .accepted)
    #expect(try district.codes(object).contains(ReceiptReason.damaged))
    #expect((try? FileManager.default.attributesOfItem(atPath: place.path)) == nil)
  }
}

/// A box that seals what the sealer refuses: its own key, its own manifests, other contents.
struct Forged {
  let box: PracticeBox

  init(_ box: PracticeBox) { self.box = box }

  /// A bundle with one file exchanged and every hash and signature made anew.
  func seal(
    _ draft: PracticeBox.Draft, replacing path: String, with bytes: [UInt8]
  ) throws -> (tar: [UInt8], id: Digest) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "forged-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sealed = try box.seal(draft, to: folder)
    let bundle = try OpenBundle(sealed.file)
    var files: [String: [UInt8]] = [:]
    for (name, entry) in bundle.entries {
      files[name] = try bundle.file.bytes(at: entry.content, count: entry.size)
    }
    files[path] = bytes
    let payload = files.filter { $0.key.hasPrefix("data/") }
    let oxum = BagInfo.oxum(of: payload.values.map(\.count))
    let info = String(decoding: files[BundleLayout.info] ?? [], as: UTF8.self).split(separator: "\n")
      .map { $0.hasPrefix("Payload-Oxum") ? "Payload-Oxum: \(oxum)" : String($0) }
    files[BundleLayout.info] = Array(info.map { "\($0)\n" }.joined().utf8)
    files[BundleLayout.manifest] = Array(Manifest(payload.mapValues { Digest.of($0) }).text.utf8)
    files[BundleLayout.manifestSM3] = Array(Manifest(payload.mapValues { Digest.of($0, by: .sm3) }).text.utf8)
    let tags = files.filter { name, _ in
      !name.hasPrefix("data/") && !name.hasPrefix("sig/") && name != BundleLayout.tagManifest
    }
    let list = Array(Manifest(tags.mapValues { Digest.of($0) }).text.utf8)
    files[BundleLayout.tagManifest] = list
    let signature = try box.signer.key.sign(list)
    let comment = try box.signer.key.sign(SealSignature.minisignTail(signature, folder: bundle.folder))
    let note = try SignedNote(parsing: files[BundleLayout.checkpoint] ?? [])
    let signatures = BundleDraft.signatureFiles(
      signature: signature, comment: comment, key: box.signer.noteKey.key, name: sealed.name, checkpoint: note
    )
    files.merge(signatures) { _, new in new }
    let sorted = files.sorted { BundlePath.precedes($0.key, $1.key) }
    let tar = sorted.flatMap { name, content in
      TarHeader.bytes(path: "\(bundle.folder)/\(name)", size: content.count) + content
        + TarHeader.padding(after: content.count)
    }
    return (tar + TarHeader.end, Digest.of(list))
  }
}
