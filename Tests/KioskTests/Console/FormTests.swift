import Terminal
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk
@testable import Scanner

@Suite("Forms that follow the election and the camera")
struct FormTests {
  private func briefing() throws -> Briefing {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(6)
    return history.briefing
  }

  @Test("Sealing is to be done again in a further round, as a new revision")
  func sealedInRounds() throws {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(6)
    history.openCount(6)
    history.happen(
      .countClosed(CountClosed(resultDigest: "aa", signers: ["姜守义"])),
      .bundleSealed(BundleSealed(revision: 1, publicID: "aa", restrictedID: "bb")))
    #expect(HomeTask.seal.isDone(history.briefing))
    history.happen(
      .roundOpened(
        RoundOpened(round: 2, vote: .runoff, day: ConsoleHistory.morning.day, posts: [], cards: .kept)))
    #expect(!HomeTask.seal.isDone(history.briefing))
    let form = Form.make(.seal, history.briefing)
    #expect(form.commands([]) == [["archive", "seal", "--new-revision"]])
    #expect(form.question?([]) == .sealAgainQuestion)
    #expect(Form.make(.seal, try briefing()).commands([]) == [["archive", "seal"]])
  }

  @Test("A card under the camera fills its number in; one that is not valid does not")
  func cardInForm() throws {
    let briefing = try briefing()
    var screen = FormScreen(Form.make(.mobileIssue, briefing))
    #expect(screen.camera(briefing) == nil)
    #expect(screen.hear(.cardSeen("KC1:X"), briefing) == .none)
    _ = screen.handle(.character("1"), briefing)
    _ = screen.handle(.enter, briefing)
    #expect(screen.camera(briefing)?.use == .cards)
    #expect(screen.hear(.picture("a.jpg"), briefing) == .start(.readCard("a.jpg")))
    #expect(
      screen.hear(.refused(Complaint(.diskFull)), briefing) == .say(Notice(Failure.diskFull.sentence, .bad)))
    #expect(screen.stand == .filling)
    #expect(screen.hear(.cardSeen("KC1:X"), briefing) == .carryOut(.judgeCard("KC1:X")))
    let told = screen.hear(.judged(ConsoleHistory.judged), briefing)
    #expect(told == .say(Notice(.cardFilledIn(7, "龙见月"), .good)))
    #expect(screen.form.fields[1].input.text == "7")
    let forged = Judgement(verdict: .forged, voter: nil)
    #expect(screen.hear(.judged(forged), briefing) == .say(Notice(CardVerdict.forged.sentence, .bad)))
    #expect(screen.form.fields[1].input.isEmpty)
    _ = screen.handle(.character("7"), briefing)
    let words = ["poll", "mobile", "issue", "--box", "1", "--roll", "7", "--desk", "1"]
    #expect(screen.handle(.enter, briefing) == .start(.commands([words])))
  }
}
