import ArgumentParser
import Ballot
import Foundation
import Printing

struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "表格。Working forms.", subcommands: [List.self, Print.self])

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出表格。List the forms.")

    func perform(_ session: Session) async throws -> Answer? {
      let forms = PaperCatalogue.standard.forms
      return Answer(
        lines: forms.map { form in
          [
            "code": form.code, "title": form.title, "english": form.english, "stage": form.stage.rawValue,
            "retention": form.retention.value.rawValue,
          ]
        },
        forms.map {
          Sentence(
            zh: "\($0.code) \($0.title)（\($0.stage.sentence.zh)）",
            en: "\($0.code) \($0.english) (\($0.stage.sentence.en))")
        })
    }
  }

  struct Print: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "print", abstract: "打印表格，填好设备知道的内容，或空白。Print a form, filled in or blank.")
    @Argument(help: "表格编号，如 F04 / the form's code") var code: String
    @Flag(help: "空白表 / blank") var blank = false
    @Option(help: "PDF 写到哪里 / where the PDF goes") var out: String?
    @Option(help: "份数 / copies") var copies = 1
    @OptionGroup var fields: FieldOptions
    @OptionGroup var printer: PrinterOptions

    func validate() throws {
      guard (1...500).contains(copies) else { throw ValidationError("--copies 1…500") }
    }

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let request = try fields.request(code)
      guard !request.paper.isBulletin else { throw Failure.notAForm(request.paper.code) }
      let prepared = try PaperDesk(box).form(request, blank: blank)
      let file =
        try out.map { URL(filePath: $0) } ?? box.folder(nil).appending(path: "\(request.paper.code).pdf")
      try prepared.paper.write(to: file.path, created: box.now().day)
      let delivery = try await printer.print(file, title: prepared.title, copies: copies, session)
      return Answer(
        [
          "code": request.paper.code, "title": prepared.title, "file": file.path,
          "delivery": delivery.rawValue,
        ],
        [
          Sentence(zh: "\(prepared.title)：\(file.path) ", en: "\(request.paper.english): \(file.path)")
            + delivery.sentence
        ])
    }
  }
}

extension Failure {
  static func notAForm(_ code: String) -> Failure {
    .unusable(
      "notAForm", zh: "\(code) 是公告，不是表格。请用 bulletin issue \(code)。",
      en: "\(code) is a bulletin, not a form. Use bulletin issue \(code).")
  }
}
