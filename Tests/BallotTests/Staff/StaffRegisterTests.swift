import Testing

@testable import Ballot

@Suite("Staff: the list, the tries, the duties")
struct StaffRegisterTests {
  private static func at(_ seconds: Int) -> Instant { Instant(seconds: 1_800_000_000 + seconds) }

  /// A register after events, as the journal would fold them.
  private static func register(_ events: [(Event, Int)]) -> StaffRegister {
    var state = DeviceState()
    for (index, (event, seconds)) in events.enumerated() {
      state.apply(Record(sequence: index + 1, at: at(seconds), by: nil, election: nil, event: event))
    }
    return state.staff
  }

  private static func enrolled(_ id: Int, _ name: String, _ role: StaffRole) -> (Event, Int) {
    (
      .staffEnrolled(
        StaffEnrolled(person: StaffID(rawValue: id), name: name, role: role, credential: "c\(id)")), 0
    )
  }

  private static func login(_ outcome: LoginRecorded.Outcome, _ id: Int, _ seconds: Int) -> (Event, Int) {
    (.loginRecorded(LoginRecorded(outcome, person: StaffID(rawValue: id))), seconds)
  }

  private static let head = StaffID(rawValue: 1)
  private static let clerk = StaffID(rawValue: 2)
  private static let scrutineer = StaffID(rawValue: 3)
  private static let other = StaffID(rawValue: 4)
  private static let everybody = [
    enrolled(1, "何秀兰", .committeeHead), enrolled(2, "冯开云", .stationStaff), enrolled(3, "李国", .scrutineer),
    enrolled(4, "张伟", .chiefScrutineer),
  ]

  // MARK: The list

