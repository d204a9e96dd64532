import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

extension JournalCommand {
  struct Request: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "request", abstract: "生成会签请求。Ask the supervisor to cosign the log's head.")
    @Option(help: "请求文件和二维码存到哪个目录 / directory for the request") var out: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let witness = try session.home.witnesses().first
      let request = try box.journal.request(to: witness, signedBy: box.keys.signer).description
      let folder = URL(filePath: out)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let (file, pdf) = (folder.appending(path: "request.txt"), folder.appending(path: "request.pdf"))
      try Data(request.utf8).write(to: file, options: .atomic)
      let paper = NotePaper(
        title: "日志会签请求", explanation: "请镇街核对后会签（witness cosign），把会签结果交回这台机器（journal cosigned）。", text: request
      )
      try paper.paper.write(to: pdf.path, created: box.now().day)
      return Answer(
        ["file": file.path, "pdf": pdf.path],
        [
          Sentence(
            zh: "会签请求：\(file.path)，二维码：\(pdf.path)", en: "Request: \(file.path), as a code: \(pdf.path)")
        ])
    }
  }

  struct Cosigned: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "cosigned", abstract: "收回会签。Take the supervisor's cosignature in.")
    @Argument(help: "会签文件 / the cosigned checkpoint") var file: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bytes = try InputFile(file, most: SignedNote.sizeLimit).bytes
      let witnesses = try session.home.witnesses()
      guard let note = try? SignedNote(parsing: bytes), let checkpoint = try? Archive.Checkpoint(note),
        let witness = witnesses.first(where: { note.standing(of: $0) != .absent })
      else {
        throw Failure.refused(
          "notCosigned", zh: "这不是登记过的镇街的会签。请核对文件，并确认已用 key witness 登记镇街公钥。",
          en: "This has no cosignature by an enrolled supervisor. Check the file and the enrolled key.")
      }
      do {
        try box.journal.record(cosigned: note, by: witness)
      } catch JournalError.badCosignature {
        throw Failure.refused(
          "cosignatureWrong", zh: "“\(witness.name)”的会签不对，没有采用。请重新会签。",
          en: "The cosignature by “\(witness.name)” is wrong; it was not taken. Have it cosigned again.")
      } catch JournalError.unknownCheckpoint {
        throw Failure.refused(
          "otherCheckpoint", zh: "会签的不是这台机器的检查点，没有采用。请核对文件。",
          en: "What was cosigned is no checkpoint of this box; it was not taken. Check the file.")
      }
      return Answer(
        Report(witness: witness.name, size: checkpoint.size),
        [
          Sentence(
            zh: "已收下“\(witness.name)”对前 \(checkpoint.size) 条日志的会签。",
            en: "Taken: “\(witness.name)” cosigned the first \(checkpoint.size) events.")
        ])
    }

    private struct Report: Encodable {
      let witness: String
      let size: Int
    }
  }
}
