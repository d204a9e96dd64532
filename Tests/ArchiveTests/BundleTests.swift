import Foundation
import Testing

@testable import Archive

@Suite("Bundles")
struct BundleTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test("A sealed bundle is sound, and the report says what was checked")
  func sound() throws {
    let bundle = try Samples.seal(in: folder.url)
    let report = BundleVerifier.verify(bundle.file)
    #expect(report.findings == [])
    #expect(report.id == bundle.id)
    #expect(report.trust == .selfConsistent)
    #expect(report.kind == .restricted)
    #expect(report.witnesses.map(\.unixTime) == [1_795_312_800])
    #expect(report.checks.contains(.log(lines: 40)))
    #expect(report.checks.contains(.table("tally", rows: 2)))
  }

  @Test("Sealing twice gives the same bytes")
  func deterministic() throws {
    let other = try Folder()
    let (one, two) = (try Samples.seal(in: folder.url), try Samples.seal(in: other.url))
    #expect(try Data(contentsOf: one.file) == Data(contentsOf: two.file))
    #expect(try Samples.seal(in: folder.url) == one)
  }

  @Test("Other contents under a sealed name are refused, and the sealed file stays")
  func sealedBefore() throws {
    let bundle = try Samples.seal(in: folder.url)
    let before = try Data(contentsOf: bundle.file)
    var contents = try Samples.contents()
    contents.files["其他/more.txt"] = .data([1])
    #expect(throws: BundleError.sealedBefore(name: bundle.name, id: bundle.id)) {
      try Samples.seal(in: folder.url, contents: contents)
    }
    #expect(try Data(contentsOf: bundle.file) == before)
    #expect(try FileSystem.names(in: folder.url.path) == [bundle.file.lastPathComponent])
  }

  @Test("A pinned key is told from an unknown one")
  func trust() throws {
    let bundle = try Samples.seal(in: folder.url)
    let (mine, other) = (try Samples.signer().noteKey.key, try Samples.signer(seed: 8).noteKey.key)
    #expect(BundleVerifier.verify(bundle.file, trusted: [other, mine]).trust == .pinned)
    let stranger = BundleVerifier.verify(bundle.file, trusted: [other])
    #expect(stranger.trust == .unknown)
    #expect(stranger.findings == [.keyNotTrusted])
  }

  @Test("What cannot be sealed", arguments: Unsealable.allCases)
  func refuses(_ unsealable: Unsealable) throws {
    #expect(throws: unsealable.error) {
      try Samples.seal(in: folder.url, contents: unsealable.contents())
    }
    #expect(try FileSystem.names(in: folder.url.path) == [])
  }

  @Test("A checkpoint over other lines, or by another key, is not sealed")
  func checkpointUnfit() throws {
    let (kiosk, other) = (try Samples.signer(), try Samples.signer(seed: 8))
    let sealer = BundleSealer(signer: kiosk)
    let notes = [
      try Samples.checkpoint(over: Array(Samples.events.dropLast()), by: kiosk),
      try Samples.checkpoint(by: other),
      try other.cosign(Samples.checkpoint(by: kiosk), atUnixTime: 1),
    ]
    for note in notes {
      #expect(throws: BundleError.checkpointUnfit) {
        try sealer.seal(Samples.contents(), to: folder.url, checkpoint: note)
      }
    }
  }

  @Test("A half-written bundle never has the final name, and goes at the next sealing")
  func leftovers() throws {
    let stale = ".500112001001_2026-1_r1.restricted.tar.999999.sealing"
    try Data([1, 2, 3]).write(to: folder.file(stale))
    let bundle = try Samples.seal(in: folder.url)
    #expect(try FileSystem.names(in: folder.url.path) == [bundle.file.lastPathComponent])
  }

  @Test("A file that shrinks while it is sealed stops the sealing")
  func changedMeanwhile() throws {
    let source = folder.file("source.bin")
    try Data([1, 2, 3]).write(to: source)
    var contents = try Samples.contents()
    contents.files["其他/source.bin"] = .file(source)
    let kiosk = try Samples.signer()
    let draft = try BundleDraft(
      contents, signer: kiosk, witnesses: [], checkpoint: Samples.checkpoint(by: kiosk))
    try Data([1, 2]).write(to: source)
    let path = "500112001001_2026-1_r1/data/其他/source.bin"
    #expect(throws: BundleError.changedMeanwhile(path: path)) {
      try draft.write(to: folder.file("out.tar").path)
    }
  }
}

/// Contents that the sealer must refuse.
enum Unsealable: CaseIterable {
  case traversal, hiddenTraversal, leadingMark, markedField, absolute, backslash, decomposed, control,
    reserved, caseCollision
  case wrongType, missingColumn, foreignCommunity, notCanonical, badDate, badField, tableTwice

  func contents() throws -> BundleContents {
    var contents = try Samples.contents()
    switch self {
    case .traversal: contents.files["../x"] = .data([])
    case .hiddenTraversal: contents.files["../\u{301}x"] = .data([])
    case .leadingMark: contents.files["a/\u{301}x"] = .data([])
    case .markedField: contents.info = [BundleField("Note", "\u{301}a")]
    case .absolute: contents.files["/etc/passwd"] = .data([])
    case .backslash: contents.files["a\\b"] = .data([])
    case .decomposed: contents.files["e\u{301}"] = .data([])
    case .control: contents.files["a\nb"] = .data([])
    case .reserved: contents.files["tables/tally.ndjson"] = .data([])
    case .caseCollision: (contents.files["A"], contents.files["a"]) = (.data([]), .data([]))
    case .wrongType: contents.tables = [tally { $0.replacing("312", with: "\"312\"") }]
    case .missingColumn: contents.tables = [tally { $0.replacing(",\"votes\":312", with: "") }]
    case .foreignCommunity: contents.tables = [tally { $0.replacing("500112001001", with: "500112001002") }]
    case .notCanonical: contents.tables = [tally { $0 + " " }]
    case .badDate: contents.baggingDate = "22.11.2026"
    case .badField: contents.info = [BundleField("Note", "a\nb")]
    case .tableTwice: contents.tables = [Samples.tally, Samples.tally]
    }
    return contents
  }

  var error: BundleError {
    switch self {
    case .traversal: .unusablePath("../x")
    case .hiddenTraversal: .unusablePath("../\u{301}x")
    case .leadingMark: .unusablePath("a/\u{301}x")
    case .markedField: .unusableField("Note")
    case .absolute: .unusablePath("/etc/passwd")
    case .backslash: .unusablePath("a\\b")
    case .decomposed: .unusablePath("e\u{301}")
    case .control: .unusablePath("a\nb")
    case .reserved: .reservedPath("tables/tally.ndjson")
    case .caseCollision: .pathTwice("a")
    case .wrongType: .unfitRow(table: "tally", row: 1, .wrongValue(column: "votes"))
    case .missingColumn: .unfitRow(table: "tally", row: 1, .missing(column: "votes"))
    case .foreignCommunity: .unfitRow(table: "tally", row: 1, .wrongValue(column: "community_code"))
    case .notCanonical: .unfitRow(table: "tally", row: 1, .notCanonical)
    case .badDate: .unusableDate("22.11.2026")
    case .badField: .unusableField("Note")
    case .tableTwice: .unusableTable("tally")
    }
  }

  private func tally(_ change: (String) -> String) -> BundleTable {
    let table = Samples.tally
    return BundleTable(
      name: table.name, title: table.title, columns: table.columns, rows: table.rows.map(change))
  }
}
