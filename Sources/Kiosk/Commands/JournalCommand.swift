import Archive
import ArgumentParser
import Ballot
import Foundation

struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "日志。The device log.",
    subcommands: [Verify.self, Checkpoint.self, Request.self, Cosigned.self, Show.self])

  struct Verify: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "核对日志。Recompute everything; name the first bad event.")

    func perform(_ session: Session) async throws -> Answer? {
      try session.home.checkJournal()
      let key = try KeyStore.publicKey(in: session.home.keys) ?? session.box().keys.signer.noteKey
      let journal = try Journal(directory: session.home.journal)
      let audit = try journal.audit(
        key: key, retired: try journal.retiredKeys(), witnesses: try session.home.witnesses())
      guard audit.isSound else { throw Failure(audit) }
      let decisions = try journal.auditDecisions()
      guard decisions.forged.isEmpty else { throw Failure.forgedDecisions(decisions.forged) }
      let report = Report(
        events: audit.size, covered: audit.covered, checkpoints: audit.checkpoints, root: audit.root.hex,
        decisions: decisions.checked, sound: true)
      return Answer(
        report,
        [
          Sentence(
            zh:
              "日志完好：\(audit.size) 条，其中 \(audit.covered) 条有 \(audit.checkpoints) 个签名检查点保护。根 \(audit.root.hex)",
            en:
              "The journal is sound: \(audit.size) events, \(audit.covered) of them under \(audit.checkpoints) signed checkpoints. Root \(audit.root.hex)"
          )
        ])
    }

    private struct Report: Encodable {
      let events: Int
      let covered: Int
      let checkpoints: Int
      let root: String
      /// Decisions of the guidance body, all of them signed by an enrolled key.
      let decisions: Int
      let sound: Bool
    }
  }

  struct Checkpoint: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "checkpoint", abstract: "签发检查点。Sign a checkpoint.")
    @Option(help: "带二维码的 PDF 存到哪个目录 / directory for a PDF with its code") var out: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let note = try box.journal.checkpoint(signedBy: box.keys.signer).description
      guard let out else { return Answer(["checkpoint": note], [Sentence(zh: note, en: note)]) }
      let file = try box.drawCheckpoint("now", zh: "当时", to: out).path
      return Answer(
        ["checkpoint": note, "file": file], [Sentence(zh: note, en: note), Sentence(zh: file, en: file)])
    }
  }

  struct Show: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "显示日志。Print the events.")
    @Option(help: "从第几条开始 / from this event on") var from = 1

    func perform(_ session: Session) async throws -> Answer? {
      try session.home.checkJournal()
      let journal = try Journal(directory: session.home.journal)
      try journal.forEachLine(after: max(1, from) - 1) { _, line in session.output.line(line) }
      return nil
    }
  }
}

extension Home {
  /// Refuses a home that holds no journal, instead of making an empty one.
  fileprivate func checkJournal() throws {
    guard FileManager.default.fileExists(atPath: journal.appending(path: "journal.sqlite").path) else {
      throw Failure.unusable(
        "noJournal", zh: "\(root.path) 里没有日志。请核对 --home。",
        en: "There is no journal in \(root.path). Check --home.")
    }
  }
}

extension Failure {
  fileprivate static func forgedDecisions(_ events: [Int]) -> Failure {
    let list = events.map(String.init).joined(separator: "、")
    return .refused(
      "decisionForged", zh: "日志第 \(list) 条的授权决定不是登记过的指导机构签的。请停止操作，保护现场，报告镇街选举指导机构。",
      en:
        "Events \(list) hold decisions that no enrolled guidance body signed. Stop, keep everything as it is and report it."
    )
  }

  fileprivate init(_ audit: JournalAudit) {
    let place = audit.firstBadEvent.map(String.init) ?? "?"
    self.init(
      .refused, "journalUnsound",
      Sentence(
        zh: "日志被改动：第 \(place) 条起不可信。请停止操作，保护现场，报告镇街选举指导机构。",
        en:
          "The journal was changed: it cannot be trusted from event \(place) on. Stop, keep everything as it is and report it."
      ),
      details: audit.findings.map {
        FailureDetail(
          row: nil, column: nil, field: nil, code: "journal", value: nil,
          sentence: Sentence(zh: "\($0)", en: "\($0)"))
      })
  }
}
