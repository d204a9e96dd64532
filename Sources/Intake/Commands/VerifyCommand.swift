import Archive
import ArgumentParser
import Ballot
import Foundation

struct VerifyCommand: IntakeCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "重新核对日志、存放的包和回执。Check the log, every stored object and every receipt again.")
  @OptionGroup var places: Places

  func perform(_ desk: Desk) throws -> Int32 {
    let district = try places.district()
    let store = try places.evidence()
    var faults = try logFaults(district)
    let objects = Dictionary(
      try store.list().objects.map { ($0.bundle, $0) }, uniquingKeysWith: { first, _ in first })
    let folder = try district.stage()
    let stage = folder.appending(path: "verify.tar")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (bundle, answer) in district.ledger.answers.sorted(by: { $0.key < $1.key })
    where answer.statement.verdict == .accepted {
      guard let object = objects[bundle] else {
        faults.append(("存放的包不见了：\(bundle.hex)", "the stored bundle is gone: \(bundle.hex)"))
        continue
      }
      if (try? store.fetch(object, to: stage, limit: .max).digest) != answer.statement.object {
        faults.append(("存放的包被换过：\(object.key)", "the stored bundle was changed: \(object.key)"))
      }
      let receipt = try store.receipt(for: object)
      let checked = try? receipt?.checked(
        by: [district.keys.signer.noteKey], for: bundle, object: answer.statement.object)
      if checked == nil { faults.append(("回执无效或缺失：\(object.key)", "no good receipt: \(object.key)")) }
    }
    for fault in faults { desk.say(zh: "✗ \(fault.0)", en: "✗ \(fault.1)") }
    guard faults.isEmpty else { throw IntakeFailure.unsound(faults.count) }
    let count = district.ledger.accepted.count
    desk.say(
      zh: "✓ 日志 \(district.ledger.size) 条，接收的 \(count) 个包和回执都完好。",
      en:
        "✓ The log's \(district.ledger.size) lines and the \(count) accepted bundles and their receipts are intact."
    )
    return 0
  }

  private func logFaults(_ district: District) throws -> [(String, String)] {
    let audit = try district.journal.audit(key: district.keys.signer.noteKey)
    return audit.findings.map { ("日志：\($0)", "log: \($0)") }
  }
}
