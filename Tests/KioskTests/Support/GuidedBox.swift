import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// A box that is led through a guided election by commands, day by day.
struct GuidedBox {
  let box: TestBox

  init(_ box: TestBox) { self.box = box }

  /// Runs a command that has to succeed.
  @discardableResult func must(
    _ line: String, _ more: String..., place: SourceLocation = #_sourceLocation
  ) async throws -> Said {
    let words = line.split(separator: " ").map(String.init) + more
    let said = await box.json(words: words)
    try #require(said.status == 0, "\(words): \(said.text)", sourceLocation: place)
    return said
  }

  /// Runs a command that has to be refused by a rule, under a code.
  @discardableResult func refused(
    _ code: String, _ line: String, _ more: String..., place: SourceLocation = #_sourceLocation
  ) async -> Said {
    let words = line.split(separator: " ").map(String.init) + more
    let said = await box.json(words: words)
    #expect(said.status == 1, "\(words): \(said.text)", sourceLocation: place)
    #expect(said.errorCode == code, "\(words): \(said.text)", sourceLocation: place)
    return said
  }

  /// Records facts, all of them as of today.
  func record(_ facts: String..., place: SourceLocation = #_sourceLocation) async throws {
    for fact in facts { try await must("election record \(fact)", place: place) }
  }

  /// Bulletins that were drawn elsewhere; the box keeps their PDF.
  func bulletins(_ codes: String..., place: SourceLocation = #_sourceLocation) async throws {
    for code in codes {
      let file = try box.write("%PDF-1.4\n\(code)\n", "\(code).pdf")
      try await must("bulletin record \(code)", file, place: place)
    }
  }

  func advance(_ stages: String..., place: SourceLocation = #_sourceLocation) async throws {
    for stage in stages { try await must("election advance \(stage)", place: place) }
  }

  /// Reads photographs of sheets with these marks, and decides what is doubtful as it was marked.
  func count(_ marks: [[(String, MarkKind)]], boxes: [Int], signers: [String]) async throws -> [String: Any] {
    let files = try Photographs(box).take(marks, into: "photos", of: box)
    _ = try await must("count open \(boxes.map { "--box \($0)" }.joined(separator: " "))")
    let read = await box.json(words: ["count", "read"] + files)
    try #require(read.status == 0 && read.objects?.allSatisfy { $0["status"] as? String == "read" } == true)
    try await decide(marks, files, signers)
    var truth: [String: Int] = [:]
    for (line, _) in marks.flatMap({ $0 }) { truth[line, default: 0] += 1 }
    let paper = try Photographs(box).page.lines.filter { $0.kind == .candidate }
      .flatMap { ["--paper", "\($0.id.rawValue)=\(truth[$0.id.rawValue] ?? 0)"] }
    let check = await box.json(words: ["count", "reconcile"] + paper)
    try #require(check.objects?.allSatisfy { $0["holds"] as? Bool == true } == true, "\(check.out)")
    let closed = try await must(
      "count close \(signers.prefix(2).map { "--signer \($0)" }.joined(separator: " "))")
    return closed.objects?.first ?? [:]
  }

  private func decide(_ marks: [[(String, MarkKind)]], _ files: [String], _ signers: [String]) async throws {
    var digests: [[UInt8]: Int] = [:]
    for (index, file) in files.enumerated() { digests[try Bytes.digest(ofFile: file)] = index }
    let places = try Bytes.sheets(CountDesk(box.open()).store).mapValues { digests[$0] ?? 0 }
    for mark in await box.json("count", "decide").objects ?? [] {
      let (sheet, line) = (mark["sheet"] as? String ?? "", mark["line"] as? String ?? "")
      let isMarked = marks[places[sheet] ?? 0].contains { $0.0 == line }
      try await must(
        "count decide --sheet \(sheet) --line \(line) --mark \(isMarked ? "for" : "blank")"
          + signers.prefix(2).map { " --scrutineer \($0)" }.joined())
    }
  }

  /// Has the street cosign the log, as a log with an authorised anomaly needs, seals, and verifies both bundles.
  func sealAndVerify() async throws {
    try await enrolWitness()
    try await cosign()
    let sealed = try await must("archive seal")
    let files = sealed.objects?.compactMap { $0["file"] as? String } ?? []
    try #require(files.count == 2)
    for file in files {
      let verified = try await must("archive verify", file)
      #expect(verified.objects?.first?["sound"] as? Bool == true)
    }
    try await must("journal verify")
  }

  /// Gives the street a key and the box its public half.
  func enrolWitness() async throws {
    let made = try await must("witness init --name street-500112001 --dir", box.file("street"))
    try await must("key witness", made.objects?.first?["vkey"] as? String ?? "")
    try await must("key export --out", box.file("box-key"))
  }

  /// Has the street cosign the log's head as it is now.
  func cosign() async throws {
    try await must("journal request --out", box.file("cosigning"))
    let street = box.file("street")
    try await must(
      "witness cosign --dir \(street) --kiosk \(box.file("box-key/kiosk.vkey")) --out \(box.file("cosigned"))",
      box.file("cosigning/request.txt"))
    try await must("journal cosigned", box.file("cosigned"))
  }
}

/// The guidance body: a key on a stick, and a machine of its own without network and without this box's home.
struct GuidanceBody {
  let machine: TestBox
  let key: String
  let passphrase: String
  /// The opened key: each opening takes its time, as it should.
  let stick: StickKey

  init(_ name: String = "key") async throws {
    machine = try TestBox()
    key = machine.file("\(name).pem")
    passphrase = try machine.write("双凤街道-选举-2027\n", "passphrase")
    let made = await machine.run(["anomaly", "key", "new", key, "--passphrase-file", passphrase])
    try #require(made.status == 0, "\(made.text)")
    stick = try StickKey(path: key, passphrase: "双凤街道-选举-2027")
  }

  /// Enrols the public half on a box.
  func enrol(on box: TestBox, role: String = "guidanceBody") async throws {
    let said = await box.run(["anomaly", "enrol", "\(key).pub", "--name", "双凤街道选举指导小组", "--role", role])
    try #require(said.status == 0, "\(said.text)")
  }

  /// Signs a decision on a request; the answer of the command.
  func decide(
    _ request: String, _ action: String, number: String, role: String = "guidanceBody", on day: String,
    hours: Int = 72, out: String = "."
  ) async -> Said {
    machine.set(day)
    return await machine.json(words: [
      "anomaly", "authorise", request, "--action", action, "--key", key, "--passphrase-file", passphrase,
      "--officer", "周文", "--number", number, "--role", role, "--hours", String(hours), "--out",
      machine.file(out),
    ])
  }

  /// The same by the opened key alone; the text of the decision's symbol.
  func sign(_ request: String, number: String, role: Authorisation.Role, on day: String) throws -> String {
    let noon = Instant(seconds: (Day(iso: day)?.daysSince1970 ?? 0) * 86_400 + 4 * 3600)
    let signing = GuidanceDesk.Signing(
      key: stick.key, role: role, officer: "周文", number: number, issued: noon, hours: 72)
    return try GuidanceDesk(reading: request).sign(.authorise(.continue), signing).symbol
  }
}
