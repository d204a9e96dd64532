extension StoreFormat {
  /// The ballot store's file, `ballots.sqlite`; see docs/formats/ballots.md for why each pragma is what it is.
  static let ballots = StoreFormat(
    applicationID: 0x6b_73_6b_62,  // "kskb"
    version: 1,
    journalMode: "PERSIST",
    pragmas: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
    creationPragmas: "PRAGMA auto_vacuum = NONE",
    schema: [
      """
      CREATE TABLE reading (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        type TEXT NOT NULL,
        page INTEGER NOT NULL CHECK (page > 0),
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
        json TEXT NOT NULL CHECK (instr(json, char(10)) = 0 AND substr(json, 1, 1) = '{' AND substr(json, -1) = '}')
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE decision (
        sheet BLOB NOT NULL REFERENCES reading (id),
        line TEXT NOT NULL,
        round INTEGER NOT NULL CHECK (round > 0),
        json TEXT NOT NULL CHECK (instr(json, char(10)) = 0 AND substr(json, 1, 1) = '{' AND substr(json, -1) = '}'),
        PRIMARY KEY (sheet, line, round)
      ) STRICT, WITHOUT ROWID
      """,
      refusal(of: "UPDATE", on: "reading"),
      refusal(of: "DELETE", on: "reading"),
      refusal(of: "UPDATE", on: "decision"),
      refusal(of: "DELETE", on: "decision"),
      refusalOfReplacing("reading", where: "id = NEW.id OR digest = NEW.digest"),
      refusalOfReplacing("decision", where: "sheet = NEW.sheet AND line = NEW.line AND round = NEW.round"),
    ])

  /// A trigger against INSERT OR REPLACE, which deletes without asking the triggers on DELETE.
  private static func refusalOfReplacing(_ table: String, where same: String) -> String {
    """
    CREATE TRIGGER \(table)_no_replace BEFORE INSERT ON \(table)
    WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(same))
    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never replaced'); END
    """
  }
}
