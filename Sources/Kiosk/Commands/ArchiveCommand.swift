import Archive
import ArgumentParser
import Ballot
import Foundation

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "归档。Seal, verify and carry away.",
    subcommands: [
      Seal.self, Verify.self, Export.self, Import.self, Officers.self, Connect.self, Upload.self,
      Receipts.self,
    ])

  struct Seal: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "seal", abstract: "封存档案包。Seal the election's bundles.")
    @Flag(help: "更正后封存新的一版 / seal a further revision") var newRevision = false
    @Flag(help: "加国密 SM2 签名，以后每次封存都加 / sign with SM2 too, now and at every later sealing") var sm2 = false

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let election = try box.election()
      if let last = election.bundles.last, !newRevision || !election.changedSinceSealing {
        throw Failure(Refusal.sealedAlready(revision: last.revision))
      }
      if sm2 { try box.makeSM2Key() }
      let lacking = try unwitnessed(box, session.home)
      let pair = try Sealing(box).seal()
      // What is sent later is held against what was sealed now. Where this fails, archive upload queues the bundles.
      _ = try? Uploads(box)
      let reports = [BundleLine(pair.open), BundleLine(pair.restricted)]
      return Answer(
        lines: reports,
        [
          Sentence(
            zh: "已封存第 \(pair.revision) 版。下一步：用 archive verify 核对，再用 archive export 存到 U 盘。",
            en:
              "Revision \(pair.revision) is sealed. Next: archive verify, then archive export to a stick."
          )
        ] + reports.map(\.sentence) + posted(pair) + lacking)
    }

    /// Says what a verifier will miss: an authorised anomaly demands the street's cosignature (ARCHIVE §1).
    private func unwitnessed(_ box: Box, _ home: Home) throws -> [Sentence] {
      let cases = try box.election().facts.anomalies.cases
      guard cases.contains(where: { $0.authorised != nil }) else { return [] }
      // The head that goes into the bundle: an older one that was cosigned does not speak for it.
      let head = try box.journal.checkpoint(signedBy: box.keys.signer)
      guard try home.witnesses().allSatisfy({ head.standing(of: $0) == .absent }) else { return [] }
      return [
        Sentence(
          zh: "本次有镇街授权的异常，档案包还缺镇街的会签，核对时会说不可信。"
            + "请用 key witness、journal request 和 journal cosigned 取得会签，再封存新的一版。",
          en: "The street has authorised an anomaly, and the bundle lacks its cosignature: "
            + "verifying will say so. Get it with key witness, journal request and journal cosigned, "
            + "then seal a new revision.")
      ]
    }

    private func posted(_ pair: Sealing.Pair) -> [Sentence] {
      guard let file = pair.posted?.path else { return [] }
      return [
        Sentence(
          zh: "请打印张贴带档案包编号的结果公告：\(file)", en: "Print and post the result with the bundle's id: \(file)")
      ]
    }
  }

  struct Verify: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "核对档案包。Check a sealed bundle.")
    @Argument(help: "档案包 / the bundle (.tar)") var bundle: String

    func perform(_ session: Session) async throws -> Answer? {
      let url = URL(filePath: bundle)
      let type = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
      guard type as? FileAttributeType == .typeRegular, FileManager.default.isReadableFile(atPath: url.path)
      else {
        throw Failure.unreadable(bundle, reason: "不存在或不可读 / missing or unreadable")
      }
      let trusted =
        FileManager.default.fileExists(atPath: session.home.keys.path)
        ? try session.box().allKeys : nil
      let report = BundleVerifier.verify(url, trusted: trusted)
      let words = BundleWords(report, file: bundle)
      session.output.write(Answer(words, words.sentences))
      if report.isSound { return nil }
      throw Failure.refused(
        "bundleUnsound", zh: "档案包有 \(report.findings.count) 处问题，不可信。请不要使用，报告镇街。",
        en: "The bundle has \(report.findings.count) faults and cannot be trusted. Do not use it; report it.")
    }
  }

  struct Export: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "存到 U 盘并重读核对。Copy to a stick, read it again and compare.")
    @Argument(help: "U 盘目录 / directory of the stick") var device: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.requiring(.exporting)
      guard let last = try box.election().bundles.last else {
        throw Failure.refused(
          "notSealed", zh: "还没有封存。请先 archive seal。", en: "Nothing is sealed yet. Run archive seal first.")
      }
      let election = try box.election()
      var lines: [ExportLine] = []
      for kind in BundleKind.allCases {
        guard
          let name = BundleName(
            community: election.plan.community.code, election: election.id.rawValue, revision: last.revision)
        else { continue }
        let source = box.home.bundles.appending(path: name.file(kind))
        lines.append(try ExportLine(copying: source, to: URL(filePath: device)))
      }
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }
}

