import Archive
import Ballot
import Foundation
import Printing

/// What works and what to do where something does not: one look at each part of the box.
enum Checkup {
  struct Finding: Encodable, Sendable {
    let part: String
    let works: Bool
    let message: String
    let sentence: Sentence

    private enum CodingKeys: String, CodingKey { case part, works, message }

    init(_ part: String, _ works: Bool, _ sentence: Sentence) {
      self.part = part
      self.works = works
      message = sentence.zh
      self.sentence = Sentence(
        zh: (works ? "✓ " : "✗ ") + sentence.zh, en: (works ? "✓ " : "✗ ") + sentence.en)
    }
  }

  static func printer() async -> Finding {
    do {
      let queues = try await PrintServer.chosen.queues()
      let ready = queues.filter { $0.isAccepting && $0.attention.isEmpty }
      guard let queue = ready.first else {
        let words = queues.flatMap(\.attention).map(\.sentence).first
        return Finding(
          "printer", false,
          words ?? Sentence(zh: "没有打印队列，请添加打印机。", en: "There is no print queue; add a printer."))
      }
      return Finding(
        "printer", true, Sentence(zh: "打印机 \(queue.name) 可用。", en: "Printer \(queue.name) is ready."))
    } catch {
      return Finding("printer", false, error.sentence)
    }
  }

  static func disk(_ home: Home) throws -> Finding {
    let place = nearest(home.root)
    let free =
      try FileManager.default.attributesOfFileSystem(forPath: place.path)[.systemFreeSize] as? Int ?? 0
    let megabytes = free >> 20
    return Finding(
      "disk", megabytes >= 1024,
      Sentence(
        zh: "磁盘剩余 \(megabytes) MB\(megabytes >= 1024 ? "。" : "，不足 1024 MB，请清理。")",
        en: "\(megabytes) MB of disk are free\(megabytes >= 1024 ? "." : "; make room for at least 1024 MB.")"
      ))
  }

  private static func nearest(_ url: URL) -> URL {
    var url = url.standardizedFileURL
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
      url = url.deletingLastPathComponent()
    }
    return url
  }

  static func clock(_ session: Session) -> Finding {
    let now = session.now()
    let sane = (2026...2100).contains(now.day.year)
    if sane, let latest = try? session.box().state.latest, now < latest {
      return Finding(
        "clock", false,
        Sentence(
          zh: "时钟 \(now) 早于日志最后的时间 \(latest)，请校准。",
          en: "The clock says \(now), before the journal's last event at \(latest); set it."))
    }
    return Finding(
      "clock", sane,
      Sentence(
        zh: "时钟 \(now)\(sane ? "。" : "，年份不对，请校准。")",
        en: "The clock says \(now)\(sane ? "." : "; the year is wrong, set it.")"))
  }

  static func keys(_ session: Session) -> Finding {
    do {
      let box = try session.box()
      let keys = try box.keys
      let audit = try box.journal.audit(
        key: keys.signer.noteKey, retired: try box.journal.retiredKeys(),
        witnesses: try box.home.witnesses())
      guard audit.isSound else {
        return Finding(
          "keys", false,
          Sentence(
            zh: "日志核对不符，请运行 journal verify 并报告。",
            en: "The journal is not sound; run journal verify and report it."))
      }
      return Finding(
        "keys", true,
        Sentence(
          zh: "密钥 \(keys.name) 可用，日志 \(audit.size) 条完好。",
          en: "Key \(keys.name) works; the journal's \(audit.size) events are sound."))
    } catch {
      return Finding("keys", false, Failure(error).sentence)
    }
  }

  /// Whether the key files are sealed, and whether what opens them is there.
  static func protection(_ session: Session) -> Finding {
    do {
      let status = try session.home.vault.status()
      let isOpen = try status == nil || tpmOpens(session.home)
      let report = KeyStatus(status, isOpen: isOpen)
      return Finding("keyProtection", isOpen && report.complete, report.sentence)
    } catch {
      return Finding("keyProtection", false, Failure(error).sentence)
    }
  }

  /// Whether the keys are open, and the TPM, where it is a way in, is still the one that sealed them.
  private static func tpmOpens(_ home: Home) throws -> Bool {
    do {
      if try home.vault.openByTPM() != nil { return true }
      _ = try home.openVault()
      return true
    } catch KeyProtectionError.locked { return false }
  }
}