  @Test("The list is refused what would break it")
  func list() throws {
    let empty = StaffRegister()
    #expect(throws: StaffRefusal.firstMustManage) { try empty.enrol("冯开云", .stationStaff, credential: "c") }
    #expect(try empty.enrol("何秀兰", .committeeHead, credential: "c").count == 1)
    let full = StaffRegisterTests.register(StaffRegisterTests.everybody)
    #expect(throws: StaffRefusal.nameTaken) { try full.enrol("李国", .scrutineer, credential: "c") }
    for name in ["", " ", "李 国", String(repeating: "长", count: 21)] {
      #expect(throws: StaffRefusal.nameUnusable) { try full.enrol(name, .scrutineer, credential: "c") }
    }
    #expect(throws: StaffRefusal.lastManager) { try full.remove(StaffRegisterTests.head) }
    #expect(throws: StaffRefusal.noSuchPerson) { try full.remove(StaffID(rawValue: 9)) }
    #expect(try full.remove(StaffRegisterTests.clerk).count == 1)
    let alone = StaffRegisterTests.register([StaffRegisterTests.enrolled(1, "何秀兰", .committeeHead)])
    #expect(
      try alone.remove(StaffRegisterTests.head).count == 1, "the last one may go: the box is open again")
  }

  @Test("A number is never given twice, not even when the list was empty in between")
  func numbers() throws {
    let gone = (Event.staffChanged(StaffChanged(person: StaffRegisterTests.head, change: .removed)), 1)
    let register = StaffRegisterTests.register([StaffRegisterTests.enrolled(1, "何秀兰", .committeeHead), gone])
    #expect(register.isEmpty)
    guard case .staffEnrolled(let facts)? = try register.enrol("何秀兰", .committeeHead, credential: "c").first
    else {
      Issue.record("nobody was enrolled")
      return
    }
    #expect(facts.person.rawValue == 2)
  }

  // MARK: Tries

  @Test(
    "How long a person waits after wrong tries",
    arguments: [
      (0, 0), (1, 0), (2, 0), (3, 30), (4, 60), (5, 120), (6, 240), (7, 480), (8, 900), (9, 900),
    ])
  func waits(wrong: Int, seconds: Int) throws {
    var tries = TryLimit()
    for _ in 0..<wrong { tries.fail(at: StaffRegisterTests.at(0)) }
    #expect(tries.wait(at: StaffRegisterTests.at(0)) == seconds)
    #expect(tries.wait(at: StaffRegisterTests.at(seconds)) == 0)
    #expect(seconds == 0 || tries.wait(at: StaffRegisterTests.at(seconds - 1)) == 1)
    #expect(tries.wait(at: StaffRegisterTests.at(-5000)) == 0, "a clock set back makes nobody wait")
    #expect(!tries.isLocked)
  }

  @Test("The tenth wrong try locks, whatever the clock says, until somebody unlocks")
  func locks() throws {
    var history = StaffRegisterTests.everybody
    for index in 0..<9 { history.append(StaffRegisterTests.login(.wrong, 2, index * 2000)) }
    let nearly = StaffRegisterTests.register(history)
    #expect(
      nearly.conclude(tryOf: StaffRegisterTests.clerk, matched: false, at: StaffRegisterTests.at(20_000))
        .outcome == .locked)
    history.append(StaffRegisterTests.login(.locked, 2, 20_000))
    let locked = StaffRegisterTests.register(history)
    for moment in [20_001, 9_000_000, -9_000_000] {
      #expect(throws: StaffRefusal.locked) {
        try locked.admitTry(of: StaffRegisterTests.clerk, at: StaffRegisterTests.at(moment))
      }
      #expect(
        locked.conclude(tryOf: StaffRegisterTests.clerk, matched: true, at: StaffRegisterTests.at(moment))
          .outcome
          == .refused, "not even the right PIN")
    }
    for change in [StaffChanged.Change.unlocked, .credentialReplaced] {
      let opened = StaffRegisterTests.register(
        history + [(.staffChanged(StaffChanged(person: StaffRegisterTests.clerk, change: change)), 20_002)])
      #expect(throws: Never.self) {
        try opened.admitTry(of: StaffRegisterTests.clerk, at: StaffRegisterTests.at(20_003))
      }
    }
  }

  @Test("The right PIN makes the wrong ones forgotten; a try while waiting does not count")
  func forgets() throws {
    let three = StaffRegisterTests.everybody + (0..<3).map { StaffRegisterTests.login(.wrong, 2, $0) }
    let waiting = StaffRegisterTests.register(three + [StaffRegisterTests.login(.refused, 2, 5)])
    #expect(throws: StaffRefusal.waiting(seconds: 22)) {
      try waiting.admitTry(of: StaffRegisterTests.clerk, at: StaffRegisterTests.at(10))
    }
    #expect(waiting.member(StaffRegisterTests.clerk)?.tries.wrong == 3)
    let right = StaffRegisterTests.register(three + [StaffRegisterTests.login(.accepted, 2, 60)])
    #expect(right.member(StaffRegisterTests.clerk)?.tries == TryLimit())
    #expect(right.member(StaffRegisterTests.head)?.tries == TryLimit())
  }

  // MARK: Duties

  @Test("With nobody on the list nobody is asked", arguments: Duty.allCases)
  func open(duty: Duty) throws {
    #expect(throws: Never.self) { try StaffRegister().check(duty, by: []) }
    #expect(throws: Never.self) { try StaffRegister().check(signers: ["任何人"], by: []) }
  }

  @Test("Every duty has exactly one row, and somebody for it")
  func table() {
    #expect(
      Permissions.standard.rows.map(\.duty).sorted { $0.rawValue < $1.rawValue }
        == Duty.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(Permissions.standard.rows.allSatisfy { !$0.roles.isEmpty && (1...2).contains($0.people) })
    #expect(Permissions.standard.rows.filter { $0.people == 2 }.map(\.duty) == [.deciding, .closing])
    #expect(
      Permissions.standard.duties(of: .maintenance) == [.maintaining], "maintenance sees no roll and no count"
    )
    #expect(!Permissions.standard.allows(.guidanceBody, .rollLooking))
    #expect(!Permissions.standard.allows(.stationStaff, .deciding))
  }

  @Test(
    "Who may do what",
    arguments: [
      (Duty.issuing, [2], StaffRefusal?.none), (.issuing, [], .loginNeeded(.issuing)),
      (.issuing, [99], .loginNeeded(.issuing)),
      (.issuing, [3], .notAllowed(name: "李国", role: .scrutineer, duty: .issuing)), (.issuing, [3, 2], nil),
      (.deciding, [3], .tooFewPeople(.deciding, have: 1, need: 2)),
      (.deciding, [3, 3], .tooFewPeople(.deciding, have: 1, need: 2)),
      (.deciding, [3, 2], .tooFewPeople(.deciding, have: 1, need: 2)), (.deciding, [3, 4], nil),
      (.closing, [4, 3], nil),
      (.deciding, [1, 2], .notAllowed(name: "何秀兰", role: .committeeHead, duty: .deciding)),
      (.staffing, [1], nil),
    ])
  func duties(duty: Duty, people: [Int], refusal: StaffRefusal?) {
    let register = StaffRegisterTests.register(StaffRegisterTests.everybody)
    var found: StaffRefusal?
    do throws(StaffRefusal) {
      try register.check(duty, by: people.map(StaffID.init))
    } catch {
      found = error
    }
    #expect(found == refusal)
  }

  @Test("Nobody signs for somebody who is not logged in")
  func signers() {
    let register = StaffRegisterTests.register(StaffRegisterTests.everybody)
    let present = [StaffRegisterTests.scrutineer, StaffRegisterTests.other]
    #expect(throws: Never.self) { try register.check(signers: ["李国", "张伟"], by: present) }
    #expect(throws: StaffRefusal.signerAbsent(name: "何秀兰")) {
      try register.check(signers: ["李国", "何秀兰"], by: present)
    }
  }

  @Test(
    "The events are read back as they were written",
    arguments: everybody.map(\.0) + [
      .staffChanged(StaffChanged(person: head, change: .credentialReplaced, credential: "d")),
      .staffChanged(StaffChanged(person: head, change: .removed)), .loginRecorded(LoginRecorded(.unknown)),
      .loginRecorded(LoginRecorded(.notAllowed, person: clerk, duty: .rollFreezing)),
    ])
  func events(event: Event) throws {
    let record = Record(sequence: 1, at: StaffRegisterTests.at(0), by: nil, election: nil, event: event)
    #expect(try Record(line: record.line) == record)
  }

  @Test(
    "Lines of this release stay readable",
    arguments: [
      #"{"at":"2027-01-15T16:00:00+08:00","data":{"credential":"ab","name":"何秀兰","person":1,"role":"committeeHead"},"seq":1,"type":"staff.enrolled","v":1}"#,
      #"{"at":"2027-01-15T16:00:00+08:00","data":{"change":"unlocked","person":1},"seq":1,"type":"staff.changed","v":1}"#,
      #"{"at":"2027-01-15T16:00:00+08:00","by":"何秀兰","data":{"duty":"closing","outcome":"notAllowed","person":1},"seq":1,"type":"login.recorded","v":1}"#,
    ])
  func golden(line: String) throws {
    #expect(try Record(line: line).line == line)
  }
}
