import Ballot
import Foundation
import Synchronization
import Testing

@testable import Archive
@testable import Intake

@Suite("Rosters and the street's keys")
struct RosterTests {
  let district: PracticeDistrict
  let box: PracticeBox

  init() throws {
    district = try PracticeDistrict()
    try district.enrol()
    box = try district.box()
  }

  private func add(_ words: String...) -> (status: Int32, out: String) {
    let lines = Ear()
    let all = ["roster", "add", box.community, "--home", district.home.path] + words
    let status = Intake.run(all, sink: Sink(out: lines.hear, err: lines.hear))
    return (status, lines.text)
  }

  private var entry: RosterEntry? { get throws { try District(district.home).roster[box.community] } }

  @Test("A box cannot be its own witness or decide on its own anomalies, whichever is enrolled first")
  func selfWitness() throws {
    let before = try entry
    let own = try NoteKey(name: "street-9", kind: .cosignature, key: box.signer.noteKey.key)
    #expect(add("--witness", own.vkey).status == 2)
    #expect(add("--decisions", box.signer.noteKey.key.bytes.hex).status == 2)
    let turned = try NoteKey(name: "kiosk-9", key: box.witness.witnessKey.key)
    let said = add("--kiosk", turned.vkey)
    #expect(said.status == 2 && said.out.contains("kiosk-9"), "\(said.out)")
    #expect(try entry == before)
    // The same by file, in one line.
    var both = box.entry
    both.witnesses.append(own)
    let file = district.folder.appending(path: "roster")
    try Data((both.json.canonical + "\n").utf8).write(to: file)
    #expect(district.say("roster", "import", "--home", district.home.path, file.path).status == 2)
    #expect(try entry == before)
  }

  @Test(
    "Names that a screen shows otherwise than they are, are refused",
    arguments: ["\u{1b}[2J村", "村\u{202e}乡", "村\n乡", "\u{feff}村", String(repeating: "村", count: 61)])
  func names(_ name: String) throws {
    let before = try entry
    let said = add("--name", name)
    #expect(
      said.status == 2 && !said.out.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(said.out)")
    #expect(add("--street", name).status == 2)
    #expect(try entry == before)
  }

  @Test("Keys that are nobody's are refused in a roster, in every spelling")
  func weak() throws {
    let point = [UInt8](repeating: 0, count: 32)
    #expect(add("--decisions", point.hex).status == 2)
    var line = box.entry.json.canonical
    line.replace("\"expected\":", with: "\"decisions\":[\"\(point.hex)\"],\"expected\":")
    #expect(RosterEntry(line: line) == nil)
    #expect(RosterEntry(line: String(repeating: "[", count: 100_000)) == nil)
  }

  @Test("An earlier roster reads as before; with a second key of the street it comes back from its line")
  func formats() throws {
    let plain = box.entry
    #expect(!plain.json.canonical.contains("decisions"))
    #expect(RosterEntry(line: plain.json.canonical) == plain)
    var more = plain
    more.decisions = [try SecretKey().publicKey]
    #expect(RosterEntry(line: more.json.canonical) == more)
    #expect(plain.merged(with: more).decisions == more.decisions && more.merged(with: plain) == more)
  }

  /// A decision by a key about a box, as it stands in a log.
  private func decision(
    by key: SecretKey, about box: PublicKey, in election: String = "2026-1", anomaly: Int = 1
  ) throws -> StreetDecision {
    let moment = Instant(seconds: 1_795_300_000)
    let payload = Authorisation(
      box: box.bytes.hex, election: ElectionID(rawValue: election), anomaly: anomaly, code: .ownersAbsent,
      request: Digest.of("r").hex, decision: .authorise(.revote), role: .guidanceBody, officer: "周文",
      number: "3号", issued: moment, expires: moment)
    let decided = AnomalyDecided(
      number: 1, action: .revote, reason: nil, authorisation: "3号", officer: "周文",
      key: key.publicKey.bytes.hex, signature: try key.sign(payload.bytes).hex,
      payload: String(decoding: payload.bytes, as: UTF8.self))
    let record = Record(
      sequence: 9, at: moment, by: nil, election: ElectionID(rawValue: "2026-1"),
      event: .anomalyDecided(decided))
    return try #require(StreetDecision(logLine: record.line))
  }

  @Test(
    "A decision by another key of the street counts once that is enrolled; the answer names the key till then"
  )
  func secondKey() throws {
    let key = try SecretKey()
    let boxes: Set<String> = [box.signer.noteKey.key.bytes.hex]
    let decided = try decision(by: key, about: box.signer.noteKey.key)
    let fault = try #require(decided.fault(trusted: box.entry.deciders, boxes: boxes))
    #expect(fault == .decisionByUnknownKey(anomaly: 1, key: key.publicKey.bytes.hex))
    #expect(fault.receipt.code == "decisionUnproven" && fault.receipt.zh.contains(key.publicKey.bytes.hex))
    let file = district.folder.appending(path: "street.pem.pub")
    try key.publicKey.pem.write(to: file, atomically: true, encoding: .utf8)
    #expect(add("--decisions", file.path).status == 0)
    let trusted = try #require(try entry).deciders
    #expect(decided.fault(trusted: trusted, boxes: boxes) == nil)
  }

  @Test("What the street decided for another box, election or anomaly is not decided here")
  func replayed() throws {
    let key = try SecretKey()
    let (trusted, own) = (Set([key.publicKey.bytes.hex]), box.signer.noteKey.key)
    let other = try district.box(1).signer.noteKey.key
    for replay in [
      try decision(by: key, about: other), try decision(by: key, about: own, in: "2025-1"),
      try decision(by: key, about: own, anomaly: 2),
    ] {
      #expect(
        replay.fault(trusted: trusted, boxes: [own.bytes.hex]) == .decisionUnproven(anomaly: 1))
    }
    #expect(try decision(by: key, about: own).fault(trusted: trusted, boxes: [own.bytes.hex]) == nil)
  }
}

/// Keeps what a command says.
private final class Ear: Sendable {
  private let lines = Mutex<[String]>([])
  var text: String { lines.withLock { $0.joined(separator: "\n") } }
  var hear: @Sendable (String) -> Void { { line in self.lines.withLock { $0.append(line) } } }
}
