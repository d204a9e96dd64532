import Archive
import Ballot

/// Something short that is done at once, while the person waits.
enum Deed: Equatable, Sendable {
  /// Judges the card that the voter with a number holds now.
  case judgeNumber(Int)
  /// Judges what a card's code says.
  case judgeCard(String)
  /// Hands out ballots against a card that was judged.
  case issue(CardVerdict)
  /// Looks for people on the roll; a name, a number, a group, the end of an identity number.
  case search(String, most: Int)
  /// Writes into the journal that somebody came or left.
  case record(LoginRecorded)
  /// Looks for files that somebody may have brought.
  case listFiles([String])
  /// Looks for a plan that somebody has begun to fill in.
  case readPlanDraft
  /// Keeps what was filled in of a plan, over a power cut too.
  case keepPlanDraft([String: [[String]]])
}

/// Something longer, done in the background.
enum Job: Equatable, Sendable {
  /// A command, exactly as on the command line.
  case command([String])
  /// Several, one after the other, while each succeeds.
  case commands([[String]])
  /// Writes a plan that was filled in by fields into the home and creates the election by it.
  case createByFields(id: String, yaml: String)
  /// Lets somebody in, or not: a name, and what was typed.
  case logIn(String, StaffSecret)
  /// Looks whether the keys are locked.
  case lookAtKeys
  /// Opens protected keys by what somebody typed.
  case openKeys(RecoverySecret)
  /// Reads the beginning of a roll's table.
  case readColumns(String)
  /// Takes somebody onto the staff list.
  case enrol(String, StaffRole, String)
  /// Draws a paper and shows a page of it.
  case preview(PaperKind, page: Int)
  /// Shows the request of an anomaly that was submitted.
  case showRequest(Int)
  /// Looks for a voter card in a picture.
  case readCard(TakenPicture)
  /// Reads a ballot's picture and keeps the reading.
  case readSheet(TakenPicture, CountPass = .first)
  /// Reads a picture that looks like a counted sheet, after people have compared the papers.
  case readDistinct(TakenPicture, CountPass = .first)
  /// Keeps what two scrutineers found on one line.
  case decide(ReadingID, LineDecision, CountPass = .first)
  /// Takes a whole sheet out of the count, as two scrutineers found.
  case voidSheet(ReadingID, SheetVoid, deciders: [String], CountPass = .first)
  /// Looks for every mark that waits for a decision.
  case listPending(CountPass = .first)
  /// A kept sheet once more, with its picture.
  case showSheet(ReadingID, LineID, CountPass = .first)
  /// Works out everything that must add up.
  case checkIdentities
  /// Compares the second reading with the first.
  case compareRecount

  /// Whether somebody who wants in would wait for other work to end.
  var mustNotWait: Bool {
    if case .logIn = self { return true }
    if case .openKeys = self { return true }
    return self == .lookAtKeys
  }
}
