import Ballot
import Foundation
import Printing

/// What a demonstration says at its end, and its one-page report.
struct DemoReport: Encodable {
  struct Reading: Encodable {
    let sheets: Int
    let marks: Int
    let doubtful: Int
    let decided: Int
  }

  /// A card shown on purpose that must not get ballots, and what the box said of it.
  struct Refusal: Encodable {
    let kind: String
    let roll: Int
    let verdict: String
  }

  let dir: String
  let voters: Int
  let seed: UInt64
  let issued: Int
  let reading: Reading
  let refusals: [Refusal]
  /// Pictures that the reader refused and that were taken again.
  let retaken: Int
  let equal: Bool
  let differences: [String]
  let printer: String
  let seconds: Int
  private let result: ResultDocument
  private let folder: DemoFolder

  private enum CodingKeys: String, CodingKey {
    case dir, voters, seed, issued, reading, refusals, retaken, equal, differences, printer, seconds
  }

  init(
    _ day: DemoDay, result: ResultDocument, sheets: DemoSheets, reading: Reading,
    printer: String, seconds: Int
  ) {
    folder = day.folder
    dir = day.folder.root.path
    voters = result.quantities.roll
    seed = day.seed
    issued = result.quantities.issued
    self.reading = reading
    refusals = day.refusals
    retaken = day.retaken
    differences = sheets.truth.differences(result)
    equal = differences.isEmpty
    self.printer = printer
    self.seconds = seconds
    self.result = result
  }

  var sentences: [Sentence] {
    [
      Sentence(
        zh: "演示用时 \(seconds) 秒，打印：\(printer)。文件在 \(dir)：",
        en: "The demonstration took \(seconds) s, printing through \(printer). In \(dir):"),
      Sentence(
        zh:
          "  roll.xlsx 名册　cards.pdf 选民证　ballots.pdf 选票　photos/ 选票照片与读数　bulletin.pdf 结果公告　bundles/ 档案包　report.pdf 报告",
        en:
          "  roll.xlsx, cards.pdf, ballots.pdf, photos/ with the readings, bulletin.pdf, bundles/, report.pdf"
      ),
      Sentence(
        zh:
          "选民 \(voters) 人，发票 \(issued)，读票 \(reading.sheets) 张 \(reading.marks) 个符号框，疑难 \(reading.doubtful) 处，监票员认定 \(reading.decided) 处。",
        en:
          "\(voters) voters, \(issued) ballots issued, \(reading.sheets) sheets with \(reading.marks) boxes read, \(reading.doubtful) doubtful, \(reading.decided) decided by scrutineers."
      ),
    ] + ResultWords(result).outcome
      + differences.map { Sentence(zh: "不一致：\($0)", en: "differs: \($0)") } + [verdict]
  }

  private var verdict: Sentence {
    equal
      ? Sentence(zh: "计票结果与真值完全一致。", en: "The tallies equal the truth.")
      : Sentence(zh: "计票结果与真值不一致！", en: "The tallies do not equal the truth!")
  }

  /// Writes the report's page.
  func write() throws {
    var blocks: [Block] = [
      .paragraph("这是一次模拟的选举日：选民、笔迹和镜头是模拟的，名册导入、排版、打印、验证、读票、计票、封存都与选举日所用的程序相同。"),
      .table(
        Table(
          columns: [.init("项目", width: 2), .init("数", width: 1, .right)],
          rows: [
            ["登记选民", String(voters)], ["发出选票", String(issued)], ["收回并读取选票", String(reading.sheets)],
            ["重拍的照片", String(retaken)], ["读取的符号框", String(reading.marks)],
            ["机器存疑", String(reading.doubtful)],
            ["监票员认定（含另选他人）", String(reading.decided)],
            ["拒绝的选民证", String(refusals.count { $0.verdict != "valid" && $0.kind != "typed" })],
          ])),
    ]
    blocks += ResultWords(result).outcome.map { .paragraph($0.zh) }
    blocks.append(.heading(verdict.zh))
    let pictures = ["doubtful-1.jpg", "ballot-1.jpg"].compactMap { name in
      (try? Picture(path: folder.photos.appending(path: name).path)).map { (picture: $0, caption: name) }
    }
    if !pictures.isEmpty { blocks.append(.pictures(pictures, height: 70)) }
    let paper = Paper(title: "演示报告（\(voters) 名选民，种子 \(seed)）", blocks: blocks, size: 10.5)
    try paper.write(to: folder.report.path, created: DemoVillage.electionDay)
  }
}
