import Archive
import ArgumentParser
import Ballot
import Foundation
import Scanner

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "开箱计票。The count.",
    subcommands: [
      Open.self, Read.self, Decide.self, Person.self, Tally.self, Recount.self, Reconcile.self, Close.self,
    ])

  struct Open: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "开箱清点。Open the boxes and count the sheets.")
    @Option(name: .customLong("box"), help: "各票箱清点张数 / sheets in each box") var boxes: [Int]
    @Option(name: .customLong("witness"), help: "在场监票员 / scrutineer present") var witnesses: [String] = []

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard boxes.allSatisfy({ (0...1_000_000).contains($0) }) else { throw Failure.usage("--box N") }
      try box.carryOut(.openCount(CountOpened(boxes: boxes, witnesses: witnesses)))
      let sheets = boxes.reduce(0, +)
      return Answer(
        ["sheets": sheets],
        [Sentence(zh: "开箱清点：共 \(sheets) 张。下一步：逐张读票。", en: "\(sheets) sheets were counted. Next: read them.")])
    }
  }

  struct Read: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "read", abstract: "读取选票照片。Read pictures of ballots.")
    @Argument(help: "照片 / pictures") var images: [String] = []
    @OptionGroup var camera: CameraOptions
    @Flag(help: "只读不记 / read only, record nothing") var dryRun = false
    @Option(help: "把每个框怎样读的画到这个目录 / draw into this folder how every box was read") var explain: String?
    @Flag(help: "与已计选票很像的，已核对是另一张 / people compared look-alikes: they are other sheets") var distinct = false

    func perform(_ session: Session) async throws -> Answer? { try await read(session, .first) }

    /// Reads the pictures into one of the two readings.
    func read(_ session: Session, _ pass: CountPass) async throws -> Answer? {
      try camera.check(against: images)
      if camera.camera, explain != nil { throw Failure.usage("--explain: IMAGE…") }
      let desk = try CountDesk(session.box(), pass)
      let recording = !dryRun && desk.election.countOpened != nil
      if recording, desk.election.countClosed != nil { throw Failure(Refusal.countClosed) }
      let intake = try BallotIntake(desk, areDistinct: distinct)
      let output = session.output
      let answer = { (result: BallotIntake.Result) in
        let report = ReadingReport(result)
        output.write(Answer(report, [report.sentence]))
      }
      if camera.camera {
        try await readLive(intake, recording, session, answer)
      } else {
        try intake.read(images, recording: recording, answer)
      }
      if let explain { try write(explain, desk, output) }
      if !recording, output.format == .text {
        let words = Sentence(
          zh: "以上只读未记录\(dryRun ? "" : "：计票还没有开始，请先 count open")。",
          en: "Nothing was recorded\(dryRun ? "" : ": the count is not open; run count open first").")
        output.complain(words.text(in: output.language))
      }
      return nil
    }

    /// Reads sheet by sheet what is laid under the camera; one that is not read may be laid again.
    private func readLive(
      _ intake: BallotIntake, _ recording: Bool, _ session: Session, _ done: (BallotIntake.Result) -> Void
    ) async throws {
      try await CameraWait(camera, session).see(.sheets) { event in
        guard case .sheet(let picture) = event else { return true }
        var isRead = false
        try intake.read([picture], recording: recording) { result in
          isRead = !result.isRefused
          done(result)
        }
        return isRead
      }
    }

    private func write(_ path: String, _ desk: CountDesk, _ output: Output) throws {
      let folder = try ExplanationFolder(path, pages: desk.pages, language: output.language)
      for image in images { try folder.add(image) }
      try folder.finish()
      let words = Sentence(
        zh: "说明写好了，请用浏览器打开 \(path)/index.html。",
        en: "The explanation is in \(path)/index.html; open it in a browser.")
      output.complain(words.text(in: output.language))
    }
  }

  struct Tally: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "tally", abstract: "计票。Add up; recomputed from the sheets every time.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let desk = try CountDesk(box)
      let result = try ResultDocument(desk, desk.tally(), [], roll: box.roll())
      return Answer(result, ResultWords(result).tally)
    }
  }

  struct Reconcile: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "reconcile", abstract: "核对 N01–N17。Check everything that must add up.")
    @Option(name: .customLong("paper"), help: "计票单（正）合计，行=票数 / tally-sheet total, LINE=COUNT") var paper:
      [String] = []

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let desk = try CountDesk(box)
      let totals = try paper.isEmpty ? nil : paperTotals(of: desk)
      let check = try Reconciliation(desk, tallies: desk.tally(), paper: totals)
      try box.carryOut(.reconcile(check.identities))
      let lines = check.identities.map(IdentityLine.init)
      return Answer(lines: lines, [summary(check)] + lines.map(\.sentence))
    }

    private func summary(_ check: Reconciliation) -> Sentence {
      let failing = check.failing
      guard !failing.isEmpty else {
        return Sentence(
          zh: "✓ \(check.identities.count) 项全部相符。下一步：监票员签字，结束计票。",
          en: "✓ All \(check.identities.count) hold. Next: the scrutineers sign and close the count.")
      }
      return Sentence(
        zh: "✗ \(failing.joined(separator: "、")) 不平。请重新清点，改正后再核对。",
        en: "✗ \(failing.joined(separator: ", ")) fail. Count again, correct it and reconcile once more.")
    }

    /// The totals by line; a line that the ballot has not, or that is given twice, is a mistake of the typist.
    private func paperTotals(of desk: CountDesk) throws -> [LineID: Int] {
      let known = Set(desk.pages.flatMap(\.lines).filter { $0.kind != .writeIn }.map(\.id))
      var totals: [LineID: Int] = [:]
      for text in paper {
        let parts = text.split(separator: "=")
        guard parts.count == 2, let count = Int(parts[1]), count >= 0 else {
          throw Failure.usage("--paper LINE=COUNT")
        }
        let line = LineID(rawValue: String(parts[0]))
        guard known.contains(line), totals[line] == nil else {
          throw Failure.unusable(
            "noSuchLine", zh: "计票单的行“\(line.rawValue)”不在选票上，或写了两次。请核对。",
            en:
              "The tally sheet's line “\(line.rawValue)” is not on the ballot, or stands there twice. Check it."
          )
        }
        totals[line] = count
      }
      return totals
    }
  }

  struct Close: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: "签字，结束计票。Sign the totals and close the count.")
    @Option(name: .customLong("signer"), help: "签字的监票员 / scrutineer who signs") var signers: [String]

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let result = try box.closeCount(signers: signers)
      return Answer(result, ResultWords(result).outcome + ResultWords(result).explanation)
    }
  }
}

