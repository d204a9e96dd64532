import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

/// One demonstration of forty voters, looked at from all sides.
@Suite("A demonstration", .serialized)
struct DemoTests {
  @Test("ends equal to the truth, keeps the secret and leaves bundles that any Linux can check")
  func day() async throws {
    let box = try TestBox()
    let output = Output(format: .json, language: .zh, sink: .init(out: { _ in }, err: { _ in }))
    let day = try DemoDay(box.folder, voters: 40, seed: 3, output: output)
    let report = try await day.run()
    #expect(report.equal, "\(report.differences)")
    #expect(report.issued >= 21 && report.reading.sheets <= report.issued)
    #expect(
      report.refusals.filter { $0.kind != "typed" }.map { "\($0.kind) \($0.verdict)" } == [
        "usedTwice used", "bitChanged forged", "otherElection otherElection", "replaced void",
      ])
    let times = try day.box.journal.lines().map { try Record(line: $0).at }
    #expect(times == times.sorted(), "the journal's time never goes back")
    try await again(box, output)
    try secrecy(day, box)
    try bundles(box)
  }

  /// Once more over the same folder: nothing happens twice and the result is the same.
  private func again(_ box: TestBox, _ output: Output) async throws {
    let before = try box.open()
    let (size, result) = (before.state.size, try before.result())
    let report = try await DemoDay(box.folder, voters: 40, seed: 3, output: output).run()
    #expect(report.equal)
    let after = try box.open()
    #expect(after.state.size == size)
    #expect(try after.result() == result)
  }

  // MARK: Secrecy

  private func secrecy(_ day: DemoDay, _ box: TestBox) throws {
    let secrecy = try Secrecy(day.village, day.box)
    let plan = try day.box.election().plan
    let officers = Set(plan.staff.map(\.name))
    let lines = try day.box.journal.lines()
    #expect(try secrecy.journalFindings(lines).isEmpty)
    #expect(try secrecy.homeFindings(box.home, officers: officers).isEmpty)
    #expect(try secrecy.scanTimes(box.home).count == 1)
    let ids = try CountDesk(day.box).store.sheets().map(\.id)
    #expect(ids == ids.sorted(), "the sheets stand in the order of their random ids")
    let candidates = Set(plan.posts.flatMap(\.candidates).map(\.name))
    let chosen = Set(try day.box.result().posts.flatMap(\.persons).filter { $0.votes > 0 }.map(\.name))
    let bag = try unpack(box, "public")
    let allowed = officers.union(candidates).union(chosen)
    #expect(try secrecy.publicFindings(bag, named: allowed).isEmpty)
    try planted(secrecy, day, box, lines: lines, bag: bag, allowed: allowed)
  }

  /// The checks see leaks that are put in on purpose.
  private func planted(
    _ secrecy: Secrecy, _ day: DemoDay, _ box: TestBox, lines: [String], bag: URL, allowed: Set<String>
  ) throws {
    let issue = try #require(lines.last { $0.contains("ballot.issued") })
    let sheet = try #require(secrecy.sheets.first)
    for leak in [#""choice":"director/1","desk""#, #""sheet":"\#(sheet)","desk""#] {
      #expect(try !secrecy.journalFindings([issue.replacing("\"desk\"", with: leak)]).isEmpty)
    }
    let stranger = try #require(day.village.villagers.first { !allowed.contains($0.name) })
    func check(_ text: String, _ place: URL, _ findings: () throws -> [String]) throws {
      try Data(text.utf8).write(to: place)
      #expect(try !findings().isEmpty, "\(text) in \(place.lastPathComponent) was not seen")
      try FileManager.default.removeItem(at: place)
    }
    let home = { try secrecy.homeFindings(box.home, officers: []) }
    try check("roll 7 = \(sheet)", box.home.appending(path: "papers/list.csv"), home)
    for text in [stranger.name, stranger.identity, "KC1:ABC", "2027-05-18T08:00:35+08:00"] {
      try check(text, box.home.appending(path: "ballots/note.txt"), home)
    }
    let open = { try secrecy.publicFindings(bag, named: allowed) }
    for text in [stranger.name, stranger.identity, stranger.phone, "KC1:ABC", #"{"person":"12"}"#] {
      try check(text, bag.appending(path: "data/note.json"), open)
    }
    try check("", bag.appending(path: "data/scan.jpg"), open)
    #expect(try open().isEmpty)
  }

  // MARK: Bundles

  private func unpack(_ box: TestBox, _ kind: String) throws -> URL {
    let folder = box.folder.appending(path: "unpacked-\(kind)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = try #require(Tool("tar"))
    let file = box.folder.appending(path: "bundles/500112001201_2027-1_r1.\(kind).tar").path
    let outcome = try tar.run(["-xf", file], in: folder)
    #expect(outcome.status == 0 && outcome.bytes.isEmpty, "\(outcome.output)")
    return folder.appending(path: "500112001201_2027-1_r1")
  }

  private static let commands = [
    "sha256sum -c --strict --quiet tagmanifest-sha256.txt manifest-sha256.txt",
    "openssl pkeyutl -verify -rawin -pubin -inkey keys/kiosk.pub.pem -in tagmanifest-sha256.txt -sigfile sig/tagmanifest.ed25519",
    "minisign -V -p keys/kiosk.signify.pub -x sig/tagmanifest.minisig -m tagmanifest-sha256.txt",
    "signify-openbsd -V -p keys/kiosk.signify.pub -x sig/tagmanifest.signify -m tagmanifest-sha256.txt",
    "xmllint --noout data/文件目录.XML",
  ]

  private func bundles(_ box: TestBox) throws {
    for kind in BundleKind.allCases.map(\.rawValue) {
      let bag = try unpack(box, kind)
      for command in DemoTests.commands {
        let words = command.split(separator: " ").map(String.init)
        guard let tool = Tool(words[0]) else { continue }
        let outcome = try tool.run(Array(words.dropFirst()), in: bag)
        #expect(outcome.status == 0, "\(command) in \(kind): \(outcome.output)")
      }
      if let python = DemoTests.python, try python.run(["-c", "import bagit"], in: bag).status == 0 {
        let outcome = try python.run(["-m", "bagit", "--validate", bag.path], in: box.folder)
        #expect(outcome.status == 0, "\(outcome.output)")
      }
    }
  }

  /// The Python that has bagit: the one that `KIOSK_PYTHON` names, or the system's.
  private static let python: Tool? = Tool(ProcessInfo.processInfo.environment["KIOSK_PYTHON"] ?? "python3")
}
