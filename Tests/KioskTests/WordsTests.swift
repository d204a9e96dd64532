import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Printing
@testable import Scanner
@testable import Spreadsheet

@Suite("Every message has words in both languages")
struct WordsTests {
  private static let card = VoterCard(
    election: Array(repeating: 1, count: 8), roll: 7, round: 1, station: 2, generation: 0)

  static let verdicts: [CardVerdict] = [
    .valid(card), .used(card, at: Instant(seconds: 1_800_000_000), desk: 3), .replaced(card), .otherElection,
    .otherStation(card), .forged, .notACard,
  ]

  static let refusals: [Refusal] =
    [
      .rollFrozenAlready, .rollMissing, .rollNotFrozen, .rollChanged,
      .stageNotAhead(current: .polling, asked: .forum),
      .locked(asked: .polling, by: [.fact(.ballotsPrinted, of: .dayPrepared)]),
      .ballotsNotLaidOut, .ballotsNotPrinted, .copiesOutOfRange(-1), .pollNotOpen, .pollOpenAlready,
      .pollClosed,
      .pollStillOpen, .ballotsUsedUp(printed: 5), .nothingToSpoil, .countNotOpen, .countOpenAlready,
      .countClosed,
      .notOnRoll(9), .identitiesFail(["N06"]), .notReconciled, .tooFewSigners(have: 1, need: 2),
      .resultMissing,
      .sheetsUndecided(3), .sealedAlready(revision: 1),
      .noSuchBulletin(3), .bulletinNumberTaken(3), .postedAlready(3, place: "p"), .notPosted(3, place: "p"),
      .postingDayImpossible(Day(daysSince1970: 2), issued: Day(daysSince1970: 1)),
    ] + verdicts.dropFirst().map(Refusal.cardRefused) + WordTablesTests.recounts.map(Refusal.recountRefused)

  static let fieldFaults: [FieldFault] = [
    .unknown("x"), .fromBox("groups"), .notADay("start"), .notACount("due"),
    .cells("quotas", have: 1, need: 2),
    .twice("head"), .wrongShape("head"), .tooLong("head"),
  ]

  static let planReasons: [PlanProblem.Reason] = [
    .missing, .wrongKind(expected: "mapping"), .wrongKind(expected: "list"), .wrongKind(expected: "number"),
    .wrongKind(expected: "text"), .unknownKey("k", known: ["a"]), .unknownValue("v", known: ["a"]),
    .notAnID("x y"),
    .notACommunityCode("1"), .notADay("x"), .notATime("x"), .closesBeforeItOpens,
    .noSuchPack("p", known: ["q"]),
    .packNotInForce(pack: "p", from: Day(daysSince1970: 1), until: nil),
    .packNotInForce(pack: "p", from: Day(daysSince1970: 1), until: Day(daysSince1970: 2)),
    .kindNotInPack(kind: "k", known: ["a"]), .noPosts, .duplicate("d"), .seatsOutOfRange(0),
    .numberOutOfRange(0, least: 1, most: 9), .tooMany(300, most: 200), .tooLong(most: 100),
    .seatTotal(9, least: 3, most: 7), .noSurplus(candidates: 1, seats: 1, needed: 2), .nameEmpty,
    .nameTooLong("n", most: 20), .notFitting(lines: 60, most: 42), .noPlaces,
    .tooFewScrutineers(have: 1, need: 2),
    .officerIsCandidate("n"), .fileUnreadable("f"), .notAPNG("f"),
  ]

  static let rollReasons: [RollReason] = [
    .empty, .neitherIdentityNorBirth, .totalsRow, .cellFault("#REF!"), .digitsLost, .unknownSex,
    .sexDisagrees(written: .male, identity: .female), .unreadableDate, .dateWithoutDay,
    .birthDisagrees(written: "2000", identity: Day(daysSince1970: 1)),
    .tooYoung(birth: Day(daysSince1970: 1), reaches: Day(daysSince1970: 2), minimumAge: 18),
    .tooOld(birth: Day(daysSince1970: 1), age: 140), .duplicateIdentity(firstRow: 2),
    .duplicatePerson(firstRow: 2),
    .unknownClass, .tooLong(limit: 40), .name(.tooShort), .name(.tooLong(41)), .name(.digit("2")),
    .name(.privateCharacter), .name(.foreignCharacter("?")),
  ]

