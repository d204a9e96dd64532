extension StoreFormat {
  /// The queue's file, `uploads.sqlite`; see docs/formats/upload.md.
  static let uploads = StoreFormat(
    applicationID: 0x6b_73_6b_75,  // "ksku"
    version: 1,
    journalMode: "WAL",
    pragmas: "PRAGMA synchronous = FULL;",
    creationPragmas: "",
    schema: [
      """
      CREATE TABLE upload (
        bundle BLOB PRIMARY KEY CHECK (length(bundle) = 32),
        folder TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('public', 'restricted')),
        object BLOB NOT NULL CHECK (length(object) = 32),
        size INTEGER NOT NULL CHECK (size >= 0),
        state TEXT NOT NULL CHECK (state IN ('sealed', 'sending', 'stored', 'receipted', 'rejected')),
        part INTEGER NOT NULL CHECK (part BETWEEN 0 AND parts),
        parts INTEGER NOT NULL,
        multipart TEXT,
        answered INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        retry_at INTEGER NOT NULL,
        trouble TEXT
      ) STRICT, WITHOUT ROWID
      """
    ])
}
