import Archive
import Ballot
import Terminal

/// What came of a ballot under the camera, ready to be shown.
struct SheetSight: Equatable, Sendable {
  enum Outcome: Equatable, Sendable {
    case kept(ReadingID)
    /// The very same picture was kept before.
    case known
    /// Not kept: it looks like a sheet that was counted, and may be the same paper; the picture.
    case alike(TakenPicture)
    /// Shown again, for a decision.
    case recalled(ReadingID)
    case rejected(Sentence)
  }

  let outcome: Outcome
  let lines: [SeenLine]
  /// The photograph with the reading drawn over it.
  let picture: Bitmap?
  /// The marks of this sheet that wait for a decision.
  let pending: [PendingMark]
  /// The kept sheet that this picture shows again, or seems to.
  var earlier: ReadingID?
  /// Sheets kept so far.
  var kept = 0

  /// The kept sheet that is shown.
  var sheet: ReadingID? {
    switch outcome {
    case .kept(let id), .recalled(let id): id
    case .known, .alike: earlier
    case .rejected: nil
    }
  }
}

/// One line of a ballot as it was read.
struct SeenLine: Equatable, Sendable {
  let line: LineID
  let post: String
  /// The printed name; nil in a write-in row.
  let name: String?
  let mark: Mark
  let isDoubtful: Bool
  let needsDecision: Bool
}

/// A mark that waits for two scrutineers.
struct PendingMark: Equatable, Sendable {
  let sheet: ReadingID
  let line: LineID
  let post: String
  /// The printed name; nil in a write-in row.
  let name: String?
  let mark: Mark
  let isDoubtful: Bool
  /// The mark box with what is around it, enlarged.
  let zoom: Bitmap?
  /// What was written into a write-in row, enlarged.
  var writing: Bitmap?

  var isWriteIn: Bool { name == nil }

  /// The same mark, whatever picture is shown of it.
  func isSame(as other: PendingMark) -> Bool { sheet == other.sheet && line == other.line }
}
