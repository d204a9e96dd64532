import Foundation
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("How the box is set up")
struct SetupTests {
  @Test("What is set holds for the next command, what is left empty is forgotten, all of it by reset")
  func kept() async throws {
    let box = try TestBox()
    #expect(await box.json("settings", "set", "station=2", "idleMinutes=3", "language=en").status == 0)
    let said = await box.json("settings", "set", "camera=/dev/video0", "idleMinutes=")
    let setup = try #require(said.objects?.first)
    #expect(setup["station"] as? Int == 2 && setup["camera"] as? String == "/dev/video0")
    #expect(setup["language"] as? String == "en" && setup["idleMinutes"] == nil)
    #expect(try Home(box.home).readSetup().station == 2)
    #expect(await box.run("settings", "reset").status == 0)
    #expect(try Home(box.home).readSetup() == Setup())
  }

  @Test(
    "What cannot be is refused, and nothing is kept",
    arguments: [
      "station=0", "station=1000", "station=x", "desk=-1", "camera=\u{7}", "queue=a\nb", "language=fr",
      "idleMinutes=0", "idleMinutes=121", "camera=" + String(repeating: "a", count: 256),
    ])
  func refused(_ change: String) async throws {
    let box = try TestBox()
    let said = await box.json("settings", "set", "desk=7", change)
    #expect(said.status == 2 && said.errorCode == "settingRefused", "\(said.text)")
    #expect(try Home(box.home).readSetup() == Setup())
  }

  @Test("A name that is no setting is refused", arguments: ["colour=red", "station", "=", ""])
  func unknown(_ change: String) async throws {
    let said = try await TestBox().json("settings", "set", change)
    #expect(said.status == 2 && said.errorCode == "usage", "\(said.text)")
  }

  @Test(
    "A file that cannot be read stops what depends on it, and can be forgotten",
    arguments: [
      "", "{", "[]", "{\"format\":\"kiosk-setup/2\"}", "{\"station\":1}",
      "{\"format\":\"kiosk-setup/1\",\"station\":0}", "{\"format\":\"kiosk-setup/1\",\"station\":\"1\"}",
    ])
  func damaged(_ text: String) async throws {
    let box = try TestBox()
    #expect(await box.run("settings", "set", "desk=2").status == 0)
    try Data(text.utf8).write(to: Home(box.home).setup)
    for words in [["settings"], ["poll", "spoil"], ["settings", "set", "desk=3"]] {
      let said = await box.json(words: words)
      #expect(said.status == 2 && said.errorCode == "setupMalformed", "\(words): \(said.text)")
    }
    let whole = Form.make(.settings, Briefing(now: Instant(seconds: 1_800_000_000)))
    #expect(await box.json(words: whole.commands(whole.fields)[0]).status == 0)
    try Data(text.utf8).write(to: Home(box.home).setup)
    #expect(await box.run("settings", "reset").status == 0)
    #expect(await box.run("settings").status == 0)
  }

  @Test("A desk that is set is the one at which ballots are handed out; an option goes before it")
  func desk() async throws {
    let box = try await TestBox.at(.polling)
    #expect(await box.run("settings", "set", "desk=7").status == 0)
    #expect(await box.json("poll", "issue", "--roll", "1").objects?.first?["desk"] as? Int == 7)
    #expect(
      await box.json("poll", "issue", "--roll", "2", "--desk", "4").objects?.first?["desk"] as? Int == 4)
  }

  @Test("Where staff is enrolled, the settings are for those who maintain the box")
  func duty() async throws {
    let box = try TestBox()
    try box.write("471193\n", "pin")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: box.file("pin"))
    let added = await box.run(
      "staff", "add", "白露", "--role", "committeeHead", "--new-pin-file", box.file("pin"))
    #expect(added.status == 0, "\(added.text)")
    #expect(await box.json("settings", "set", "desk=2").status == 1)
    let allowed = await box.run("settings", "set", "desk=2", "--as", "白露", "--pin-file", box.file("pin"))
    #expect(allowed.status == 0, "\(allowed.text)")
  }

  @Test("The form shows what is set and gives all of it to one command")
  func form() throws {
    var briefing = Briefing(now: Instant(seconds: 1_800_000_000))
    briefing.setup = Setup(station: 2, camera: "/dev/video1")
    let form = Form.make(.settings, briefing)
    #expect(form.fields.map(\.input.text) == ["2", "", "/dev/video1", "", "", ""])
    #expect(
      form.commands(form.fields) == [
        [
          "settings", "set", "station=2", "desk=", "camera=/dev/video1", "queue=", "language=",
          "idleMinutes=",
        ]
      ])
  }

  @Test("The console locks after the minutes that are set")
  func idle() throws {
    var briefing = Briefing(now: Instant(seconds: 1_800_000_000))
    var console = Console(briefing, idle: 60)
    briefing.now = Instant(seconds: briefing.now.seconds + 59)
    _ = console.take(briefing)
    #expect(!console.isLocked)
    briefing.now = Instant(seconds: briefing.now.seconds + 1)
    _ = console.take(briefing)
    #expect(console.isLocked)
  }
}
