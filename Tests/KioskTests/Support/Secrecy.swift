import Archive
import Foundation

@testable import Ballot
@testable import Kiosk

/// Looks for anything that could join a voter with a ballot, or show a voter to the public (ARCHIVE §2).
struct Secrecy {
  /// What may not be seen: everybody on the roll, and the keys of the ballots.
  let village: DemoVillage
  let sheets: [String]

  init(_ village: DemoVillage, _ box: Box) throws {
    self.village = village
    let store = try CountDesk(box).store
    sheets = try store.sheets().flatMap { [$0.id.hex, $0.digest.hex] }
  }

  // MARK: The journal

  /// Every key that an event may carry, by event: counts and facts of the procedure, nothing of a ballot.
  private static let keys: [String: Set<String>] = [
    "device.initialised": ["kioskKey", "cardKey"], "election.created": ["plan", "planDigest", "packDigest"],
    "stage.advanced": ["stage"], "roll.imported": ["digest", "source", "voters", "men", "women"],
    "roll.frozen": ["digest", "voters", "candidates"], "cards.printed": ["cards", "pages", "delivery"],
    "card.replaced": ["roll", "generation", "reason"],
    "ballots.laidOut": ["type", "batch", "pages", "geometryDigest"],
    "ballots.printed": ["batch", "copies", "delivery"], "poll.opened": ["boxes", "witnesses"],
    "ballot.issued": ["roll", "generation", "desk", "manner"], "ballot.spoiled": ["desk"],
    "poll.closed": ["unused"],
    "count.opened": ["boxes", "witnesses"], "sheets.accepted": ["accepted", "total", "refused"],
    "sheets.decided": ["lines", "deciders"], "count.reconciled": ["holding", "failing"],
    "count.closed": ["resultDigest", "signers"], "anomaly.raised": ["code", "detail"],
    "bulletin.issued": ["code", "number", "digest", "data", "document"],
    "fact.recorded": ["fact", "day", "note", "evidence"],
    "bundle.sealed": ["revision", "publicID", "restrictedID"],
    "offer.taken": ["bundle", "community", "election", "revision", "object", "receiver", "officers"],
  ]

  /// What is wrong with the journal's lines.
  func journalFindings(_ lines: [String]) throws -> [String] {
    var findings: [String] = []
    for line in lines {
      let json = try JSON(parsing: line)
      guard case .object(let envelope) = json, case .object(let data)? = envelope["data"] else { continue }
      let type = envelope["type"]?.string ?? ""
      let strange = Set(data.keys).subtracting(Secrecy.keys[type] ?? [])
      if !strange.isEmpty { findings.append("\(type) has \(strange)") }
      let outside = Set(envelope.keys).subtracting(["v", "seq", "at", "type", "data", "by", "election"])
      if !outside.isEmpty { findings.append("envelope has \(outside)") }
      findings += sheets.filter { line.contains($0) }.map { "\(type) names sheet \($0)" }
      findings += village.villagers.filter { line.contains($0.identity) }.map { _ in
        "\(type) has an ID number"
      }
      if type != "election.created", line.firstMatch(of: /"[a-z]+\/w?[0-9]+"/) != nil {
        findings.append("\(type) names a line of the ballot")
      }
    }
    return findings
  }

  // MARK: The home

  /// What is wrong with the files of a home: keys of ballots outside their folder, people inside it.
  func homeFindings(_ home: URL, officers: Set<String>) throws -> [String] {
    var findings: [String] = []
    for (path, bytes) in try Secrecy.files(home) {
      let folder = path.split(separator: "/").first.map(String.init) ?? ""
      if folder == "ballots" {
        findings += people(in: bytes, except: officers).map { "\(path): \($0)" }
        // Pixels may hold four bytes of anything by chance.
        for sign in ["KC1:", "T08:", "T16:", "+08:00"] where !path.hasSuffix(".jpg") && contains(bytes, sign)
        {
          findings.append("\(path): \(sign)")
        }
      } else if folder != "bundles" {
        findings += sheets.filter { contains(bytes, $0) || contains(bytes, [UInt8](hex: $0) ?? []) }
          .map { "\(path) names sheet \($0)" }
      }
    }
    return findings
  }

  /// All scans carry one and the same time.
  func scanTimes(_ home: URL) throws -> Set<Date> {
    let files = FileManager.default.enumerator(
      at: home.appending(path: "ballots"), includingPropertiesForKeys: nil)
    var times: Set<Date> = []
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "jpg" else { continue }
      if let time = try FileManager.default.attributesOfItem(atPath: url.path)[.modificationDate] as? Date {
        times.insert(time)
      }
    }
    return times
  }

  // MARK: The public bundle

  /// What is wrong with an unpacked public bundle.
  func publicFindings(_ folder: URL, named allowed: Set<String>) throws -> [String] {
    var findings: [String] = []
    for (path, bytes) in try Secrecy.files(folder) {
      if ["jpg", "jpeg", "png", "xlsx", "sqlite"].contains(URL(filePath: path).pathExtension) {
        findings.append("\(path) should not be there")
      }
      let text = path.hasSuffix(".pdf") ? try Secrecy.text(pdf: folder.appending(path: path)) : bytes
      findings += people(in: text, except: allowed).map { "\(path): \($0)" }
      if contains(text, "KC1:") { findings.append("\(path): a card") }
      if path.hasSuffix(".ndjson") || path.hasSuffix(".json") {
        findings += try persons(in: text).map { "\(path): person \($0)" }
      }
      for table in ["roll.ndjson", "events.ndjson"] where path.hasSuffix(table) { findings.append("\(path)") }
    }
    return findings
  }

  /// Persons that are named by anything but a line of the ballot or a running number.
  private func persons(in text: [UInt8]) throws -> [String] {
    let found = String(decoding: text, as: UTF8.self).matches(of: /"person":"([^"]*)"/).map { String($0.1) }
    return found.filter { $0.wholeMatch(of: /[a-z]+\/([0-9]+|written-[0-9]+)/) == nil }
  }

  private func people(in bytes: [UInt8], except allowed: Set<String>) -> [String] {
    village.villagers.flatMap { villager -> [String] in
      var found: [String] = []
      if contains(bytes, villager.identity) { found.append("an ID number") }
      if contains(bytes, villager.phone) { found.append("a telephone number") }
      if !allowed.contains(villager.name), contains(bytes, villager.name) { found.append(villager.name) }
      return found
    }
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool { contains(bytes, Array(text.utf8)) }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    !part.isEmpty && Data(bytes).range(of: Data(part)) != nil
  }

  private static func files(_ folder: URL) throws -> [(String, [UInt8])] {
    let root = folder.resolvingSymlinksInPath().path + "/"
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    return try names.compactMap { name in
      let type = try FileManager.default.attributesOfItem(atPath: root + name)[.type] as? FileAttributeType
      return type == .typeRegular ? (name, Array(try Data(contentsOf: URL(filePath: root + name)))) : nil
    }
  }

  private static func text(pdf: URL) throws -> [UInt8] {
    try Tool("pdftotext")?.run([pdf.path, "-"], in: pdf.deletingLastPathComponent()).bytes ?? []
  }
}