/// One identity in a listing.
private struct IdentityLine: Encodable {
  let id: String
  let holds: Bool
  let numbers: String
  private let words: Sentence

  private enum CodingKeys: String, CodingKey { case id, holds, numbers }

  init(_ identity: Identity) {
    words = identity.id.words
    id = identity.id.rawValue
    holds = identity.holds
    numbers = identity.numbers
  }

  var sentence: Sentence {
    Sentence(
      zh: "\(holds ? "✓" : "✗") \(id) \(holds ? "平" : "不平") \(words.zh)　\(numbers)",
      en: "\(holds ? "✓" : "✗") \(id) \(holds ? "holds" : "FAILS"): \(words.en)  \(numbers)")
  }
}

extension ElectionState {
  /// Refuses people who are not scrutineers of this election, and too few of them.
  func checkScrutineers(_ names: [String]) throws {
    let known = Set(plan.staff.filter { [.scrutineer, .chiefScrutineer].contains($0.role) }.map(\.name))
    if let stranger = names.first(where: { !known.contains($0) }) {
      throw Failure.refused(
        "notAScrutineer", zh: "“\(stranger)”不是本次选举的监票员。",
        en: "“\(stranger)” is not a scrutineer of this election.")
    }
    let have = Set(names).count
    guard have >= signersNeeded else {
      throw Failure(Refusal.tooFewSigners(have: have, need: signersNeeded))
    }
  }
}

extension Box {
  /// Works the result out, keeps it, and closes the count under the scrutineers' names.
  func closeCount(signers: [String]) throws -> ResultDocument {
    let desk = try CountDesk(self)
    if desk.election.countClosed != nil { throw Failure(Refusal.countClosed) }
    let names = Set(signers)
    try desk.election.checkScrutineers(signers)
    try desk.recordForgotten(by: names.sorted())
    let tallies = try desk.tally()
    let checked = try Reconciliation(desk, tallies: tallies, paper: nil).identities.filter { $0.id != .n15 }
    let paper = Identity(.n15, desk.election.reconciled?.holding.contains("N15") ?? false, "=")
    let signed = Identity(.n16, true, names.sorted().joined(separator: ", "))
    let result = try ResultDocument(desk, tallies, checked + [paper, signed], roll: roll())
    let digest = try blobs.put(Array(result.json.utf8))
    let command = Command.closeCount(
      CountClosed(resultDigest: digest.hex, signers: names.sorted()), anomalies: result.raised)
    try check(command)
    // The order of reading goes out of the files first: a power cut in between leaves the count open, and closing
    // it again does this again.
    try desk.store.closeCount()
    for recount in desk.election.recounts {
      try CountDesk(self, desk.election, recount: recount.number).store.closeCount()
    }
    try carryOut(command)
    LiveSheetFile(home)?.clear()
    return result
  }

  /// The result of the current election, as it was kept when the count closed.
  func result() throws -> ResultDocument { try result(of: election()) }

  /// The result of one round.
  func result(of round: ElectionState) throws -> ResultDocument {
    guard let hash = round.countClosed?.resultDigest, let digest = Digest(hex: hash) else {
      throw Failure(Refusal.resultMissing)
    }
    guard let bytes = try blobs.get(digest), let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.lostBlob
    }
    return try JSON(parsing: text).decode(ResultDocument.self)
  }
}
