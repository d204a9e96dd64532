import Foundation
import Printing
import Spreadsheet
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("The list of a roll's refused rows")
struct RefusedRowsTests {
  private static let header = "姓名,性别,身份证号,出生日期,村民小组,备注\n"
  private static let wrong = """
    石大山,男,500199197001023011,1970-01-02,1组,
    "=石,""小川",?,,1975-03-04,1组,
    冉文秀,女,500199198005063021,1980-05-06,1组,
    """

  private func box() async throws -> TestBox {
    let box = try TestBox()
    try await box.must("election", "create", box.write(SmallVillage.plan, "plan.yaml"))
    try box.write(Self.header + Self.wrong, "roll.csv")
    return box
  }

  private func files(_ box: TestBox, in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("As lines: what the check says, with what the screen masks masked; nothing is imported")
  func lines() async throws {
    let box = try await box()
    let check = await box.json("roll", "import", box.file("roll.csv"), "--dry-run")
    let said = await box.json("roll", "refused", box.file("roll.csv"))
    let rows = try #require(said.objects)
    #expect(said.status == 0 && rows.count >= 3 && check.errorCode == "rollRefused")
    #expect(
      rows.contains {
        $0["code"] as? String == "identityChecksum" && $0["value"] as? String == "5001**********3011"
      })
    #expect(!said.text.contains("19970010") && !said.text.contains("9197001023"))
    #expect(try box.open().election().roll == nil)
  }

  @Test("As a file: a table that other programs read, no cell a formula, and a paper")
  func saved() async throws {
    let box = try await box()
    let said = await box.json("roll", "refused", box.file("roll.csv"), "--out", box.file("stick"))
    #expect(said.status == 0, "\(said.text)")
    #expect(files(box, in: box.file("stick")) == ["roll-refused.csv", "roll-refused.pdf"])
    let bytes = Array(try Data(contentsOf: URL(filePath: box.file("stick/roll-refused.csv"))))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    var read: [[String]] = []
    try Workbook.open(box.file("stick/roll-refused.csv")).forEachRow { row in
      read.append(row.cells.map { if case .text(let text) = $0 { text } else { "" } })
      return .next
    }
    #expect(read.first == ["行", "列", "哪一格", "写的是", "为什么、怎么办"])
    #expect(read.count - 1 == said.objects?.first?["refused"] as? Int)
    #expect(read.joined().contains("5001**********3011"))
    #expect(read.joined().contains("'=石,\"小川"), "\(read)")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("197001023011") && text.hasSuffix("\r\n"))
    #expect(try box.open().election().roll == nil)
  }

  @Test(
    "Printed by a real print server, it leaves no file on the box", .enabled(if: Tool.cups("cupsd") != nil))
  func printed() async throws {
    let box = try await box()
    let printer = try await LoopbackPrintServer.start(printingTo: box.file("printed"))
    let said = await box.json(
      "roll", "refused", box.file("roll.csv"), "--print", "--server", printer.server.name)
    #expect(said.status == 0 && said.objects?.first?["delivery"] as? String == "printed", "\(said.text)")
    #expect(files(box, in: printer.printed).count == 1)
    let papers = FileManager.default.enumerator(atPath: box.home.appending(path: "papers").path)
    #expect(papers?.contains { "\($0)".contains("refused") } != true)
  }

  @Test("A roll that is good has no list; a file that is none is refused")
  func none() async throws {
    let box = try await box()
    try box.write(SmallVillage.roll, "good.csv")
    let good = await box.json("roll", "refused", box.file("good.csv"), "--out", box.file("stick"))
    #expect(good.status == 0 && good.objects?.first?["refused"] as? Int == 0)
    #expect(files(box, in: box.file("stick")).isEmpty)
    #expect(await box.json("roll", "refused", box.file("missing.csv")).status == 2)
    #expect(await box.json("roll", "refused", box.file("good.csv"), "--map", "x").errorCode == "badMapping")
  }
}
