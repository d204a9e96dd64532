import GRDB

/// What one of our database files is: how to tell it, and how to make it.
struct StoreFormat: Sendable {
  /// SQLite's `application_id`, four ASCII letters.
  let applicationID: Int
  /// SQLite's `user_version`.
  let version: Int
  /// SQLite's `journal_mode`.
  let journalMode: String
  /// Pragmas of a connection.
  let pragmas: String
  /// Pragmas that must stand before the first table.
  let creationPragmas: String
  /// The statements that make the tables and triggers.
  let schema: [String]

  /// Opens the file, or makes it; two processes may do so at once.
  ///
  /// - Throws: `StoreError`.
  func open(_ path: String, readOnly: Bool = false) throws -> DatabaseQueue {
    try StoreFormat.translating(path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.readonly = readOnly
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF; \(pragmas)")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in try prepare(database, path: path, readOnly: readOnly) }
      return queue
    }
  }

  private func prepare(_ database: Database, path: String, readOnly: Bool) throws {
    try check(database, path: path, mayBeNew: !readOnly)
    if readOnly { return }
    try database.execute(sql: creationPragmas)
    try database.execute(sql: "PRAGMA journal_mode = \(journalMode)")
    try database.inTransaction(.immediate) {
      if try isNew(database) { try create(database) }
      return .commit
    }
    try check(database, path: path, mayBeNew: false)
  }

  private func create(_ database: Database) throws {
    for statement in schema { try database.execute(sql: statement) }
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }

  private func isNew(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
      && Int.fetchOne(database, sql: "PRAGMA application_id") == 0
  }

  private func check(_ database: Database, path: String, mayBeNew: Bool) throws {
    if mayBeNew, try isNew(database) { return }
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    guard application == applicationID else { throw StoreError.foreign(path: path) }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found == version else {
      throw StoreError.otherVersion(path: path, found: found, supported: version)
    }
  }

  /// Whether the tables and triggers in a file are exactly ours.
  func matches(_ database: Database) throws -> Bool {
    let found = try String.fetchAll(
      database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    return found == schema
  }

  /// Runs `body` and names SQLite's refusals by ours.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
