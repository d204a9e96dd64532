package import Ballot
import Foundation
import GRDB

extension Journal {
  /// Recomputes everything: lines, leaf hashes, the root at every checkpoint, every signature.
  ///
  /// - Parameters:
  ///   - key: The log's key.
  ///   - retired: The keys that signed before it.
  ///   - witnesses: The keys whose cosignatures may stand under checkpoints.
  /// - Returns: What was found.
  /// - Throws: `StoreError` when the file cannot be read at all.
  package func audit(
    key: NoteKey, retired: [RetiredKey] = [], witnesses: [NoteKey] = []
  ) throws -> JournalAudit {
    try reading { database in
      var auditor = JournalAuditor(key: key, retired: retired, witnesses: witnesses)
      try auditor.checkFile(database)
      try auditor.readCheckpoints(database)
      try auditor.checkLines(database)
      return auditor.verdict()
    }
  }
}

/// A pass over the journal: a tree grown line by line, held against each checkpoint at its size.
private struct JournalAuditor {
  let key: NoteKey
  /// The keys before it, each with the last event it may have signed for.
  let retired: [(key: NoteKey, through: Int)]
  let witnesses: [NoteKey]
  private var frontier = LogFrontier()
  private var pending: [(number: Int, checkpoint: StoredCheckpoint)] = []
  private var checkpoints = 0
  private var covered = 0
  private var nextSequence = 1
  private var findings: [JournalAudit.Finding] = []

  init(key: NoteKey, retired: [RetiredKey], witnesses: [NoteKey]) {
    self.key = key
    self.retired = retired.compactMap { old in old.noteKey(key.name).map { ($0, old.through) } }
    self.witnesses = witnesses
  }

  mutating func checkFile(_ database: Database) throws {
    let answer = try String.fetchAll(database, sql: "PRAGMA integrity_check(3)")
    if answer != ["ok"] { findings.append(.databaseDamaged(answer.joined(separator: "; "))) }
    if try !StoreFormat.journal.matches(database) { findings.append(.schemaChanged) }
  }

  mutating func readCheckpoints(_ database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT * FROM checkpoint ORDER BY size, number") {
      checkpoints += 1
      if let checkpoint = try? StoredCheckpoint(row) {
        pending.append((checkpoint.number, checkpoint))
      } else {
        findings.append(.checkpointMalformed(number: row["number"]))
      }
    }
    for entry in pending { checkSignatures(entry.number, entry.checkpoint) }
  }

  mutating func checkLines(_ database: Database) throws {
    checkReachedCheckpoints()
    let rows = try Row.fetchCursor(
      database, sql: "SELECT sequence, line, leaf FROM journal ORDER BY sequence")
    while let row = try rows.next() {
      check(sequence: row["sequence"], line: row["line"], leaf: Array(row["leaf"] as Data))
      checkReachedCheckpoints()
    }
    for entry in pending {
      findings.append(
        .eventsCutOff(number: entry.number, signed: entry.checkpoint.size, found: frontier.size))
    }
  }

  private mutating func check(sequence: Int, line: String, leaf: [UInt8]) {
    if sequence != nextSequence { findings.append(.eventMissing(sequence: nextSequence)) }
    nextSequence = sequence + 1
    let hash = LogHash.leaf(line)
    if hash.bytes != leaf { findings.append(.eventChanged(sequence: sequence)) }
    if line.utf8.count >= Journal.lineLimit || line.utf8.contains(where: { $0 < 0x20 }) {
      findings.append(.eventMalformed(sequence: sequence))
    }
    frontier.append(leaf: hash)
  }

  private mutating func checkReachedCheckpoints() {
    while let (number, stored) = pending.first, stored.size == frontier.size {
      pending.removeFirst()
      let expected = Checkpoint(origin: key.name, size: frontier.size, root: frontier.root)
      if (try? Checkpoint(stored.note)) == expected {
        covered = frontier.size
      } else {
        findings.append(.rootDiffers(number: number, eventsFrom: covered + 1, through: frontier.size))
      }
      if stored.frontier != frontier { findings.append(.frontierDiffers(number: number)) }
    }
  }

  private mutating func checkSignatures(_ number: Int, _ stored: StoredCheckpoint) {
    let note = stored.note
    let keys = [key] + retired.filter { stored.size <= $0.through }.map(\.key)
    let standings = keys.map { note.standing(of: $0) }
    if !standings.contains(.valid(unixTime: nil)) || standings.contains(.wrong) {
      findings.append(.signatureWrong(number: number))
    }
    for witness in witnesses where note.standing(of: witness) == .wrong {
      findings.append(.cosignatureUnproven(number: number, name: witness.name))
    }
    for signature in note.signatures(notBy: keys + witnesses) {
      findings.append(.cosignatureUnproven(number: number, name: signature.name))
    }
  }

  func verdict() -> JournalAudit {
    JournalAudit(
      size: frontier.size, covered: covered, root: frontier.root, checkpoints: checkpoints, findings: findings
    )
  }
}
