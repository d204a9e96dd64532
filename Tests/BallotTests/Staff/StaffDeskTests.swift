import Testing

@testable import Ballot

@Suite("Who stands at the console")
struct StaffDeskTests {
  private static func at(_ seconds: Int) -> Instant { Instant(seconds: 1_800_000_000 + seconds) }
  private static let one = StaffID(rawValue: 1)
  private static let two = StaffID(rawValue: 2)

  @Test("An idle screen locks; the same person goes on, another begins anew")
  func idle() {
    var desk = StaffDesk(idleLimit: 300)
    #expect(desk.enter(StaffDeskTests.one, at: StaffDeskTests.at(0)) == .begin)
    #expect(desk.tick(at: StaffDeskTests.at(299)) == .none)
    desk.touch(at: StaffDeskTests.at(299))
    #expect(desk.tick(at: StaffDeskTests.at(598)) == .none)
    #expect(
      desk.tick(at: StaffDeskTests.at(599)) == .record(LoginRecorded(.idle, person: StaffDeskTests.one)))
    #expect(desk.state == .locked(StaffDeskTests.one) && desk.person == nil)
    #expect(desk.tick(at: StaffDeskTests.at(9999)) == .none)
    #expect(desk.enter(StaffDeskTests.one, at: StaffDeskTests.at(10_000)) == .resume)
    #expect(desk.lock() == .record(LoginRecorded(.left, person: StaffDeskTests.one)))
    #expect(desk.enter(StaffDeskTests.two, at: StaffDeskTests.at(10_001)) == .begin)
    #expect(desk.leave() == .record(LoginRecorded(.left, person: StaffDeskTests.two)))
    #expect(desk.leave() == .none && desk.lock() == .none && desk.state == .empty)
    #expect(desk.tick(at: StaffDeskTests.at(99_999)) == .none)
  }

  @Test("A clock set back neither locks at once nor keeps the screen open")
  func clock() {
    var desk = StaffDesk(idleLimit: 300)
    _ = desk.enter(StaffDeskTests.one, at: StaffDeskTests.at(10_000))
    #expect(desk.tick(at: StaffDeskTests.at(0)) == .none)
    #expect(
      desk.tick(at: StaffDeskTests.at(300)) == .record(LoginRecorded(.idle, person: StaffDeskTests.one)))
  }

  private static func register() -> StaffRegister {
    var state = DeviceState()
    let people: [(String, StaffRole)] = [("甲", .scrutineer), ("乙", .chiefScrutineer), ("丙", .stationStaff)]
    for (index, person) in people.enumerated() {
      let facts = StaffEnrolled(
        person: StaffID(rawValue: index + 1), name: person.0, role: person.1, credential: "c")
      state.apply(
        Record(sequence: index + 1, at: at(0), by: nil, election: nil, event: .staffEnrolled(facts)))
    }
    return state.staff
  }

  @Test("Two different people with the right role confirm the same thing")
  func twoPeople() {
    let register = StaffDeskTests.register()
    var step = TwoPersonStep(.deciding)
    #expect(step.confirm(StaffDeskTests.one, in: register, at: StaffDeskTests.at(0)) == .waiting(more: 1))
    #expect(step.confirm(StaffDeskTests.one, in: register, at: StaffDeskTests.at(1)) == .samePerson)
    #expect(
      step.confirm(StaffID(rawValue: 3), in: register, at: StaffDeskTests.at(2))
        == .refused(.notAllowed(name: "丙", role: .stationStaff, duty: .deciding)))
    #expect(
      step.confirm(StaffID(rawValue: 9), in: register, at: StaffDeskTests.at(2)) == .refused(.noSuchPerson))
    #expect(
      step.confirm(StaffDeskTests.two, in: register, at: StaffDeskTests.at(600))
        == .complete([StaffDeskTests.one, StaffDeskTests.two]))
  }

  @Test("A first confirmation grows old", arguments: [601, -1])
  func expires(later: Int) {
    let register = StaffDeskTests.register()
    var step = TwoPersonStep(.closing)
    _ = step.confirm(StaffDeskTests.one, in: register, at: StaffDeskTests.at(0))
    #expect(step.confirm(StaffDeskTests.two, in: register, at: StaffDeskTests.at(later)) == .expired)
    #expect(step.confirm(StaffDeskTests.two, in: register, at: StaffDeskTests.at(later)) == .waiting(more: 1))
  }

  @Test(
    "A new PIN or passphrase",
    arguments: [
      ("482913", StaffRefusal?.none), ("４８２９１３", nil), ("正确的马电池订书钉", .secretUntypable), ("horse-staple", nil),
      ("horse-stäple", .secretUntypable),
      ("48291", .secretTooShort),
      ("abcdefg", .secretTooShort), ("", .secretTooShort), ("111111", .secretTooPlain),
      ("121212", .secretTooPlain),
      ("123456", .secretTooPlain), ("87654321", .secretTooPlain), ("482482", .secretTooPlain),
      (String(repeating: "ab9", count: 80), .secretTooShort),
    ])
  func secrets(text: String, refusal: StaffRefusal?) {
    var found: StaffRefusal?
    do throws(StaffRefusal) {
      _ = try StaffSecret(new: text)
    } catch {
      found = error
    }
    #expect(found == refusal)
    #expect(StaffSecret(typed: "４８２９１３") == StaffSecret(typed: "482913"))
  }
}
