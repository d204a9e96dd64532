import Ballot
import Testing

@Suite("Issuing, posting, correcting bulletins")
struct BulletinDecidingTests {
  private static let today = Instant(seconds: 1_800_000_000).day
  private static let digest = History.digest

  private func state(_ commands: [Command], _ history: [Event] = History.toFrozen) throws -> ElectionState {
    var state = History.state(history)
    for (index, command) in commands.enumerated() {
      for event in try state.decide(command) {
        state.apply(event, at: Instant(seconds: 1_800_001_000 + index))
      }
    }
    return state
  }

  private static func issue(_ code: String) -> Command {
    .issueBulletin(code: code, digest: digest, data: History.other, document: "石桥村选字〔2027〕第1号", today: today)
  }

  private static func post(_ number: Int, _ place: String, _ day: Day) -> Command {
    .postBulletin(BulletinMoved(number: number, place: place, day: day, picture: nil), today: today)
  }

  private static func remove(_ number: Int, _ place: String, _ day: Day) -> Command {
    .removeBulletin(BulletinMoved(number: number, place: place, day: day, picture: nil), today: today)
  }

  private static func correct(_ number: Int, _ code: String, as next: Int) -> Command {
    .correctBulletin(
      BulletinCorrected(
        code: code, number: next, digest: digest, data: digest, document: "x", corrects: number, reason: "错字")
    )
  }

  @Test("Issuing a bulletin records the fact that it fulfils, once, in the same step")
  func fulfils() throws {
    let before = try state([])
    #expect(try before.decide(Self.issue("B00")).map(\.type) == ["bulletin.issued", "fact.recorded"])
    let after = try state([Self.issue("B00")])
    #expect(after.facts.held[.auditPublished] == Self.today)
    #expect(try after.decide(Self.issue("B03")).map(\.type) == ["bulletin.issued"])
    let known = try state([
      .recordFact(FactRecorded(fact: .auditPublished, day: Self.today), today: Self.today)
    ])
    #expect(try known.decide(Self.issue("B00")).map(\.type) == ["bulletin.issued"])
  }

  @Test("A bulletin goes out once, unless the catalogue lets it be repeated")
  func once() throws {
    let after = try state([Self.issue("B05"), Self.issue("B06")])
    #expect(throws: Refusal.bulletinIssuedAlready(code: "B05", number: 1)) {
      try after.decide(Self.issue("B05"))
    }
    #expect(try after.decide(Self.issue("B06")).count == 1)
    #expect(throws: Refusal.bulletinNumberTaken(2)) {
      try after.decide(.issueBulletin(code: "B03", digest: "", number: 2))
    }
  }

  @Test(
    "A bulletin is out from the day it hangs, not from the day it was signed; a second place changes nothing")
  func posting() throws {
    let (day, later) = (Self.today, Self.today.adding(days: 3))
    let after = try state([Self.issue("B05")])
    #expect(after.facts.bulletins["B05"] == day)
    let events = try after.decide(
      .postBulletin(BulletinMoved(number: 1, place: "村口", day: later, picture: nil), today: later))
    var hung = after
    for event in events { hung.apply(event, at: Instant(seconds: 1_800_300_000)) }
    #expect(hung.facts.bulletins["B05"] == later)
    for event in try hung.decide(Self.post(1, "村委会", day)) {
      hung.apply(event, at: Instant(seconds: 1_800_300_001))
    }
    #expect(hung.facts.bulletins["B05"] == later)
    #expect(hung.postings.map(\.place) == ["村口", "村委会"])
  }

  @Test("What cannot be is refused")
  func refusals() throws {
    let day = Self.today
    let after = try state([Self.issue("B05"), Self.post(1, "村口", day)])
    let cases: [(Command, Refusal)] = [
      (Self.post(2, "村口", day), .noSuchBulletin(2)),
      (Self.post(1, "村口", day), .postedAlready(1, place: "村口")),
      (Self.post(1, "村委会", day.adding(days: 1)), .postingDayImpossible(day.adding(days: 1), issued: day)),
      (Self.post(1, "村委会", day.adding(days: -1)), .postingDayImpossible(day.adding(days: -1), issued: day)),
      (Self.remove(1, "村委会", day), .notPosted(1, place: "村委会")),
      (Self.remove(7, "村口", day), .noSuchBulletin(7)),
      (Self.remove(1, "村口", day.adding(days: -1)), .postingDayImpossible(day.adding(days: -1), issued: day)),
      (Self.correct(3, "B05", as: 2), .noSuchBulletin(3)),
      (Self.correct(1, "B05", as: 5), .bulletinNumberTaken(5)),
      (Self.correct(1, "B06", as: 2), .bulletinNumberTaken(2)),
    ]
    for (command, refusal) in cases { #expect(throws: refusal) { try after.decide(command) } }
  }

  @Test("A correction stands beside the bulletin, which stays, and may be posted where that one hangs")
  func corrections() throws {
    let day = Self.today
    let after = try state([
      Self.issue("B05"), Self.post(1, "村口", day), Self.correct(1, "B05", as: 2), Self.post(2, "村口", day),
      Self.remove(1, "村口", day),
    ])
    #expect(after.bulletins.map(\.number) == [1, 2] && after.bulletins.map(\.code) == ["B05", "B05"])
    #expect(after.corrections[2]?.corrects == 1 && after.corrections[1] == nil)
    #expect(after.postings.map(\.removed) == [day, nil])
    #expect(after.facts.bulletins["B05"] == day)
  }

  // MARK: The list

  private func status(_ code: String, _ state: ElectionState, _ today: Day) -> BulletinSchedule.Status? {
    BulletinSchedule(state, calendar: state.calendar(today: today), today: today).lines
      .first { $0.paper.code == code }?.status
  }

  @Test("The list tells what is due, overdue, issued, posted, taken down too early")
  func schedule() throws {
    let day = Self.today
    let none = try state([])
    #expect(status("B02", none, day) == .due && status("B03", none, day) == .upcoming)
    #expect(status("B06", none, day) == .optional && status("B30", none, day) == nil)
    let due = none.plan.day.adding(days: -20)
    #expect(status("B05", none, due) == .due && status("B05", none, due.adding(days: 1)) == .overdue)
    let issued = try state([Self.issue("B22")], History.toEnded)
    #expect(status("B22", issued, day) == .issued)
    let posted = try state([Self.issue("B22"), Self.post(1, "村口", day)], History.toEnded)
    #expect(status("B22", posted, day) == .posted)
    let early = try state(
      [Self.issue("B22"), Self.post(1, "村口", day), Self.remove(1, "村口", day)], History.toEnded)
    #expect(status("B22", early, day) == .removedEarly)
    let last = day.adding(days: 15)
    var whole = posted
    for event in try posted.decide(
      .removeBulletin(BulletinMoved(number: 1, place: "村口", day: last, picture: nil), today: last))
    {
      whole.apply(event, at: Instant(seconds: 1_801_400_000))
    }
    #expect(status("B22", whole, last) == .removed)
  }
}
