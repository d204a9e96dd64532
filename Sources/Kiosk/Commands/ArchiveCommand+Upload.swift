import Archive
import ArgumentParser
import Ballot
import Foundation

extension ArchiveCommand {
  struct Connect: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "connect", abstract: "设置档案服务器。Take the archive's settings from a file.")
    @Argument(help: "设置文件 / settings, YAML") var settings: String

    func perform(_ session: Session) async throws -> Answer? {
      let file = URL(filePath: settings)
      let bytes = try InputFile(settings, most: ArchiveSettings.largest).bytes
      let taken = try Failure.namingFaults {
        try ArchiveSettings(
          yaml: String(decoding: bytes, as: UTF8.self), folder: file.deletingLastPathComponent())
      }
      let authority = try taken.place?.transport.authority.map { path in
        (
          name: URL(filePath: path).lastPathComponent,
          bytes: try InputFile(path, most: ArchiveSettings.largest).bytes
        )
      }
      try session.home.keep(settings: bytes, authority: authority)
      let report = Report(
        endpoint: taken.place?.endpoint, bucket: taken.place?.bucket, receivers: taken.receivers.map(\.name))
      let names = report.receivers.joined(separator: "、")
      let way =
        taken.place.map { Sentence(zh: "上传到 \($0.endpoint)。", en: "Bundles go to \($0.endpoint).") }
        ?? Sentence(zh: "不用网络，只用 U 盘。", en: "No network: by stick only.")
      return Answer(
        report,
        [
          Sentence(zh: "已采用设置，认可 \(names) 的回执。", en: "The settings are taken; receipts by \(names) count.")
            + way,
          Sentence(
            zh: "设置里有密码：请删除或收好原来的文件 \(settings)。",
            en: "The file holds a secret: remove \(settings) or keep it safe."),
        ])
    }

    private struct Report: Encodable {
      let endpoint: String?
      let bucket: String?
      let receivers: [String]
    }
  }

  struct Upload: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "upload", abstract: "上传档案包。Send the sealed bundles and fetch their receipts.")
    @Option(help: "每个包最多试几次 / tries for each bundle") var tries = 4
    @Option(help: "传完后最多等回执多少秒 / seconds to wait for receipts") var wait = 0
    @Flag(help: "只传到了重试时间的 / only those whose time to retry has come") var due = false

    func validate() throws {
      guard (1...100).contains(tries) else { throw ValidationError("--tries 1…100") }
      guard (0...604_800).contains(wait) else { throw ValidationError("--wait 0…604800") }
    }

    func perform(_ session: Session) async throws -> Answer? {
      let settings = try session.archiveSettings()
      guard let place = settings.place else { throw Failure.noArchive }
      let box = try session.box()
      let uploads = try Uploads(box)
      let now = { session.now().seconds }
      let uploader = Uploader(
        client: S3Client(place, clock: now), queue: uploads.queue, bundles: box.home.bundles,
        receivers: settings.receivers)
      try await uploads.alone {
        var run = UploadRun(uploader, tries: tries, onlyDue: due, now: now, output: session.output)
        try await run.carryAll(waiting: .seconds(wait))
      }
      return try uploads.answer(session.output)
    }
  }

  struct Receipts: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "receipts", abstract: "回执。Take receipts in, draw them and say how far every bundle is.")
    @Option(help: "从 U 盘目录读回执 / take receipts from a stick") var from: String?
    @Flag(help: "打印回执 / print the receipts") var print = false
    @OptionGroup var printer: PrinterOptions

    func perform(_ session: Session) async throws -> Answer? {
      let uploads = try Uploads(try session.box())
      if let from {
        try takeIn(URL(filePath: from), uploads, receivers: try session.archiveSettings().receivers)
      }
      if print {
        for entry in try uploads.queue.entries() {
          guard let paper = try uploads.paper(of: entry) else { continue }
          _ = try await printer.print(paper, title: "receipt", copies: 1, session)
        }
      }
      return try uploads.answer(session.output)
    }

    /// Refuses an answer to a copy that somebody put under another community or election: it has the same bundle's id.
    private func checkPlace(_ bytes: [UInt8], _ entry: UploadEntry) throws {
      guard let statement = (try? Receipt(parsing: bytes))?.statement else { return }
      guard statement.community == entry.name.community, statement.election == entry.name.election else {
        let trouble = UploadTrouble.receiptUnproven
        throw Failure(.refused, trouble.rawValue, trouble.sentence)
      }
    }

    private func takeIn(_ stick: URL, _ uploads: Uploads, receivers: [NoteKey]) throws {
      let type = try? FileManager.default.attributesOfItem(atPath: stick.resolvingSymlinksInPath().path)[
        .type]
      guard type as? FileAttributeType == .typeDirectory
      else { throw Failure.unreadable(stick.path, reason: "不是目录 / not a directory") }
      for entry in try uploads.queue.entries() {
        let file = stick.appending(path: entry.receiptKey)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        let bytes = try InputFile(file.path, most: Receipt.sizeLimit).bytes
        try checkPlace(bytes, entry)
        do {
          _ = try uploads.queue.take(bytes, for: entry, receivers: receivers)
        } catch let fault as UploadFault {
          throw Failure(.refused, fault.trouble.rawValue, fault.trouble.sentence)
        }
      }
    }
  }
}

extension Session {
  /// The archive's settings.
  ///
  /// - Throws: `Failure.noArchive` when there are none.
  func archiveSettings() throws -> ArchiveSettings {
    guard let settings = try home.archiveSettings() else { throw Failure.noArchive }
    return settings
  }
}

extension Failure {
  static let noArchive = Failure.refused(
    "noArchive", zh: "还没有设置档案服务器。请用 archive connect 设置，或用 archive export 存到 U 盘。",
    en: "No archive is set. Set one with archive connect, or use a stick with archive export.")
}

extension Uploads {
  /// How far every bundle is; a bundle that was refused, or could not be sent, makes it a failure too.
  func answer(_ output: Output) throws -> Answer? {
    let entries = try queue.entries()
    if entries.isEmpty {
      throw Failure.refused(
        "notSealed", zh: "还没有封存。请先 archive seal。", en: "Nothing is sealed yet. Run archive seal first.")
    }
    let lines = try entries.map { try UploadLine($0, self) }
    output.write(Answer(lines: lines, lines.map(\.sentence)))
    if entries.contains(where: { $0.state == .rejected }) {
      throw Failure.refused(
        "bundleRejected", zh: "有档案包被退回。请按退回原因更正后，用 archive seal --new-revision 封存新的一版。",
        en: "A bundle was rejected. Correct what the reasons say and run archive seal --new-revision.")
    }
    if let failed = entries.first(where: { $0.trouble != nil }), let trouble = failed.trouble {
      throw Failure(.fault, trouble.rawValue, trouble.sentence)
    }
    return nil
  }
}
