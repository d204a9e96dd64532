import ArgumentParser
import Ballot
import Foundation

struct BulletinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin", abstract: "公告。Bulletins.",
    subcommands: [Issue.self, Record.self, List.self, Show.self])

  struct Issue: KioskCommand {
    static let configuration = CommandConfiguration(abstract: "发布公告。Issue a bulletin.")
    @Argument(help: "公告编号，如 B22 / the bulletin's code") var code: String

    func perform(_ session: Session) async throws -> Answer? {
      let file = try session.box().issueBulletin(code)
      return Answer(
        ["code": code, "file": file.path],
        [
          Sentence(
            zh: "已发布 \(code)：\(file.path)。请打印张贴。", en: "\(code) is issued: \(file.path). Print and post it.")
        ])
    }
  }

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(abstract: "列出公告。List the bulletins.")

    func perform(_ session: Session) async throws -> Answer? {
      let bulletins = try session.box().election().bulletins
      return Answer(
        lines: bulletins,
        bulletins.map {
          Sentence(
            zh: "第 \($0.number) 号 \($0.code) 摘要 \($0.digest.prefix(16))…",
            en: "No. \($0.number) \($0.code) hash \($0.digest.prefix(16))…")
        })
    }
  }

  struct Show: KioskCommand {
    static let configuration = CommandConfiguration(abstract: "公告文件在哪里。Where a bulletin's PDF lies.")
    @Argument(help: "序号 / running number") var number: Int

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard let bulletin = try box.election().bulletins.first(where: { $0.number == number }) else {
        throw Failure.unusable(
          "noSuchBulletin", zh: "没有第 \(number) 号公告。", en: "There is no bulletin \(number).")
      }
      let file = box.bulletinFile(bulletin).path
      return Answer(["code": bulletin.code, "file": file], [Sentence(zh: file, en: file)])
    }
  }
}
