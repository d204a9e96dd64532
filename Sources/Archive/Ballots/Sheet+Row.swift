import Foundation
import GRDB

extension RecordedSheet {
  init?(_ row: Row) {
    guard let id = ReadingID(bytes: row["id"] as Data), let digest = Digest(bytes: row["digest"] as Data)
    else {
      return nil
    }
    self.init(id: id, type: row["type"], page: row["page"], digest: digest, json: row["json"])
  }
}

extension Decision {
  init?(_ row: Row) {
    guard let sheet = ReadingID(bytes: row["sheet"] as Data) else { return nil }
    self.init(sheet: sheet, line: row["line"], round: row["round"], json: row["json"])
  }

  /// - Throws: `BallotError` when the sheet is unknown, the round is taken or the JSON is none.
  func insert(into database: Database, index: Int) throws {
    guard SheetJSON.isUsable(json) else { throw BallotError.unusableJSON(index: index) }
    do {
      try database.execute(
        sql: "INSERT INTO decision (sheet, line, round, json) VALUES (?, ?, ?, ?)",
        arguments: [Data(sheet.bytes), line, round, json])
    } catch let error as DatabaseError {
      switch error.extendedResultCode {
      case .SQLITE_CONSTRAINT_FOREIGNKEY: throw BallotError.unknownSheet(sheet)
      case .SQLITE_CONSTRAINT_TRIGGER: throw BallotError.alreadyDecided(sheet, line: line, round: round)
      default: throw error
      }
    }
  }
}
