import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("The command line's contract (PRODUCT §4)")
struct ContractTests {
  @Test(
    "Exit status and code of commands out of turn",
    arguments: [
      (TestBox.Point?.none, "election show", Int32(1), "noElection"),
      (nil, "roll freeze", 1, "noElection"),
      (nil, "count tally", 1, "noElection"),
      (nil, "archive seal", 1, "noElection"),
      (nil, "journal verify", 2, "noJournal"),
      (nil, "journal show", 2, "noJournal"),
      (nil, "nonsense", 2, "usage"),
      (nil, "poll nonsense", 2, "usage"),
      (nil, "poll issue", 2, "usage"),
      (nil, "poll issue --roll abc", 2, "usage"),
      (nil, "poll issue --roll 99999999999999999999", 2, "usage"),
      (nil, "count open --box -1", 2, "usage"),
      (nil, "demo --dir x --voters 1", 2, "usage"),
      (nil, "election create missing.yaml", 2, "unreadableFile"),
      (nil, "election create /dev/zero", 2, "unreadableFile"),
      (nil, "election create /tmp", 2, "unreadableFile"),
      (nil, "scan missing.jpg", 2, "unreadableFile"),
      (nil, "scan /dev/zero", 2, "unreadableFile"),
      (nil, "archive verify missing.tar", 2, "unreadableFile"),
      (nil, "archive verify /tmp", 2, "unreadableFile"),
      (nil, "archive verify /dev/zero", 2, "unreadableFile"),
      (.created, "election advance nowhere", 2, "unknownStage"),
      (.created, "election advance polling", 1, "locked"),
      (.created, "roll freeze", 1, "rollMissing"),
      (.created, "roll list", 1, "rollMissing"),
      (.created, "card proof --out /tmp/never", 1, "rollNotFrozen"),
      (.created, "card reissue --roll 1 --reason x", 1, "rollNotFrozen"),
      (.created, "poll open", 1, "rollNotFrozen"),
      (.created, "poll close", 1, "pollNotOpen"),
      (.created, "count open --box 1", 1, "pollNotOpen"),
      (.created, "bulletin issue B22", 1, "resultMissing"),
      (.created, "bulletin issue ../../x", 2, "unknownBulletin"),
      (.created, "bulletin show 1", 2, "noSuchBulletin"),
      (.created, "archive seal", 1, "resultMissing"),
      (.created, "archive export /tmp", 1, "notSealed"),
      (.created, "roll import missing.xlsx", 2, "spreadsheet"),
      (.created, "roll import /tmp", 2, "spreadsheet"),
      (.created, "card verify missing.jpg", 2, "unreadableFile"),
      (.imported, "roll import missing.xlsx --map nonsense", 2, "badMapping"),
      (.frozen, "poll open", 1, "ballotsNotPrinted"),
      (.frozen, "roll freeze", 1, "rollFrozenAlready"),
      (.frozen, "roll import missing.xlsx", 1, "rollFrozenAlready"),
      (.frozen, "ballot print --copies 0 --to-file", 1, "copiesOutOfRange"),
      (.frozen, "ballot print --copies 9223372036854775807 --to-file", 1, "copiesOutOfRange"),
      (.frozen, "ballot print --copies 1 --server nonsense", 2, "usage"),
      (.frozen, "card reissue --roll 0 --reason x", 1, "notOnRoll"),
      (.frozen, "card reissue --roll 9223372036854775807 --reason x", 1, "notOnRoll"),
      (.frozen, "election advance planAdopted", 1, "stageNotAhead"),
      (.printed, "poll open --boxes 0", 2, "usage"),
      (.printed, "poll issue --roll 1", 1, "pollNotOpen"),
      (.polling, "poll open", 1, "pollOpenAlready"),
      (.polling, "poll issue --roll 41", 1, "notOnRoll"),
      (.polling, "poll issue --roll=-9223372036854775808", 1, "notOnRoll"),
      (.polling, "poll issue --roll 1 --desk=-9223372036854775808", 2, "usage"),
      (.polling, "poll issue --roll 1 --station 2", 1, "otherStation"),
      (.polling, "poll spoil", 1, "nothingToSpoil"),
      (.polling, "count open --box 1", 1, "pollStillOpen"),
      (.polling, "ballot print --copies 1 --to-file", 1, "pollOpenAlready"),
      (.closed, "poll issue --roll 30", 1, "pollClosed"),
      (.closed, "poll close", 1, "pollClosed"),
      (.closed, "count reconcile", 1, "countNotOpen"),
      (.counting, "count open --box 1", 1, "countOpenAlready"),
      (.counting, "count reconcile --paper nonsense", 2, "usage"),
      (.counting, "count reconcile --paper director/1=-1", 2, "usage"),
      (.counting, "count reconcile --paper director/9=1", 2, "noSuchLine"),
      (.counting, "count reconcile --paper director/1=1 --paper director/1=2", 2, "noSuchLine"),
      (.counting, "count decide --sheet nonsense", 2, "noSuchSheet"),
      (.counting, "count close --signer Nobody", 1, "notAScrutineer"),
    ])
  func outOfTurn(point: TestBox.Point?, command: String, status: Int32, code: String) async throws {
    let box = if let point { try await TestBox.at(point, issued: 2) } else { try TestBox() }
    let words = command.split(separator: " ").map(String.init)
    let events = try point.map { _ in try box.open().state.size }
    let (zh, en) = (
      await box.run(words + ["--format", "json"], lang: "zh"),
      await box.run(words + ["--format", "json"], lang: "en")
    )
    #expect(zh.status == status)
    #expect(zh.errorCode == code)
    #expect(zh.out == en.out, "JSON is the same in both languages")
    #expect(zh.err != en.err, "the sentence on the standard error is not")
    #expect(!zh.err.isEmpty && !en.err.isEmpty)
    if let events { #expect(try box.open().state.size == events, "a refusal leaves no event") }
    let text = await box.run(words)
    #expect(text.status == status)
    #expect(text.out.isEmpty, "what went wrong goes to the standard error")
  }

  @Test("Global options stand before, after or inside a command, with or without =")
  func globalOptions() async throws {
    let box = try await TestBox.at(.created)
    let home = box.home.path
    let lines = [
      ["--home", home, "--format", "json", "election", "show"],
      ["election", "show", "--home", home, "--format", "json"],
      ["election", "--home=\(home)", "show", "--format=json"],
    ]
    for line in lines {
      let said = await Said.hearing(line)
      #expect(said.status == 0)
      #expect(said.objects?.first?["election"] as? String == "2027-1")
    }
  }

  @Test(
    "Faulty global options",
    arguments: [
      ["--format", "xml", "election", "show"], ["--lang", "fr", "election", "show"],
      ["election", "show", "--home"], ["--home", "", "election", "show"], ["--format="],
    ])
  func faultyGlobalOptions(words: [String]) async {
    let said = await Said.hearing(words)
    #expect(said.status == 2)
    #expect(!said.err.isEmpty)
  }

  @Test("The home is --home, else KIOSK_HOME, else the system's or the user's own place")
  func homes() {
    let environment = ["KIOSK_HOME": "/a", "XDG_DATA_HOME": "/x", "HOME": "/h"]
    #expect(Home.chosen("/b", environment: environment).root.path == "/b")
    #expect(Home.chosen(nil, environment: environment).root.path == "/a")
    let own = Home.chosen(nil, environment: ["KIOSK_HOME": "", "XDG_DATA_HOME": "/x"]).root.path
    #expect(own == (getuid() == 0 ? "/var/lib/kiosk" : "/x/kiosk"))
  }

  @Test(
    "Help and version are no errors",
    arguments: [["--help"], ["help"], ["--version"], ["count", "read", "--help"], []])
  func help(words: [String]) async {
    let said = await Said.hearing(words)
    #expect(said.status == 0)
    #expect(!said.out.isEmpty && said.err.isEmpty)
  }

  @Test("Answers are one object a line, the same in both languages")
  func objects() async throws {
    let box = try await TestBox.at(.closed, issued: 2)
    let commands = [
      "election show", "election show --rules", "roll list", "roll list --find 1", "candidate list",
      "poll status",
      "anomaly list", "bulletin list", "journal verify", "journal show",
      "journal show --from=-9223372036854775808",
      "journal show --from 9223372036854775807", "card proof --out \(box.file("cards"))",
      "ballot proof --out \(box.file("proof"))", "count decide", "doctor",
    ]
    for command in commands {
      let words = command.split(separator: " ").map(String.init) + ["--format", "json"]
      let (zh, en) = (await box.run(words, lang: "zh"), await box.run(words, lang: "en"))
      #expect(zh.status == 0, "\(command): \(zh.text)")
      #expect(zh.objects != nil, "\(command): \(zh.out)")
      if command != "doctor" { #expect(zh.out == en.out, "\(command)") }
      let text = await box.run(words.dropLast(2), lang: "en")
      #expect(text.status == 0)
    }
  }

  @Test("A roll listing masks identity numbers")
  func masked() async throws {
    let box = try await TestBox.at(.imported)
    let said = await box.json("roll", "list")
    #expect(said.out.count == 40)
    for villager in TestBox.village.villagers { #expect(!said.text.contains(villager.identity)) }
    #expect(said.text.contains("*"))
  }
}
