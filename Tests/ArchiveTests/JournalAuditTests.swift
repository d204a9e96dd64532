import Ballot
import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("The audit of a journal")
struct JournalAuditTests {
  let folder: Folder
  let signer: NoteSigner
  let street: NoteSigner

  init() throws {
    folder = try Folder()
    signer = try Samples.signer()
    street = try Samples.signer("street", seed: 9)
  }

  /// Checkpoints at 10, 25 (cosigned) and 40 lines.
  func journal() throws -> Journal {
    let journal = try Journal(directory: folder.url)
    for (start, end) in [(0, 10), (10, 25), (25, 40)] {
      try journal.append(Array(Samples.events[start..<end]), after: start)
      let note = try journal.checkpoint(signedBy: signer)
      guard end == 25 else { continue }
      try journal.record(cosigned: street.cosign(note, atUnixTime: 5), by: street.witnessKey)
    }
    return journal
  }

  func audit(_ journal: Journal) throws -> JournalAudit {
    try journal.audit(key: signer.noteKey, witnesses: [street.witnessKey])
  }

  @Test("An untouched journal is sound, and covered by its checkpoints")
  func sound() throws {
    let journal = try journal()
    let audit = try audit(journal)
    #expect(audit.findings == [])
    #expect(audit.size == 40)
    #expect(audit.covered == 40)
    #expect(audit.checkpoints == 4)
    #expect(audit.root == LogTree(lines: Samples.events).root)
    #expect(audit.firstBadEvent == nil)
  }

  @Test("A checkpoint is made once for a size, and covers all lines")
  func checkpoint() throws {
    let journal = try journal()
    let note = try journal.checkpoint(signedBy: signer)
    #expect(try journal.checkpoints().count == 4)
    let expected = Checkpoint(origin: signer.name, size: 40, root: LogTree(lines: Samples.events).root)
    #expect(try Checkpoint(note) == expected)
  }

  @Test("A cosignature that is missing, wrong or for another log is not recorded")
  func badCosignature() throws {
    let journal = try journal()
    let note = try journal.checkpoint(signedBy: signer)
    #expect(throws: JournalError.badCosignature(witness: "street")) {
      try journal.record(cosigned: note, by: street.witnessKey)
    }
    let foreign = try street.cosign(SignedNote(text: "other\n1\n"), atUnixTime: 1)
    #expect(throws: JournalError.unknownCheckpoint) {
      try journal.record(cosigned: foreign, by: street.witnessKey)
    }
    #expect(try journal.checkpoints().count == 4)
  }

  /// What somebody with the file can do, and what the audit must then say.
  struct Attack: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sql: String
    let findings: [JournalAudit.Finding]
    let firstBadEvent: Int?
  }

  static let attacks = [
    Attack(
      testDescription: "a line changed", sql: "UPDATE journal SET line = '{}' WHERE sequence = 17",
      findings: [
        .eventChanged(sequence: 17), .rootDiffers(number: 2, eventsFrom: 11, through: 25),
        .frontierDiffers(number: 2), .rootDiffers(number: 3, eventsFrom: 11, through: 25),
        .frontierDiffers(number: 3), .rootDiffers(number: 4, eventsFrom: 11, through: 40),
        .frontierDiffers(number: 4),
      ], firstBadEvent: 11),
    Attack(
      testDescription: "the last line dropped", sql: "DELETE FROM journal WHERE sequence = 40",
      findings: [.eventsCutOff(number: 4, signed: 40, found: 39)], firstBadEvent: 40),
    Attack(
      testDescription: "a line in the middle dropped", sql: "DELETE FROM journal WHERE sequence = 30",
      findings: [.eventMissing(sequence: 30), .eventsCutOff(number: 4, signed: 40, found: 39)],
      firstBadEvent: 30),
    Attack(
      testDescription: "two lines swapped with their hashes",
      sql: """
        UPDATE journal SET sequence = 1000 WHERE sequence = 30; UPDATE journal SET sequence = 30 WHERE sequence = 31;
        UPDATE journal SET sequence = 31 WHERE sequence = 1000
        """,
      findings: [.rootDiffers(number: 4, eventsFrom: 26, through: 40), .frontierDiffers(number: 4)],
      firstBadEvent: 26),
    Attack(
      testDescription: "a checkpoint's signature changed",
      sql: "UPDATE checkpoint SET note = replace(note, '— kiosk-test ', '— kiosk-tess ') WHERE number = 1",
      findings: [.signatureWrong(number: 1), .cosignatureUnproven(number: 1, name: "kiosk-tess")],
      firstBadEvent: nil),
    Attack(
      testDescription: "a checkpoint made unreadable",
      sql: "UPDATE checkpoint SET note = 'x' WHERE number = 1",
      findings: [.checkpointMalformed(number: 1)], firstBadEvent: nil),
    Attack(
      testDescription: "a stored frontier changed",
      sql: "UPDATE checkpoint SET frontier = zeroblob(length(frontier)) WHERE number = 4",
      findings: [.frontierDiffers(number: 4)], firstBadEvent: nil),
  ]

  @Test("finds", arguments: attacks)
  func finds(_ attack: Attack) throws {
    let journal = try journal()
    try journal.tamper(attack.sql)
    let audit = try audit(journal)
    #expect(audit.findings == attack.findings)
    #expect(audit.firstBadEvent == attack.firstBadEvent)
  }

  @Test("A protection that was taken away shows")
  func schema() throws {
    let journal = try journal()
    try journal.database.write { try $0.execute(sql: "DROP TRIGGER journal_no_delete") }
    #expect(try audit(journal).findings == [.schemaChanged])
  }

  @Test("A journal with a changed past signs on from what was signed, so the change stays visible")
  func changedPast() throws {
    let journal = try journal()
    try journal.tamper(
      "UPDATE journal SET line = '{}', leaf = x'\(LogHash.leaf("{}").hex)' WHERE sequence = 17")
    try journal.append(["{\"more\":1}"], after: 40)
    let note = try journal.checkpoint(signedBy: signer)
    let honest = LogTree(lines: Samples.events + ["{\"more\":1}"])
    #expect(try Checkpoint(note).root == honest.root)
    #expect(try audit(journal).findings.contains(.rootDiffers(number: 5, eventsFrom: 11, through: 41)))
  }

  @Test("A journal that lost signed lines makes no further checkpoint")
  func rolledBack() throws {
    let journal = try journal()
    try journal.tamper("DELETE FROM journal WHERE sequence > 30")
    #expect(throws: JournalError.inconsistent(atSize: 40)) { try journal.checkpoint(signedBy: signer) }
  }
}

extension Journal {
  /// Runs SQL with the protection taken away and put back, as somebody with the file could.
  func tamper(_ sql: String) throws {
    try database.write { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
  }
}
