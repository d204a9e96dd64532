import Foundation
import GRDB

extension Journal {
  /// A signed checkpoint over all lines so far; kept in the journal.
  ///
  /// It goes on from the frontier of the last checkpoint, so a line changed behind an earlier checkpoint never
  /// gets a fresh signature: the new root still covers what was signed, and `audit` shows the difference.
  package func checkpoint(signedBy signer: NoteSigner) throws -> SignedNote {
    try writing { database in
      let last = try StoredCheckpoint.latest(database)
      let size = try Self.size(database)
      if let last, last.size == size, case .valid = last.note.standing(of: signer.noteKey) {
        return last.note
      }
      let frontier = try Self.extend(last?.frontier ?? LogFrontier(), to: size, in: database)
      let checkpoint = Checkpoint(origin: signer.name, size: size, root: frontier.root)
      let note = try signer.sign(SignedNote(text: checkpoint.text))
      try StoredCheckpoint.insert(note, frontier: frontier, into: database)
      return note
    }
  }

  /// Keeps a checkpoint that a witness has cosigned.
  ///
  /// - Throws: `JournalError.unknownCheckpoint` or `.badCosignature`.
  package func record(cosigned note: SignedNote, by witness: NoteKey) throws {
    guard case .valid = note.standing(of: witness) else {
      throw JournalError.badCosignature(witness: witness.name)
    }
    try writing { database in
      guard let mine = try StoredCheckpoint.all(database).last(where: { $0.note.text == note.text }) else {
        throw JournalError.unknownCheckpoint
      }
      let added = note.signatures.filter { $0.name == witness.name && $0.keyID == witness.id }
      let merged = added.reduce(mine.note) { $0.adding($1) }
      if merged == mine.note { return }
      try StoredCheckpoint.insert(merged, frontier: mine.frontier, into: database)
    }
  }

  /// All signed checkpoints, oldest first.
  package func checkpoints() throws -> [SignedNote] {
    try reading { try StoredCheckpoint.all($0).map(\.note) }
  }

  private static func extend(_ frontier: LogFrontier, to size: Int, in database: Database) throws
    -> LogFrontier
  {
    var frontier = frontier
    guard frontier.size <= size else { throw JournalError.inconsistent(atSize: frontier.size) }
    let lines = try String.fetchCursor(
      database, sql: "SELECT line FROM journal WHERE sequence > ? ORDER BY sequence",
      arguments: [frontier.size])
    while let line = try lines.next() { frontier.append(line: line) }
    guard frontier.size == size else { throw JournalError.inconsistent(atSize: size) }
    return frontier
  }
}
