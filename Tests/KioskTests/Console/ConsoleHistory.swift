import Foundation

@testable import Ballot
@testable import Kiosk

/// An election in memory, with times that do not change, for looking at screens.
struct ConsoleHistory {
  private(set) var election: ElectionState
  private var clock: Int

  /// Nine o'clock on election day.
  static let morning = Instant("2027-05-18T09:00:00+08:00") ?? Instant(seconds: 0)

  init() throws {
    let plan = try PlanFile(yaml: SmallVillage.plan, folder: URL(filePath: "/")).plan
    clock = ConsoleHistory.morning.seconds - 3600
    let created = Instant(seconds: clock - 40 * 86400)
    election = ElectionState(
      ElectionCreated(plan: plan, planDigest: String(repeating: "ab", count: 32), packDigest: "cd"),
      at: created)
  }

  /// Events one after the other, five minutes apart.
  mutating func happen(_ events: Event...) {
    for event in events {
      election.apply(event, at: Instant(seconds: clock))
      clock += 300
    }
  }

  mutating func beReady() {
    happen(
      .rollImported(RollImported(digest: "aa", source: "roll.csv", voters: 9, men: 5, women: 4)),
      .rollFrozen(
        RollFrozen(
          digest: "aa", voters: 9, candidates: ["director": [1, 2], "deputy": [3, 4], "member": [5, 6]])),
      .cardsPrinted(CardsPrinted(cards: 9, pages: 1, delivery: .printed)),
      .ballotsLaidOut(
        BallotsLaidOut(
          type: BallotType(rawValue: "AAAAAAAAAA"), batch: BatchCode(rawValue: "0001"), pages: 1,
          geometryDigest: "00")),
      .ballotsPrinted(BallotsPrinted(batch: BatchCode(rawValue: "0001"), copies: 14, delivery: .printed)))
  }

  mutating func vote(_ voters: Int) {
    happen(
      .stageAdvanced(StageAdvanced(stage: .polling)), .pollOpened(PollOpened(boxes: 1, witnesses: ["姜守义"])))
    for roll in 0..<voters {
      happen(.ballotIssued(BallotIssued(roll: roll + 1, generation: 0, desk: 1, manner: .inPerson)))
    }
  }

  mutating func openCount(_ sheets: Int) {
    happen(
      .pollClosed(PollClosed(unused: 14 - sheets)), .stageAdvanced(StageAdvanced(stage: .counting)),
      .countOpened(CountOpened(boxes: [sheets], witnesses: ["姜守义"])),
      .sheetsAccepted(SheetsAccepted(accepted: 3, total: 3, refused: 0)))
  }

  /// What the screens know then.
  var briefing: Briefing {
    var briefing = Briefing(now: Instant(seconds: clock))
    briefing.devices = Briefing.Devices(printer: .works, camera: .works, disk: .works, network: .unknown)
    briefing.station = 1
    briefing.take(election)
    return briefing
  }

  /// Somebody of each kind, by PIN.
  static func staff() throws -> StaffRegister {
    var state = DeviceState()
    for (index, (name, role)) in [
      ("白露", StaffRole.committeeHead), ("姜守义", .chiefScrutineer), ("何秀兰", .scrutineer), ("向前", .stationStaff),
    ].enumerated() {
      let enrolled = StaffEnrolled(
        person: StaffID(rawValue: index + 1), name: name, role: role, credential: "00")
      state.apply(
        Record(sequence: index + 1, at: morning, by: nil, election: nil, event: .staffEnrolled(enrolled)))
    }
    return state.staff
  }

  static let card = VoterCard(
    election: Array(repeating: 1, count: 8), roll: 7, round: 1, station: 1, generation: 0)

  static let voter = VoterFace(
    number: 7, name: "龙见月", sex: Sentence(zh: "女", en: "f"),
    birth: Day(iso: "1958-02-03") ?? Day(daysSince1970: 0), group: "1组", identity: "5001**********1234")

  static let judged = Judgement(verdict: .valid(card), voter: voter)
}
