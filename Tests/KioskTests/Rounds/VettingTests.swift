import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Spreadsheet

@Suite("A vetting table that comes back")
struct VettingTests {
  private static let plan = Hamlet.plan(
    kind: "villageCommittee", pack: "CQ-V-2026",
    body: "posts:\n  - {id: director, title: 主任, seats: 1}\n  - {id: member, title: 委员, seats: 2}")
  private static let header = "提名号,职位,姓名,利用宗族违法,被开除党籍,受过刑事处罚,涉黑涉恶,非法宗教邪教,联审结论,理由\n"

  /// A box with the nominations 王伟 (1) and 石磊 (2), and 田秀英 (3), who stood down.
  private static func box() async throws -> TestBox {
    let box = try await TestBox.hamlet(plan: plan)
    for name in ["王伟", "石磊", "田秀英"] {
      try await box.must(
        "candidate", "nominate", "--post", "director", "--name", name, "--kind", "open", "--votes", "5")
    }
    try await box.must("candidate", "withdraw", "--number", "3", "--reason", "外出")
    return box
  }

  @Test("Each wrong cell is named by its row and its field, and nothing is taken in")
  func wrong() async throws {
    let box = try await VettingTests.box()
    let tables: [(rows: String, codes: [String], places: [Int])] = [
      ("9,主任,王伟,,,,,,通过,\n", ["unknownNomination"], [2]),
      ("一,主任,王伟,,,,,,通过,\n", ["unknownNomination"], [2]),
      ("1,主任,石磊,,,,,,通过,\n", ["otherName"], [2]), ("3,主任,田秀英,,,,,,通过,\n", ["withdrawn"], [2]),
      ("1,主任,王伟,,,,,,通过,\n1,主任,王伟,,,,,,通过,\n", ["nominationTwice"], [3]),
      ("1,主任,王伟,,,,,,,\n", ["noConclusion"], [2]), ("1,主任,王伟,,,,,,好,\n", ["noConclusion"], [2]),
      ("1,主任,王伟,,,也许,,,通过,\n", ["notYesOrNo"], [2]), ("1,主任,王伟,,,有,,,通过,\n", ["clearedAgainstList"], [2]),
      ("1,主任,王伟,,,,,,不通过,\n", ["reasonMissing"], [2]),
      // Both rows are wrong, and both are named; the good row between them is not taken in either.
      (
        "9,主任,王伟,,,,,,通过,\n2,主任,石磊,,,,,,通过,\n1,主任,王伟,,,,,,好,\n", ["unknownNomination", "noConclusion"],
        [2, 4]
      ),
    ]
    for table in tables {
      let file = try box.write(VettingTests.header + table.rows, "vetting.csv")
      let said = await box.json("candidate", "vet", "import", file)
      #expect(said.status == 2 && said.errorCode == "vettingRefused", "\(table.rows): \(said.text)")
      let details = (said.objects?.last?["error"] as? [String: Any])?["details"] as? [[String: Any]] ?? []
      #expect(details.compactMap { $0["code"] as? String } == table.codes, "\(table.rows)")
      #expect(details.compactMap { $0["row"] as? Int } == table.places, "\(table.rows)")
    }
    for (text, code) in [
      ("a,b\n1,2\n", "vettingHeader"), (VettingTests.header, "vettingEmpty"), ("", "spreadsheet"),
    ] {
      let said = await box.json("candidate", "vet", "import", try box.write(text, "vetting.csv"))
      #expect(said.status == 2 && said.errorCode == code, "\(text): \(said.text)")
    }
    #expect(try box.open().election().book.findings.isEmpty)
  }

  @Test("A rejected nominee does not stand, and the surplus is missed")
  func rejected() async throws {
    let box = try await VettingTests.box()
    let rows = "1,主任,王伟,无,否,有,,,不通过,\n2,主任,石磊,无,无,无,无,无,通过,\n"
    try await box.must("candidate", "vet", "import", box.write(VettingTests.header + rows, "vetting.csv"))
    let book = try box.open().election().book
    #expect(book.findings[1]?.items == [.criminalPunishment] && book.findings[2]?.cleared == true)
    #expect(await box.json("candidate", "settle").errorCode == "surplusMissing")
  }

  @Test("The exported table opens in another program with every nominee and an empty conclusion")
  func exported() async throws {
    let box = try await VettingTests.box()
    try await box.must("candidate", "vet", "export", "--out", box.file("out"))
    let office = try #require(Tool("soffice"), "libreoffice-calc-nogui is among the packages of the tests")
    let said = try office.run(
      [
        "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
        "-env:UserInstallation=file://\(box.file("office"))",
        "--outdir", box.file("out"), box.file("out/vetting.xlsx"),
      ], in: box.folder)
    try #require(said.status == 0, "\(said.output)")
    let lines = try String(contentsOfFile: box.file("out/vetting.csv"), encoding: .utf8).split(
      separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[2].hasPrefix("1,主任,王伟,") && lines[3].hasPrefix("2,主任,石磊,"))
    let text = try #require(Tool("pdftotext")).run(["out/vetting.pdf", "-"], in: box.folder).output
    for word in ["候选人资格联审表", "王伟", "石磊"] { #expect(text.contains(word)) }
    #expect(!text.contains("田秀英"))
  }
}
