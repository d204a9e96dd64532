import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("What the receiver answers")
struct AnswerTests {
  let district: PracticeDistrict

  init() throws {
    district = try PracticeDistrict()
    try district.enrol(0..<6)
  }

  @Test(
    "Good bundles are accepted once, whatever their votes are; their receipts are proven by the station's code"
  )
  func accepted() throws {
    let objects = try (0..<6).map { number in
      let box = try district.box(number)
      return try district.put(box, box.draft(sheets: 3 + number * 9))
    }
    let first = try district.run()
    #expect(first.accepted == 6)
    #expect(first.rejected == [])
    for object in objects {
      let statement = try #require(try district.receipt(for: object)?.statement)
      #expect(statement.verdict == .accepted)
      #expect(statement.time == PracticeDistrict.moment)
      #expect(
        FileManager.default.fileExists(
          atPath: try District(district.home).copies.appending(path: object.path).path))
    }
    let size = try District(district.home).ledger.size
    let second = try district.run()
    #expect(second.accepted == 0 && second.answered == 6 && second.repaired == 0)
    #expect(try District(district.home).ledger.size == size)
    let verified = district.say("verify", "--home", district.home.path, "--store", district.store.path)
    #expect(verified.status == 0, "\(verified.out)")
  }

  @Test("What is planted in a bundle that was properly sealed is found", arguments: Planted.allCases)
  func planted(_ planted: Planted) throws {
    let box = try district.box()
    var draft = try box.draft(sheets: 24)
    planted.plant(&draft, box)
    let object = try district.put(box, draft)
    let outcome = try district.run()
    #expect(outcome.accepted == 0)
    let codes = try district.codes(object)
    #expect(codes.contains(planted.code), "\(codes)")
    for reason in outcome.rejected.flatMap(\.reasons) {
      #expect(!reason.zh.isEmpty && !reason.en.isEmpty && reason.zh != reason.en)
    }
    #expect(
      !FileManager.default.fileExists(atPath: district.home.appending(path: "accepted/\(object.path)").path))
  }

  @Test("The same draft with nothing planted is accepted")
  func nothingPlanted() throws {
    let box = try district.box()
    try district.put(box, box.draft(sheets: 24))
    #expect(try district.run().accepted == 1)
  }

  @Test("A public bundle with personal data is withdrawn from the store")
  func withdrawn() throws {
    let box = try district.box()
    var draft = try box.draft()
    Planted.identityNumber.plant(&draft, box)
    let object = try district.put(box, draft)
    _ = try district.run()
    #expect(!FileManager.default.fileExists(atPath: district.store.appending(path: object.key).path))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: district.store.appending(path: "withheld").path)
        .contains { $0.hasSuffix(".tar") })
  }

  @Test(
    "Bytes changed on the way are asked for again, and accepted when they come whole",
    arguments: [0, 1, 2, 3])
  func damaged(_ kind: Int) throws {
    let box = try district.box()
    let object = try district.put(box, box.draft())
    let file = district.store.appending(path: object.key)
    let whole = try Data(contentsOf: file)
    var bytes = whole
    switch kind {
    case 0: bytes[bytes.count / 2] ^= 1
    case 1: bytes = bytes.prefix(bytes.count / 3)
    case 2: bytes = Data("hello".utf8)
    default: bytes = Data()
    }
    try bytes.write(to: file)
    #expect(try district.run().rejected.first?.asksAgain == true)
    #expect(try district.codes(object).contains(ReceiptReason.damaged))
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(try district.run().repaired == 0)
    try whole.write(to: file)
    #expect(try district.run().accepted == 1)
    #expect(try district.receipt(for: object)?.statement.verdict == .accepted)
  }

  @Test("A bundle under another community or election, or of no enrolled box, is rejected")
  func strangers() throws {
    let (box, stranger) = (try district.box(), try PracticeBox(3, seed: 99))
    let misplaced = try district.put(box, box.draft())
    let other = StoredObject(
      community: try district.box(1).community, election: PracticeBox.election, bundle: misplaced.bundle)
    try FileManager.default.createDirectory(
      at: district.store.appending(path: other.key).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: district.store.appending(path: misplaced.key), to: district.store.appending(path: other.key))
    let foreign = try district.put(stranger, stranger.draft())
    let unknown = try PracticeBox(40, seed: 5)
    let unlisted = try district.put(unknown, unknown.draft())
    _ = try district.run()
    #expect(try district.codes(other) == ["wrongPlace"])
    #expect(try district.codes(foreign) == ["unknownKey"])
    #expect(try district.codes(unlisted) == ["unknownCommunity"])
    try district.enrol(40..<41)
    #expect(try district.run().accepted == 0)
    #expect(try district.run(again: [unlisted.bundle]).accepted == 1)
    #expect(try district.receipt(for: unlisted)?.statement.verdict == .accepted)
  }

  @Test("A second bundle of the same revision is rejected; a further revision is taken")
  func revisions() throws {
    let box = try district.box()
    let first = try district.put(box, box.draft())
    _ = try district.run()
    var twin = try box.draft()
    twin.info = [BundleField("Contact-Name", "选举工作组")]
    let second = try district.put(box, twin)
    #expect(try district.run().rejected.count == 1)
    #expect(try district.codes(second) == ["revisionTwice"])
    var next = try box.draft()
    next.revision = 2
    next.info = [BundleField("Supersedes", first.bundle.hex)]
    next.logLines += [#"{"event":"bundle.sealed"}"#]
    try district.put(box, next)
    #expect(try district.run().accepted == 1)
  }

  @Test("A log that was rolled back or rewritten is found, by a public and by a restricted bundle")
  func rewritten() throws {
    let box = try district.box()
    try district.put(box, box.draft())
    _ = try district.run()
    var shorter = try box.draft()
    shorter.revision = 2
    shorter.logLines.removeLast(3)
    let rolledBack = try district.put(box, shorter)
    var other = try box.draft()
    other.revision = 3
    other.logLines[4] = #"{"event":"another"}"#
    let rewritten = try district.put(box, other)
    var inside = try Planted.restricted(box)
    inside.revision = 4
    inside.logLines = other.logLines + [#"{"event":"more"}"#]
    inside.extraTables = [.log(inside.logLines)]
    let hidden = try district.put(box, inside)
    _ = try district.run()
    for object in [rolledBack, rewritten, hidden] { #expect(try district.codes(object) == ["logRewritten"]) }
  }

  @Test("A restricted bundle is checked and answered, and no copy of it is kept")
  func restricted() throws {
    let box = try district.box()
    let object = try district.put(box, Planted.restricted(box))
    #expect(try district.run().accepted == 1)
    #expect(try district.receipt(for: object)?.statement.verdict == .accepted)
    #expect(
      !FileManager.default.fileExists(atPath: district.home.appending(path: "accepted/\(object.path)").path))
    #expect(try district.run().accepted == 0)
  }

  @Test("An anomaly that needs the street demands the street's cosignature")
  func cosigned() throws {
    let box = try district.box()
    var draft = try box.draft()
    Planted.anomalyWithoutWitness.plant(&draft, box)
    draft.isCosigned = true
    try district.put(box, draft)
    #expect(try district.run().accepted == 1)
  }

  @Test("Lost receipts and copies are made again without another answer in the log")
  func repaired() throws {
    let box = try district.box()
    let object = try district.put(box, box.draft())
    _ = try district.run()
    let size = try District(district.home).ledger.size
    try FileManager.default.removeItem(at: district.store.appending(path: "receipts"))
    #expect(try district.run().repaired == 1)
    #expect(try District(district.home).ledger.size == size)
    #expect(try district.receipt(for: object)?.statement.verdict == .accepted)
    try FileManager.default.removeItem(at: district.home.appending(path: "accepted"))
    #expect(try district.run().copiesRepaired == 1)
    #expect(try District(district.home).hasCopy(of: object))
    #expect(try District(district.home).ledger.size == size)
  }

  @Test("A stored object that was exchanged after it was accepted is found")
  func exchanged() throws {
    let box = try district.box()
    let object = try district.put(box, box.draft())
    _ = try district.run()
    let file = district.store.appending(path: object.key)
    try Data("other".utf8).write(to: file)
    let said = district.say(
      "verify", "--home", district.home.path, "--store", district.store.path, "--lang", "en")
    #expect(said.status == 1 && said.out.contains("was changed"), "\(said.out)")
  }

  @Test("Objects larger than the limit are not read, and keys of no bundle are left alone")
  func limits() throws {
    let box = try district.box()
    let object = try district.put(box, box.draft())
    let strange = district.store.appending(path: "c/\(box.community)/\(PracticeBox.election)/notes.txt")
    try Data("x".utf8).write(to: strange)
    let outcome = try district.run(limit: 1000)
    #expect(try district.codes(object) == ["tooLarge"])
    #expect(outcome.strange == ["c/\(box.community)/\(PracticeBox.election)/notes.txt"])
    #expect(FileManager.default.fileExists(atPath: strange.path))
  }
}
