import Archive
import ArgumentParser
import Ballot
import Foundation

extension BulletinCommand {
  struct Record: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "登记在别处印制的公告。Record a bulletin that was drawn elsewhere, with its PDF.")
    @Argument(help: "公告编号，如 B02 / the bulletin's code") var code: String
    @Argument(help: "公告的 PDF / its PDF") var file: String

    func perform(_ session: Session) async throws -> Answer? {
      guard code.first == "B", code.count == 3, let number = Int(code.dropFirst()), (0...38).contains(number)
      else {
        throw Failure.unusable(
          "unknownBulletin", zh: "没有公告“\(code)”。公告编号是 B00 到 B38。",
          en: "There is no bulletin “\(code)”; codes are B00 to B38.")
      }
      let box = try session.box()
      let bytes = try InputFile(file, most: 32 << 20).bytes
      guard bytes.starts(with: Array("%PDF-".utf8)) else {
        throw Failure.unusable(
          "notAPDF", zh: "\(file) 不是 PDF，没有登记。请把公告存成 PDF。", en: "\(file) is no PDF; nothing was recorded.")
      }
      try box.check(.issueBulletin(code: code, digest: ""))
      let place = try box.election().bulletins.count + 1
      let kept = try box.folder(nil).appending(path: "\(code)-\(place).pdf")
      try Data(bytes).write(to: kept, options: .atomic)
      let digest = try box.blobs.put(bytes)
      try box.carryOut(.issueBulletin(code: code, digest: digest.hex))
      return Answer(
        ["code": code, "file": kept.path],
        [Sentence(zh: "已登记 \(code)：\(kept.path)。", en: "\(code) is recorded: \(kept.path).")])
    }
  }
}
