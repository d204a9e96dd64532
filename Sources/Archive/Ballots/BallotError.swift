/// Why the ballot store did not take sheets or decisions; nothing of the batch was recorded.
package enum BallotError: Error, Hashable, Sendable, CustomStringConvertible {
  /// This picture was recorded before. `index` counts from 0 in this call.
  case alreadyRecorded(ReadingID, index: Int)
  /// The same picture is in this batch twice.
  case twiceInBatch(index: Int)
  /// Not a JPEG picture.
  case notAPicture(index: Int)
  /// The reading or decision is not one line of JSON.
  case unusableJSON(index: Int)
  /// There is a decision of this round on this line already.
  case alreadyDecided(ReadingID, line: String, round: Int)
  /// There is no such sheet.
  case unknownSheet(ReadingID)

  package var description: String {
    switch self {
    case .alreadyRecorded(let id, let index): "Picture \(index) was recorded before, as \(id)."
    case .twiceInBatch(let index): "Picture \(index) is in the batch twice."
    case .notAPicture(let index): "Picture \(index) is not a JPEG picture."
    case .unusableJSON(let index): "Entry \(index) is not one line of JSON."
    case .alreadyDecided(let id, let line, let round):
      "Line \(line) of sheet \(id) was decided in round \(round) already."
    case .unknownSheet(let id): "There is no sheet \(id)."
    }
  }
}
