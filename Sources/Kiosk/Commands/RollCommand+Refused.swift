import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

extension RollCommand {
  struct Refused: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "refused",
      abstract: "列出名册里有问题的行，存盘或打印，不导入。List a roll's refused rows, for a file or on paper; imports nothing.")
    @Argument(help: "名册文件 / the roll") var file: String
    @Option(name: .customLong("map"), help: "列与字段 / COLUMN=FIELD, such as C=identityNumber") var mappings:
      [String] = []
    @Option(help: "存到哪个目录 / the folder for \(RefusedRows.table) and \(RefusedRows.paper)") var out: String?
    @Flag(help: "打印清单 / print the list") var print = false
    @OptionGroup var printer: PrinterOptions

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.requiring(.rollKeeping)
      let progress = Progress(Sentence(zh: "读取名册", en: "Reading the roll"), session.output)
      let list = try RefusedRows(box, file: file, mappings.map(RollMapping.init(checking:)), progress)
      guard !list.rows.isEmpty else { return RefusedReport(list).answer(.nothingRefused) }
      guard out != nil || print else {
        return Answer(lines: list.rows, list.rows.map(\.sentence))
      }
      return try await deliver(list, box, session)
    }

    /// What is printed and was not to be kept leaves no file behind.
    private func deliver(_ list: RefusedRows, _ box: Box, _ session: Session) async throws -> Answer {
      let folder = try box.folder(out)
      let (table, paper) = (
        folder.appending(path: RefusedRows.table), folder.appending(path: RefusedRows.paper)
      )
      let (language, today) = (session.output.language, box.now().day)
      try list.paper(language, today).write(to: paper.path, created: today)
      var report = RefusedReport(list)
      if out != nil {
        try Data(list.bytes(language)).write(to: table, options: .atomic)
        (report.table, report.paper) = (table.path, paper.path)
      }
      guard print else { return report.answer(.refusedSaved(list.rows.count, table.path, paper.path)) }
      defer { if out == nil, !printer.toFile { try? FileManager.default.removeItem(at: paper) } }
      let delivery = try await printer.print(
        paper, title: Sentence.refusedTitle.zh, copies: 1, session)
      report.delivery = delivery.rawValue
      if delivery == .file { report.paper = paper.path }
      return report.answer(.refusedPrinted(list.rows.count, report.paper) + delivery.sentence)
    }
  }
}

extension RollMapping {
  /// A mapping as it is given on the command line.
  init(checking text: String) throws {
    guard let mapping = RollMapping(argument: text) else {
      throw Failure.unusable(
        "badMapping", zh: "--map \(text) 写法不对，应为 列=字段，例如 C=身份证号。",
        en: "--map \(text) is not COLUMN=FIELD, such as C=identityNumber.")
    }
    self = mapping
  }
}

/// What became of the list.
private struct RefusedReport: Encodable {
  let refused: Int
  var table: String?
  var paper: String?
  var delivery: String?

  init(_ list: RefusedRows) { refused = list.rows.count }

  func answer(_ sentence: Sentence) -> Answer { Answer(self, [sentence]) }
}
