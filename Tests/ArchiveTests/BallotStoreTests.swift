import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("The ballot store")
struct BallotStoreTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  func store() throws -> BallotStore { try BallotStore(directory: folder.url) }

  @Test("Sheets come back in the order of their ids, with their pictures, also after a restart")
  func records() throws {
    let ids = try store().record([Ballots.sheet(1), Ballots.sheet(2), Ballots.sheet(3)])
    let store = try store()
    let sheets = try store.sheets()
    #expect(sheets.map(\.id) == ids.sorted())
    #expect(try store.count == 3)
    for (number, id) in zip(1...3, ids) {
      let sheet = try #require(sheets.first { $0.id == id })
      #expect(sheet.json == "{\"sheet\":\(number)}")
      #expect(sheet.digest == Digest.of(Ballots.picture(number)))
      #expect(try Array(Data(contentsOf: store.scan(of: id))) == Ballots.bareJPEG(number))
      #expect(try store.sheet(withDigest: sheet.digest) == sheet)
    }
  }

  @Test("The same picture is recognised, and nothing of its batch is kept")
  func duplicate() throws {
    let store = try store()
    let known = try store.record([Ballots.sheet(1)])
    #expect(throws: BallotError.alreadyRecorded(known[0], index: 1)) {
      try store.record([Ballots.sheet(2), Ballots.sheet(1)])
    }
    #expect(throws: BallotError.twiceInBatch(index: 1)) {
      try store.record([Ballots.sheet(3), Ballots.sheet(3)])
    }
    #expect(try store.count == 1)
    #expect(try FileSystem.names(in: store.scans.path) == ["\(known[0]).jpg"])
  }

  @Test("What is not a picture or not a line of JSON is refused")
  func unusable() throws {
    let store = try store()
    let text = Sheet(type: "A", page: 1, json: "{}", image: .bytes(Array("text".utf8)))
    #expect(throws: BallotError.notAPicture(index: 0)) { try store.record([text]) }
    for json in ["", "[]", "{", "{}\n", "{\"a\":\n1}"] {
      let sheet = Sheet(type: "A", page: 1, json: json, image: .bytes(Ballots.picture(1)))
      #expect(throws: BallotError.unusableJSON(index: 0)) { try store.record([sheet]) }
    }
    #expect(try store.count == 0)
    #expect(try FileSystem.names(in: store.scans.path) == [])
  }

  @Test("Decisions are added round by round and never overwritten")
  func decisions() throws {
    let store = try store()
    let id = try store.record([Ballots.sheet(1)])[0]
    let first = Decision(sheet: id, line: "director/1", round: 1, json: "{\"mark\":\"for\"}")
    let second = Decision(sheet: id, line: "director/1", round: 2, json: "{\"mark\":\"blank\"}")
    try store.decide([first])
    #expect(throws: BallotError.alreadyDecided(id, line: "director/1", round: 1)) {
      try store.decide([second, first])
    }
    #expect(try store.decisions() == [first])
    try store.decide([second])
    #expect(try store.decisions() == [first, second])
    let stranger = try BallotStore.randomID()
    #expect(throws: BallotError.unknownSheet(stranger)) {
      try store.decide([Decision(sheet: stranger, line: "x", round: 1, json: "{}")])
    }
  }

  @Test(
    "SQL that would change a reading or a decision is refused",
    arguments: [
      "UPDATE reading SET json = '{}'", "DELETE FROM reading", "UPDATE decision SET json = '{}'",
      "DELETE FROM decision", "INSERT OR REPLACE INTO reading SELECT id, 'B', 2, digest, '{}' FROM reading",
      "INSERT OR REPLACE INTO decision SELECT sheet, line, round, '{}' FROM decision",
    ])
  func refusesSQL(sql: String) throws {
    let store = try store()
    let id = try store.record([Ballots.sheet(1)])[0]
    try store.decide([Decision(sheet: id, line: "a", round: 1, json: "{\"mark\":\"for\"}")])
    let before = (try store.sheets(), try store.decisions())
    #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: sql) } }
    #expect(try store.sheets() == before.0)
    #expect(try store.decisions() == before.1)
  }

  @Test("Pictures of a batch that a power cut undid are removed at the next start")
  func orphans() throws {
    let id = try store().record([Ballots.sheet(1)])[0]
    let orphan = try BallotStore.randomID()
    try Data(Ballots.picture(2)).write(to: folder.file("scans/\(orphan).jpg"))
    #expect(try FileSystem.names(in: store().scans.path) == ["\(id).jpg"])
  }

  @Test("A power cut between the two renames of a rewriting loses no picture", arguments: [0, 1, 2, 3])
  func interruptedRewriting(stage: Int) throws {
    let id = try store().record([Ballots.sheet(1)])[0]
    let (scans, fresh, stale) = (
      folder.file("scans").path, folder.file("scans.new").path, folder.file("scans.old").path
    )
    if stage < 3 { try FileManager.default.copyItem(atPath: scans, toPath: fresh) }
    if stage == 0 { try FileSystem.remove("\(fresh)/\(id).jpg") }
    if stage == 2 { try FileSystem.rename(scans, to: stale) }
    if stage == 3 { try FileManager.default.copyItem(atPath: scans, toPath: stale) }
    let store = try store()
    #expect(try Array(Data(contentsOf: store.scan(of: id))) == Ballots.bareJPEG(1))
    #expect(try FileSystem.names(in: folder.url.path).filter { $0.hasPrefix("scans") } == ["scans"])
  }

  @Test("Closing the count keeps every reading, decision and picture")
  func closeKeeps() throws {
    let store = try store()
    let ids = try store.record((1...20).map(Ballots.sheet))
    try store.decide(ids.map { Decision(sheet: $0, line: "a", round: 1, json: "{}") })
    let before = (try store.sheets(), try store.decisions())
    try store.closeCount()
    try store.closeCount()
    #expect(try store.sheets() == before.0)
    #expect(try store.decisions() == before.1)
    #expect(try ids.map { try Data(contentsOf: store.scan(of: $0)).count }.allSatisfy { $0 > 0 })
    #expect(try store.record([Ballots.sheet(21)]).count == 1)
  }
}

/// Sheets with small pictures of their own.
enum Ballots {
  static func sheet(_ number: Int) -> Sheet {
    Sheet(type: "A", page: 1, json: "{\"sheet\":\(number)}", image: .bytes(picture(number)))
  }

  /// A JPEG as a camera writes it, with the time of taking and a comment.
  static func picture(_ number: Int) -> [UInt8] {
    jpeg(
      number,
      metadata: segment(0xe1, "Exif\0\0 2026:11-22 09:15:\(10 + number % 50)") + segment(0xfe, "camera 7"))
  }

  /// What must be left of it.
  static func bareJPEG(_ number: Int) -> [UInt8] { jpeg(number, metadata: []) }

  private static func jpeg(_ number: Int, metadata: [UInt8]) -> [UInt8] {
    var generator = Generator(seed: UInt64(number))
    return [0xff, 0xd8] + segment(0xe0, "JFIF\0") + metadata + segment(0xdb, "quantisation")
      + segment(0xda, "scan") + generator.bytes(300).map { $0 & 0x7f } + [0xff, 0xd9]
  }

  private static func segment(_ marker: UInt8, _ text: String) -> [UInt8] {
    [0xff, marker, 0, UInt8(text.utf8.count + 2)] + Array(text.utf8)
  }
}
