import Archive
import ArgumentParser
import Ballot
import Foundation

extension CandidateCommand {
  struct Vet: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "vet", abstract: "资格联审。Joint vetting.", subcommands: [Export.self, Import.self])
  }
}

extension CandidateCommand.Vet {
  struct Export: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "导出联审表。Write vetting.xlsx and vetting.pdf for the departments.")
    @Option(help: "输出目录 / output directory") var out: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let sheet = try VettingSheet(box)
      let folder = try box.folder(out)
      let (table, paper) = (folder.appending(path: "vetting.xlsx"), folder.appending(path: "vetting.pdf"))
      try sheet.writeTable(to: table)
      try sheet.writePaper(to: paper)
      return Answer(
        VettingReport(table: table.path, paper: paper.path, nominees: sheet.rows.count),
        [
          Sentence(
            zh: "联审表 \(sheet.rows.count) 人：\(table.path)、\(paper.path)。表里有身份证号，请专人送达，用后收回。",
            en:
              "\(sheet.rows.count) nominees: \(table.path), \(paper.path). They hold ID numbers: hand them over in person."
          )
        ])
    }
  }

  struct Import: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "导入联审结果：全部，或一行不收并说明原因。Take the findings in: all, or none and every reason.")
    @Argument(help: "填好的联审表 / the filled table") var file: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard try box.election().frozen != nil else { throw Failure(Refusal.rollNotFrozen) }
      let findings = try VettingReading(box.election()).read(URL(filePath: file))
      let bytes = try InputFile(file, most: InputFile.largestPicture).bytes
      let vetted = CandidatesVetted(
        findings: findings, source: URL(filePath: file).lastPathComponent, digest: Digest.of(bytes).hex)
      try box.carryOut(.vetCandidates(vetted))
      let book = try box.election().book
      let cleared = findings.count(where: \.cleared)
      let report = FindingsReport(
        cleared: cleared, rejected: findings.count - cleared, waiting: book.unvetted.count)
      return Answer(
        report,
        [
          Sentence(
            zh: "联审结果已导入：通过 \(report.cleared) 人，不通过 \(report.rejected) 人，尚未联审 \(report.waiting) 人。",
            en:
              "The findings are in: \(report.cleared) cleared, \(report.rejected) rejected, \(report.waiting) still to be vetted."
          )
        ]
          + findings.filter { !$0.cleared }.map { finding in
            let name = book[finding.number]?.candidate.name ?? ""
            let items = (finding.items.map(\.sentence.zh) + [finding.reason].filter { !$0.isEmpty })
            return Sentence(
              zh: "  第 \(finding.number) 号 \(name)：\(items.joined(separator: "、"))",
              en:
                "  \(finding.number) \(name): \((finding.items.map(\.sentence.en) + [finding.reason]).joined(separator: ", "))"
            )
          })
    }
  }

  private struct VettingReport: Encodable {
    let table: String
    let paper: String
    let nominees: Int
  }

  private struct FindingsReport: Encodable {
    let cleared: Int
    let rejected: Int
    let waiting: Int
  }
}
