import Archive
import Ballot
import Terminal

/// What a screen is told: the answer to a deed, how far work has come, or what lies before the camera.
enum News: Equatable, Sendable {
  /// A picture was taken.
  case picture(TakenPicture)
  /// What the code on a card says; nil where none was seen.
  case cardSeen(String?)
  case judged(Judgement)
  case issued(roll: Int, at: Instant)
  case sheetRead(SheetSight)
  /// The marks that wait, and how many sheets are kept.
  case pending([PendingMark], kept: Int = 0)
  case decided
  case found([VoterFace])
  case files([String])
  /// The beginning of a roll's table, before it is read.
  case columns(RollTableHead)
  case identities([Identity])
  case compared(ComparisonSight)
  case paper(Bitmap)
  case request(RequestSight)
  case loggedIn(StaffID)
  case loginRefused(Complaint)
  /// Why nothing can be signed; nil while the keys are open.
  case keyLock(KeyLock?)
  /// Protected keys are open now; how they were opened.
  case keysOpened(KeyWay)
  case keysRefused(Complaint)
  case recorded
  /// What was kept of a plan; empty where nothing was.
  case planDraft([String: [[String]]])
  case progress(Work)
  case answered([Sentence])
  case refused(Complaint)
}

/// How far work in the background has come.
struct Work: Equatable, Sendable {
  let title: Sentence
  let done: Int
  let total: Int

  var percent: Int { total > 0 ? min(100, max(0, done * 100 / total)) : 0 }
}

/// Why something was not done, in words.
struct Complaint: Equatable, Sendable {
  let code: String
  let text: Sentence
  /// Every reason, where there are several, with its place in the file.
  let faults: [FailureDetail]

  var details: [Sentence] { faults.map(\.sentence) }

  init(_ failure: Failure) {
    code = failure.code
    text = failure.sentence
    faults = failure.details
  }
}

/// A card's verdict with what the clerk compares the person with.
struct Judgement: Equatable, Sendable {
  let verdict: CardVerdict
  /// The voter, where the card is one of ours.
  let voter: VoterFace?
}

/// What the console shows of a voter; the identity number is masked.
struct VoterFace: Equatable, Sendable {
  let number: Int
  let name: String
  let sex: Sentence
  let birth: Day
  let group: String
  let identity: String?
}

extension VoterFace {
  init(_ voter: VoterRecord) {
    number = voter.number.rawValue
    name = voter.name
    sex = voter.sex == .male ? Sentence(zh: "男", en: "m") : Sentence(zh: "女", en: "f")
    birth = voter.birth
    group = voter.group.rawValue
    identity = voter.identity?.masked
  }
}