  static let rejections: [Rejection] = [
    .notAnImage(.unknownFormat), .noBallotFound, .cutOff(cornersSeen: 3), .blurred,
    .tooSmall(pixelsPerMillimetre: 1), .severalSheets, .unreadableCode,
    .otherBallot(BallotType(rawValue: "x")),
    .otherBatch(BatchCode(rawValue: "x")), .otherPage(2), .boxesHidden(count: 1, of: 14),
  ]

  static let headerErrors: [RollHeaderError] = [
    .noHeader(rowsSeen: 20, words: []), .noHeader(rowsSeen: 20, words: ["a"]),
    .missing([.one(.name), .either(.identityNumber, .birthDate)], row: 1, found: []),
    .ambiguous(.name, row: 1, columns: []), .unknownColumn("X", found: []),
  ]

  private static var all: [(String, Sentence)] {
    refusals.map { ("\($0)", $0.sentence) } + verdicts.map { ("\($0)", $0.sentence) }
      + planReasons.map { ("\($0)", $0.sentence) } + rollReasons.map { ("\($0)", $0.sentence) }
      + rejections.map { ("\($0)", $0.sentence) } + headerErrors.map { ("\($0)", $0.sentence) }
      + Stage.allCases.map { ("\($0)", $0.sentence) }
      + BulletinSchedule.Status.allCases.map { ("\($0)", $0.sentence) }
      + WordsTests.fieldFaults.map { ("\($0)", $0.sentence(PaperCatalogue.standard.papers[1])) }
      + PaperCatalogue.standard.papers.map { ($0.code, Sentence(zh: $0.title, en: $0.english)) }
      + [Delivery.printed, .confirmedByPerson, .file].map { ("\($0)", $0.sentence) }
  }

  @Test("Both languages say something, and not the same")
  func sayings() {
    for (name, sentence) in WordsTests.all {
      #expect(sentence.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(name) has no Chinese")
      #expect(sentence.en.count > 2 && sentence.en != sentence.zh, "\(name) has no English")
      let (foreign, latin) = (
        sentence.en.unicodeScalars.count { $0.properties.isIdeographic }, sentence.en.count
      )
      #expect(foreign * 2 < latin, "\(name): \(sentence.en)")
    }
  }

  @Test("Different faults have different words")
  func different() {
    func check(_ sentences: [Sentence], _ name: String) {
      #expect(Set(sentences.map(\.zh)).count == sentences.count, "\(name)")
      #expect(Set(sentences.map(\.en)).count == sentences.count, "\(name)")
    }
    check(WordsTests.refusals.map(\.sentence), "refusals")
    check(WordsTests.planReasons.map(\.sentence), "plan")
    check(WordsTests.rollReasons.map(\.sentence), "roll")
    check(WordsTests.rejections.map(\.sentence), "rejections")
    check(Stage.allCases.map(\.sentence), "stages")
  }

  @Test("Every refusal and rejection has a code of its own")
  func codes() {
    #expect(Set(WordsTests.refusals.map(\.code)).count == WordsTests.refusals.count)
    #expect(Set(WordsTests.rejections.map(\.code)).count == WordsTests.rejections.count)
  }

  @Test("A refusal tells what to do: it has at least two clauses")
  func advice() {
    for refusal in WordsTests.refusals where refusal != .cardRefused(.otherStation(WordsTests.card)) {
      let clauses = refusal.sentence.zh.split { "。：，".contains($0) }
      #expect(clauses.count >= 2, "\(refusal.sentence.zh)")
    }
  }

  @Test("No message shows an identity number", arguments: rollReasons)
  func nothingPersonal(reason: RollReason) {
    #expect(!reason.sentence.zh.contains { $0.isNumber && "\(reason)".count > 400 })
    #expect(reason.sentence.zh.firstMatch(of: /[0-9]{15,}/) == nil)
  }
}
