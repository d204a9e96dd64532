import Foundation
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk

@Suite("Staff and logins")
struct StaffTests {
  private static let pins = ["何秀兰": "482913", "冯开云": "603815", "李国": "775019", "张伟": "340862"]

  /// A box with a head, a clerk and two scrutineers of the plan, their hashes made cheap.
  private static func staffed(_ point: TestBox.Point) async throws -> (TestBox, scrutineers: [String]) {
    let test = try await TestBox.at(point)
    let box = try test.open()
    box.credentialCost = 1024
    let scrutineers = Array(try test.scrutineers().prefix(2))
    let people: [(String, StaffRole, String)] = [
      ("何秀兰", .committeeHead, "482913"), ("冯开云", .stationStaff, "603815"),
      (scrutineers[0], .chiefScrutineer, "775019"), (scrutineers[1], .scrutineer, "340862"),
    ]
    for (name, role, pin) in people {
      try box.enrol(name, role, Credential(secret: StaffSecret(typed: pin), cost: 1024))
      if name == "何秀兰" { try box.logIn(name, StaffSecret(typed: pin)) }
    }
    return (test, scrutineers)
  }

  private static func run(_ test: TestBox, _ words: [String], _ people: [(String, String)]) async throws
    -> Said
  {
    let file = test.file("pins")
    try Data((people.map(\.1).joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return await test.run(
      words + people.flatMap { ["--as", $0.0] } + ["--pin-file", file, "--format", "json"])
  }

  @Test("With staff enrolled a step needs somebody who may do it, and the journal says who did")
  func steps() async throws {
    let (test, _) = try await StaffTests.staffed(.printed)
    let open = ["poll", "open", "--boxes", "2"]
    let nobody = await test.json(words: open)
    #expect(nobody.status == 1 && nobody.errorCode == "loginNeeded")
    let clerk = try await StaffTests.run(test, open, [("冯开云", "603815")])
    #expect(clerk.status == 1 && clerk.errorCode == "notAllowed")
    let wrong = try await StaffTests.run(test, open, [("何秀兰", "000000")])
    #expect(wrong.status == 1 && wrong.errorCode == "wrongSecret")
    let stranger = try await StaffTests.run(test, open, [("无此人", "482913")])
    #expect(stranger.status == 1 && stranger.errorCode == "noSuchPerson")
    #expect(try test.open().election().opened == nil)
    let head = try await StaffTests.run(test, open, [("何秀兰", "482913")])
    #expect(head.status == 0, "\(head.text)")
    let issued = try await StaffTests.run(test, ["poll", "issue", "--roll", "3"], [("冯开云", "603815")])
    #expect(issued.status == 0, "\(issued.text)")
    // Looking needs nobody; a listing of the roll does.
    #expect(await test.json("poll", "status").status == 0)
    #expect(await test.json("roll", "list").errorCode == "loginNeeded")
    let lines = await test.run("journal", "show").out
    #expect(lines.contains { $0.contains("poll.opened") && $0.contains("\"by\":\"何秀兰\"") })
    #expect(
      lines.contains { $0.contains("\"outcome\":\"notAllowed\"") && $0.contains("\"duty\":\"polling\"") })
    #expect(lines.contains { $0.contains("\"outcome\":\"unknown\"") } && !lines.joined().contains("无此人"))
    for pin in StaffTests.pins.values + ["000000"] { #expect(!lines.joined().contains("\"\(pin)")) }
    #expect(await test.run("journal", "verify").status == 0)
  }

  @Test("Signing the totals takes both scrutineers' logins, not just their names")
  func twoPeople() async throws {
    let (test, scrutineers) = try await StaffTests.staffed(.counting)
    let reconciled = try await StaffTests.run(test, ["count", "reconcile"], [(scrutineers[0], "775019")])
    #expect(reconciled.status == 0, "\(reconciled.text)")
    let close = ["count", "close"] + scrutineers.flatMap { ["--signer", $0] }
    #expect(await test.json(words: close).errorCode == "loginNeeded")
    let one = try await StaffTests.run(test, close, [(scrutineers[0], "775019")])
    #expect(one.errorCode == "tooFewPeople" || one.errorCode == "identitiesFail", "\(one.text)")
    let others = try await StaffTests.run(
      test, close, [(scrutineers[0], "775019"), (scrutineers[0], "775019")])
    #expect(others.errorCode == "tooFewPeople", "\(others.text)")
  }

  @Test("Wrong tries wait, lock, and are unlocked by the head; a restart forgets nothing")
  func locking() async throws {
    let (test, _) = try await StaffTests.staffed(.created)
    var moment = 1_900_000_000
    let box = try Box(Home(test.home), now: { Instant(seconds: moment) })
    var codes: [String] = []
    for _ in 0..<12 {
      moment += 1000
      do {
        try box.logIn("冯开云", StaffSecret(typed: "999999"))
      } catch let failure as Failure {
        codes.append(failure.code)
      }
    }
    #expect(codes == Array(repeating: "wrongSecret", count: 9) + Array(repeating: "loginLocked", count: 3))
    let again = try Box(Home(test.home), now: { Instant(seconds: moment + 1) })
    #expect(throws: Failure.self) { try again.logIn("冯开云", StaffSecret(typed: "603815")) }
    #expect(throws: Failure.self) { try again.unlockStaff("冯开云") }
    try again.logIn("何秀兰", StaffSecret(typed: "482913"))
    try again.unlockStaff("冯开云")
    #expect(try again.logIn("冯开云", StaffSecret(typed: "603815")).name == "冯开云")
  }

  @Test("A credential that was put in another's place opens nothing")
  func swapped() async throws {
    let (test, _) = try await StaffTests.staffed(.created)
    let folder = test.home.appending(path: "keys/staff")
    let box = try test.open()
    let members = box.state.staff.members
    let (head, clerk) = (try #require(members.first), members[1])
    try FileManager.default.removeItem(at: folder.appending(path: head.credential))
    try FileManager.default.copyItem(
      at: folder.appending(path: clerk.credential), to: folder.appending(path: head.credential))
    do {
      try box.logIn("何秀兰", StaffSecret(typed: "603815"))
      Issue.record("the clerk's PIN opened the head's login")
    } catch let failure as Failure {
      #expect(failure.code == "credentialDamaged")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test(
    "The list by commands: the first heads the committee, a PIN is changed, a person removed, old hashes wiped"
  )
  func commands() async throws {
    let test = try await TestBox.at(.created)
    let file = test.file("new")
    func pin(_ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }
    try pin("482913\n")
    let new = ["--new-pin-file", file]
    let early = await test.json(words: ["staff", "add", "冯开云", "--role", "stationStaff"] + new)
    #expect(early.errorCode == "firstMustManage")
    #expect(
      await test.json(words: ["staff", "add", "何秀兰", "--role", "committeeHead"]).errorCode == "newPinMissing")
    #expect(await test.json(words: ["staff", "add", "何秀兰", "--role", "committeeHead"] + new).status == 0)
    #expect(
      await test.json(words: ["staff", "add", "冯开云", "--role", "stationStaff"] + new).errorCode
        == "loginNeeded")
    let listed = await test.json("staff", "list")
    #expect(listed.objects?.first?["name"] as? String == "何秀兰" && listed.out.count == 1)
    try pin("12345\n")
    let short = try await StaffTests.run(test, ["staff", "pin", "何秀兰"] + new, [("何秀兰", "482913")])
    #expect(short.errorCode == "secretTooShort")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let seen = try await StaffTests.run(test, ["staff", "pin", "何秀兰"] + new, [("何秀兰", "482913")])
    #expect(seen.status == 2 && seen.errorCode == "pinFileOpen")
    let gone = try await StaffTests.run(test, ["staff", "remove", "何秀兰"], [("何秀兰", "482913")])
    #expect(gone.status == 0, "\(gone.text)")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: test.home.appending(path: "keys/staff").path)
    #expect(left.isEmpty, "no hash of a PIN stays behind: \(left)")
    #expect(await test.json("poll", "open").errorCode == "rollNotFrozen", "the box asks nobody again")
  }

  @Test(
    "At a terminal PINs are asked for and not shown", .enabled(if: Tool("tmux") != nil && Tool.kiosk != nil))
  func prompts() async throws {
    let test = try await TestBox.at(.created)
    let terminal = try #require(try Tmux(columns: 100, in: test.folder))
    let kiosk = try #require(Tool.kiosk).path
    try terminal.run("'\(kiosk)' staff add 何秀兰 --role committeeHead --home '\(test.home.path)'")
    try terminal.wait(for: "新 PIN")
    try terminal.type("482913")
    try terminal.keys("Enter")
    try terminal.wait(for: "再输一遍")
    try terminal.type("482913")
    try terminal.keys("Enter")
    let shown = try terminal.wait(for: "已添加")
    #expect(!shown.contains("482913"))
    try terminal.run("'\(kiosk)' staff remove 何秀兰 --as 何秀兰 --home '\(test.home.path)'")
    try terminal.wait(for: "PIN 或口令")
    try terminal.type("482913")
    try terminal.keys("Enter")
    try terminal.wait(for: "已删除")
    #expect(try test.open().state.staff.isEmpty)
  }

  @Test("The duties are listed for people and machines")
  func duties() async throws {
    let test = try TestBox()
    let said = await test.json("staff", "duties")
    #expect(said.out.count == Duty.allCases.count)
    let zh = await test.run("staff", "duties").out
    #expect(zh.contains { $0.contains("认定疑难票") && $0.contains("2 人") && $0.contains("监票员") })
  }
}
