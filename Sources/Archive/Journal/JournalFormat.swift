extension StoreFormat {
  /// The journal's file, `journal.sqlite`; see docs/formats/journal.md.
  static let journal = StoreFormat(
    applicationID: 0x6b_73_6b_6a,  // "kskj"
    version: 1,
    journalMode: "WAL",
    pragmas: "PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;",
    creationPragmas: "",
    schema: [
      """
      CREATE TABLE journal (
        sequence INTEGER PRIMARY KEY,
        line TEXT NOT NULL
          CHECK (
            length(CAST(line AS BLOB)) < 65536 AND instr(line, char(10)) = 0
            AND substr(line, 1, 1) = '{' AND substr(line, -1) = '}'
          ),
        leaf BLOB NOT NULL CHECK (length(leaf) = 32)
      ) STRICT
      """,
      """
      CREATE TABLE checkpoint (
        number INTEGER PRIMARY KEY,
        size INTEGER NOT NULL CHECK (size >= 0),
        frontier BLOB NOT NULL,
        note TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
      WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
      BEGIN SELECT RAISE(ABORT, 'the journal takes events in order only'); END
      """,
      """
      CREATE TRIGGER checkpoint_in_order BEFORE INSERT ON checkpoint
      WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM checkpoint)
      BEGIN SELECT RAISE(ABORT, 'checkpoints are added in order only'); END
      """,
      refusal(of: "UPDATE", on: "journal"),
      refusal(of: "DELETE", on: "journal"),
      refusal(of: "UPDATE", on: "checkpoint"),
      refusal(of: "DELETE", on: "checkpoint"),
    ])

  /// A trigger that refuses to change or remove what is in a table.
  static func refusal(of operation: String, on table: String) -> String {
    """
    CREATE TRIGGER \(table)_no_\(operation.lowercased()) BEFORE \(operation) ON \(table)
    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never changed or removed'); END
    """
  }
}
