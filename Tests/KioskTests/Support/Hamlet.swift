import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator
@testable import Spreadsheet

/// A hamlet of nine voters, small enough to hold several rounds in a test.
enum Hamlet {
  static let voters = ["丁大山", "王伟", "王小兰", "田秀英", "石磊", "向前进", "何秀兰", "李强国", "莫晓芸"]

  /// The roll as a text table; nobody has an ID number.
  static var roll: String {
    "序号,姓名,性别,出生日期,村民小组,户号\n"
      + voters.enumerated().map { index, name in
        "\(index + 1),\(name),\(index.isMultiple(of: 2) ? "男" : "女"),19\(60 + index)-03-0\(index % 9 + 1),1组,\(index + 1)\n"
      }.joined()
  }

  /// A plan with these parts in place of posts.
  static func plan(kind: String, pack: String, body: String) -> String {
    """
    format: kiosk-plan/1
    community: {code: "500112001201", name: 石桥村, township: 双凤街道}
    election:
      id: 2027-1
      kind: \(kind)
      pack: \(pack)
      term: 12
      day: 2027-05-18
      hours: {open: "08:00", close: "16:00"}
      issuer: 石桥村村民选举委员会
    \(body)
    places:
      - {number: 1, name: 村委会, kind: main, groups: []}
    staff:
      - {name: 赵敏, role: chiefScrutineer}
      - {name: 钱强, role: scrutineer}

    """
  }

  /// The staff of the plan who sign and decide.
  static let scrutineers = ["赵敏", "钱强"]
}

extension TestBox {
  /// Runs a command that must succeed.
  func must(_ words: String..., at place: SourceLocation = #_sourceLocation) async throws {
    try await must(words, at: place)
  }

  func must(_ words: [String], at place: SourceLocation = #_sourceLocation) async throws {
    let said = await run(words)
    try #require(said.status == 0, "\(words): \(said.text)", sourceLocation: place)
  }

  /// A box with a plan and the hamlet's frozen roll.
  static func hamlet(plan: String) async throws -> TestBox {
    let box = try TestBox()
    try await box.must("election", "create", box.write(plan, "plan.yaml"))
    try await box.must("roll", "import", box.write(Hamlet.roll, "roll.csv"))
    try await box.must("roll", "freeze")
    return box
  }

  /// Prints ballots, issues one to each of the first voters, and brings the marked sheets through the count.
  ///
  /// What a sheet says is decided by hand wherever the machine asks.
  func vote(_ sheets: [[(String, MarkKind)]], paper: String) async throws {
    try await must("ballot", "print", "--copies", "9", "--to-file", "--out", file(paper))
    try await must("poll", "open")
    for roll in 1...sheets.count { try await must("poll", "issue", "--roll", String(roll)) }
    try await must("poll", "close", "--unused", String(9 - sheets.count))
    try await must("count", "open", "--box", String(sheets.count))
    let photographs = try Photographs(self, in: paper)
    let files = try photographs.take(sheets, into: "photos-\(paper)", of: self)
    try await must(["count", "read"] + files)
    try await decide(sheets, files)
    let lines = photographs.page.lines.filter { $0.kind != .writeIn }.map(\.id.rawValue)
    let totals = try CountDesk(open()).tally().flatMap(\.posts).flatMap(\.lines)
    try await must(
      ["count", "reconcile"]
        + lines.flatMap { line in
          ["--paper", "\(line)=\(totals.first { $0.line.rawValue == line }?.for ?? 0)"]
        })
    try await must(["count", "close"] + Hamlet.scrutineers.flatMap { ["--signer", $0] })
  }

  /// Two scrutineers find on each doubtful line what was marked.
  private func decide(_ sheets: [[(String, MarkKind)]], _ files: [String]) async throws {
    let store = try CountDesk(open()).store
    var places: [[UInt8]: Int] = [:]
    for (index, file) in files.enumerated() { places[try Bytes.digest(ofFile: file)] = index }
    let known = try Bytes.sheets(store)
    for pending in await json("count", "decide").objects ?? [] {
      let (sheet, line) = (pending["sheet"] as? String ?? "", pending["line"] as? String ?? "")
      let index = known[sheet].flatMap { places[$0] } ?? 0
      let mark = sheets[index].contains { $0.0 == line } ? "for" : "blank"
      try await must(
        ["count", "decide", "--sheet", sheet, "--line", line, "--mark", mark]
          + Hamlet.scrutineers.flatMap { ["--scrutineer", $0] })
    }
  }

  /// Seals, verifies both bundles and the journal; the public bundle's files and their bytes.
  func sealAndVerify() async throws {
    let sealed = await json("archive", "seal")
    try #require(sealed.status == 0, "\(sealed.text)")
    for bundle in sealed.objects ?? [] {
      let verified = await json("archive", "verify", bundle["file"] as? String ?? "")
      #expect(verified.status == 0 && verified.objects?.first?["sound"] as? Bool == true, "\(verified.text)")
    }
    try await must("journal", "verify")
  }
}
