import ArgumentParser
import Ballot
import Foundation
import Printing

struct BulletinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin", abstract: "公告。Bulletins.",
    subcommands: [
      List.self, Preview.self, Issue.self, Record.self, Correct.self, Print.self, Post.self, Remove.self,
      Show.self,
    ])

  struct Preview: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview", abstract: "预览公告，不发布。Look at a bulletin; nothing is issued.")
    @Argument(help: "公告编号，如 B05 / the bulletin's code") var code: String
    @OptionGroup var fields: FieldOptions
    @Option(help: "把样张写成 PDF / write the page as a PDF") var out: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let request = try fields.request(code)
      guard request.paper.isBulletin else { throw Failure.notABulletin(request.paper.code) }
      let prepared = try PaperDesk(box).bulletin(request, number: try box.election().bulletins.count + 1)
      if let out { try prepared.paper.write(to: out, created: box.now().day) }
      return Answer(PaperReport(prepared, file: out), PaperReport.text(prepared))
    }
  }

  struct Issue: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "issue", abstract: "发布公告。Issue a bulletin.")
    @Argument(help: "公告编号，如 B22 / the bulletin's code") var code: String
    @OptionGroup var fields: FieldOptions

    func perform(_ session: Session) async throws -> Answer? {
      BulletinReport.answer(try session.box().issue(fields.request(code)))
    }
  }

  struct Correct: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct", abstract: "发布更正公告，原公告不变。Issue a correction; what was issued stays as it is.")
    @Argument(help: "公告编号或序号 / code or running number") var code: String
    @Option(help: "更正原因 / why") var reason: String
    @OptionGroup var fields: FieldOptions

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bulletin = try box.bulletin(code)
      return BulletinReport.answer(
        try box.correct(bulletin.number, fields.request(bulletin.code), reason: reason))
    }
  }

  struct Print: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "print", abstract: "打印已发布的公告。Print an issued bulletin.")
    @Argument(help: "公告编号或序号 / code or running number") var code: String
    @Option(help: "份数 / copies") var copies = 1
    @OptionGroup var printer: PrinterOptions

    func validate() throws {
      guard (1...200).contains(copies) else { throw ValidationError("--copies 1…200") }
    }

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bulletin = try box.bulletin(code)
      let file = try box.bulletinFile(bulletin)
      let delivery = try await printer.print(
        file, title: "\(bulletin.code)-\(bulletin.number)", copies: copies, session)
      return Answer(
        ["code": bulletin.code, "file": file.path, "delivery": delivery.rawValue],
        [
          Sentence(
            zh: "\(bulletin.code)（第 \(bulletin.number) 号）\(copies) 份：",
            en: "\(bulletin.code) No. \(bulletin.number), \(copies) copies:")
            + delivery.sentence
        ])
    }
  }

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "公告的进度：应发布、已发布、张贴、逾期。Which bulletins are due, issued, posted, overdue.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let (election, today) = (try box.election(), box.now().day)
      let schedule = BulletinSchedule(
        election, calendar: election.calendar(today: today, holidays: election.plan.holidays ?? .unknown),
        today: today)
      return Answer(
        lines: schedule.lines.map { BulletinLine($0, election) },
        schedule.lines.flatMap { $0.sentences(election) })
    }
  }

  struct Show: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "公告文件在哪里，写了什么。Where a bulletin's PDF lies and what stands in it.")
    @Argument(help: "公告编号或序号 / code or running number") var number: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bulletin = try box.bulletin(number)
      let file = try box.bulletinFile(bulletin).path
      return Answer(
        ShownBulletin(
          code: bulletin.code, number: bulletin.number, document: bulletin.document, file: file,
          digest: bulletin.digest, fields: try box.facts(of: bulletin).json),
        [Sentence(zh: file, en: file)])
    }
  }
}

/// The fields of a paper on the command line.
struct FieldOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "填写一项：字段=内容，可重复；一行各格用逗号分开 / a field and its value, may be repeated")
  var set: [String] = []
  @Option(help: "各项的 JSON 文件 / a JSON file of fields") var data: String?
  @Option(help: "发文字号 / the number on the paper") var document: String?

  func request(_ code: String) throws -> PaperRequest {
    var request = try PaperRequest(code)
    if let data { try request.set(file: data) }
    try request.set(set)
    if let document {
      guard (1...60).contains(document.count) else { throw Failure.tooLong }
      request.document = document
    }
    return request
  }
}