/// One sealed bundle in an answer.
private struct BundleLine: Encodable {
  let file: String
  let kind: String
  let id: String
  let bytes: Int

  init(_ bundle: SealedBundle) {
    file = bundle.file.path
    kind = bundle.kind.rawValue
    id = bundle.id.hex
    bytes = bundle.size
  }

  var sentence: Sentence {
    Sentence(
      zh: "\(kind == "public" ? "公开" : "内部")包 \(file)（\(bytes) 字节）编号 \(id)",
      en: "\(kind) bundle \(file) (\(bytes) bytes) id \(id)")
  }
}

/// A bundle copied to a stick: written, synced, read again and hashed.
private struct ExportLine: Encodable {
  let file: String
  let sha256: String

  init(copying source: URL, to folder: URL) throws {
    do {
      let copy = try VerifiedCopy.copy(source, into: folder)
      (file, sha256) = (copy.file.path, copy.digest.hex)
    } catch {
      throw Failure(
        .fault, "exportFailed",
        Sentence(
          zh: "没有存成功：\(folder.path) 写入或重读出错。请换一个 U 盘或清理空间后重试。",
          en:
            "Not saved: writing to or reading from \(folder.path) failed. Use another stick or make room and try again."
        ))
    }
  }

  var sentence: Sentence {
    Sentence(
      zh: "已存到 \(file)，重读一致，SHA-256 \(sha256)", en: "Saved as \(file), read back the same, SHA-256 \(sha256)")
  }
}

/// A report on a bundle in plain words.
struct BundleWords: Encodable {
  let file: String
  let sound: Bool
  let id: String?
  let key: String?
  let trust: String
  let findings: [String]
  /// The findings in Chinese.
  let messages: [String]
  let sentences: [Sentence]

  private enum CodingKeys: String, CodingKey { case file, sound, id, key, trust, findings, messages }

  init(_ report: BundleReport, file: String) {
    self.file = file
    sound = report.isSound
    id = report.id?.hex
    key = report.key?.name
    trust = report.trust.rawValue
    findings = report.findings.map(\.description)
    messages = report.findings.map(\.sentence.zh)
    sentences = BundleWords.lines(report, file)
  }

  private static func lines(_ report: BundleReport, _ file: String) -> [Sentence] {
    var lines = report.checks.map(\.sentence)
    lines += report.findings.map { Sentence(zh: "✗ \($0.sentence.zh)", en: "✗ \($0.sentence.en)") }
    let key = report.key?.name ?? "—"
    let trust =
      switch report.trust {
      case .pinned: Sentence(zh: "签名密钥 \(key) 是本机的密钥。", en: "Signed by \(key), this box's own key.")
      case .unknown: Sentence(zh: "签名密钥 \(key) 不是本机认得的密钥。", en: "Signed by \(key), which is not known here.")
      case .selfConsistent:
        Sentence(
          zh: "签名密钥 \(key) 没有可比对的记录，只说明包内一致。",
          en: "Signed by \(key); no key was given to compare, so the bundle is only consistent in itself.")
      }
    lines.append(trust)
    if report.isSound {
      lines.append(
        Sentence(
          zh: "✓ \(file) 完整无误，编号 \(report.id?.hex ?? "")",
          en: "✓ \(file) is intact, id \(report.id?.hex ?? "")"))
    }
    return lines
  }
}

extension BundleReport.Check {
  fileprivate var sentence: Sentence {
    switch self {
    case .tar(let files, let bytes):
      Sentence(zh: "✓ 包内 \(files) 个文件，\(bytes) 字节", en: "✓ \(files) files, \(bytes) bytes")
    case .payload(let files, let bytes):
      Sentence(
        zh: "✓ 内容 \(files) 个文件、\(bytes) 字节，SHA-256 和 SM3 已核",
        en: "✓ payload of \(files) files, \(bytes) bytes, hashed by SHA-256 and SM3")
    case .tagFiles(let count): Sentence(zh: "✓ 说明性文件 \(count) 个", en: "✓ \(count) tag files")
    case .signatures(let count): Sentence(zh: "✓ 签名 \(count) 个", en: "✓ \(count) signatures")
    case .checkpoint(let size): Sentence(zh: "✓ 日志检查点：\(size) 条", en: "✓ checkpoint of \(size) events")
    case .log(let lines): Sentence(zh: "✓ 日志 \(lines) 条与检查点相符", en: "✓ \(lines) log lines fit the checkpoint")
    case .table(let name, let rows):
      Sentence(zh: "✓ 表 \(name)：\(rows) 行", en: "✓ table \(name): \(rows) rows")
    }
  }
}
