import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Printing

/// Every bulletin and form, with an election's data.
@Suite("Bulletins and forms", .serialized)
struct PaperTests {
  private static let noon = Instant("2027-05-10T12:00:00+08:00") ?? Instant(seconds: 0)
  static let catalogue = PaperCatalogue.standard.papers

  /// One box for all: its polls are closed, nothing is counted.
  private static let shared = Task { try await TestBox.at(.closed, issued: 3) }

  private func desk() async throws -> (box: TestBox, desk: PaperDesk) {
    let box = try await PaperTests.shared.value
    return (box, try PaperDesk(Box(Home(box.home), now: { PaperTests.noon })))
  }

  private func request(_ code: String) throws -> PaperRequest {
    var request = try PaperRequest(code)
    try request.set(PaperSamples.arguments(code).filter { $0 != "--set" })
    return request
  }

  private func prepared(_ code: String, _ desk: PaperDesk, blank: Bool = false) throws -> PreparedPaper {
    let request = try request(code)
    return request.paper.isBulletin
      ? try desk.bulletin(request, number: 7) : try desk.form(request, blank: blank)
  }

  @Test("Every field that staff may give has a sample, and every sample a field")
  func samples() {
    let names = Set(PaperTests.catalogue.flatMap(\.fields))
    let given = names.filter { PaperCatalogue.standard.field($0)?.type != .facts }
    #expect(Set(PaperSamples.values.keys) == given)
  }

  @Test("All papers in words", arguments: ["B", "F"])
  func words(kind: String) async throws {
    let desk = try await desk().desk
    let text = try PaperTests.catalogue.filter { $0.code.hasPrefix(kind) }.map { paper in
      let lines = try prepared(paper.code, desk).paper.text
      let words = lines.joined(separator: "\n")
      // Ballots were issued by the wall clock.
      let steady = paper.code == "F12" ? words.replacing(/[0-9]{2}:[0-9]{2}/, with: "hh:mm") : words
      return "=== \(paper.code)\n\(steady)\n"
    }
    try Snapshot.check(text.joined(), "papers-\(kind).txt")
  }

  @Test(
    "Every paper is complete, shows all that was filled in, and leaves nothing of its template",
    arguments: catalogue)
  func complete(paper: PaperEntry) async throws {
    let prepared = try prepared(paper.code, try await desk().desk)
    #expect(prepared.missing == (["B22": ["result"], "B25": ["disclosed"]][paper.code] ?? []))
    #expect(prepared.findings.isEmpty)
    #expect(!prepared.title.isEmpty)
    let text = prepared.paper.text.joined(separator: "\n")
    #expect(!text.contains("{{") && !text.contains("}}"))
    guard paper.code != "B22" else { return }
    for name in paper.fields {
      guard let field = PaperCatalogue.standard.field(name), field.type != .facts else { continue }
      for value in PaperSamples.values[name] ?? [] {
        for part in value.split(whereSeparator: { ",；".contains($0) }) {
          let day = Day(iso: part).flatMap { field.type == .day ? $0.chinese : nil }
          #expect(text.contains(day ?? String(part)), "\(paper.code) does not show \(name) “\(part)”")
        }
      }
    }
  }

  @Test(
    "Every paper is a PDF whose text other programs read, filled and blank",
    .enabled(if: Tool("pdftotext") != nil),
    arguments: catalogue)
  func pdf(paper: PaperEntry) async throws {
    let (box, desk) = try await desk()
    for blank in paper.isBulletin ? [false] : [false, true] {
      let prepared = try prepared(paper.code, desk, blank: blank)
      let file = box.file("\(paper.code)-\(blank).pdf")
      let unprintable = try prepared.paper.write(to: file, created: PaperTests.noon.day)
      #expect(unprintable.isEmpty)
      let text = try #require(Tool("pdftotext")).run(["-layout", file, "-"], in: box.folder).output
      let plain = text.filter { !$0.isWhitespace }
      #expect(plain.contains(prepared.title.filter { !$0.isWhitespace }), "\(paper.code) \(blank)")
      #expect(plain.contains(paper.version))
    }
  }

  // MARK: The way to the wall

  @Test(
    "A bulletin without a field that it needs is refused by that field's name",
    arguments: catalogue.filter(\.isBulletin))
  func refused(paper: PaperEntry) async throws {
    let desk = try await desk().desk
    for name in paper.needs where PaperCatalogue.standard.field(name)?.isFromBox == false {
      var request = try PaperRequest(paper.code)
      let others = paper.fields.filter { $0 != name }.flatMap { other in
        (PaperSamples.values[other] ?? []).map { "\(other)=\($0)" }
      }
      try request.set(others)
      let prepared = try desk.bulletin(request, number: 1)
      if name == "scrutineers" { continue }  // the plan names them
      #expect(prepared.missing.contains(name), "\(paper.code) \(name)")
      let failure = #expect(throws: Failure.self) { try prepared.checkForIssue() }
      #expect(failure?.code == "fieldsMissing" && failure?.sentence.zh.contains(name) == true)
    }
  }

  @Test(
    "By commands: preview, issue, post with a photograph, correct, list, take down; nothing issued ever changes"
  )
  func commands() async throws {
    let box = try await TestBox.at(.imported)
    let preview = await box.json("bulletin", "preview", "B05", "--out", box.file("B05.pdf"))
    #expect(preview.status == 0 && preview.objects?.first?["missing"] as? [String] == [])
    #expect(try box.open().election().bulletins.isEmpty)
    #expect(await box.json("bulletin", "issue", "B03").errorCode == "fieldsMissing")
    #expect(await box.json("bulletin", "issue", "B03", "--set", "approval=因病缓办").errorCode == "personalData")
    let phone = await box.json("bulletin", "issue", "B03", "--set", "approval=问13912345678")
    #expect(phone.errorCode == "personalData" && !phone.text.contains("13912345678"))
    let issued = await box.json("bulletin", "issue", "B05", "--set", "contact=023-45671234")
    #expect(issued.status == 0, "\(issued.text)")
    let first = try Data(contentsOf: URL(filePath: issued.objects?.first?["file"] as? String ?? ""))
    #expect(await box.json("bulletin", "issue", "B05").errorCode == "bulletinIssuedAlready")
    try await post(box)
    try await correct(box, first)
  }

  private func post(_ box: TestBox) async throws {
    let photo = try box.write("not a picture", "photo.jpg")
    let words = ["bulletin", "post", "B05", "--place", "村务公开栏", "--picture", photo]
    #expect(await box.json(words: words).errorCode == "notAPicture")
    try Data([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]).write(to: URL(filePath: photo))
    let posted = await box.json(words: words)
    let digest = try #require(posted.objects?.first?["picture"] as? String)
    #expect(try box.open().blobs.get(#require(Digest(hex: digest)))?.count == 7)
    #expect(await box.json(words: words).errorCode == "postedAlready")
    #expect(
      await box.json("bulletin", "post", "B05", "--place", "村口", "--day", "2020-01-01").errorCode
        == "postingDayImpossible")
    let line = await box.json("bulletin", "list").objects?.first { $0["code"] as? String == "B05" }
    #expect(line?["status"] as? String == "posted")
  }

  private func correct(_ box: TestBox, _ first: Data) async throws {
    let words = ["bulletin", "correct", "B05", "--reason", "漏印一名选民", "--set", "postingPlace=村口"]
    let corrected = await box.json(words: words)
    #expect(corrected.objects?.first?["number"] as? Int == 2)
    let shown = await box.json("bulletin", "show", "2")
    let fields = shown.objects?.first?["fields"] as? [String: Any]
    #expect(fields?["contact"] as? String == "023-45671234", "what is not said anew stands")
    #expect(fields?["postingPlace"] as? String == "村口")
    #expect(fields?["corrects"] as? String == "石桥村选字〔2027〕第1号")
    // Somebody writes over the PDF: what was issued comes back from the blob.
    let file = try #require(await box.json("bulletin", "show", "1").objects?.first?["file"] as? String)
    try Data("changed".utf8).write(to: URL(filePath: file))
    _ = await box.json("bulletin", "show", "1")
    #expect(try Data(contentsOf: URL(filePath: file)) == first)
    #expect(await box.run("bulletin", "remove", "1", "--place", "村务公开栏").status == 0)
    #expect(await box.json("bulletin", "remove", "1", "--place", "村务公开栏").errorCode == "notPosted")
    let audit = await box.run("journal", "verify")
    #expect(audit.status == 0, "\(audit.text)")
  }

  @Test(
    "Bad input is refused with a code, and nothing is recorded",
    arguments: [
      ("bulletin issue X99", 2, "unknownBulletin"), ("bulletin issue F01", 2, "notABulletin"),
      ("form print B05 --to-file", 2, "notAForm"), ("form print F99 --to-file", 2, "unknownForm"),
      ("bulletin preview B03 --set nonsense", 2, "usage"),
      ("bulletin preview B03 --set head=x", 2, "fieldFault"),
      ("bulletin preview B05 --set groups=x", 2, "fieldFault"),
      ("bulletin preview B03 --data missing.json", 2, "unreadableFile"),
      ("bulletin correct B03 --reason x", 2, "noSuchBulletin"),
      ("bulletin post 9 --place x", 2, "noSuchBulletin"),
      ("bulletin show 99999999999999999999", 2, "noSuchBulletin"), ("bulletin post B05", 2, "usage"),
    ])
  func bad(words: String, status: Int, code: String) async throws {
    let box = try await PaperTests.shared.value
    let size = try box.open().state.size
    let said = await box.json(words: words.split(separator: " ").map(String.init))
    #expect(said.status == Int32(status) && said.errorCode == code, "\(said.text)")
    #expect(try box.open().state.size == size)
  }

  @Test("Values from a file may be wild: marks, line breaks, braces stay text")
  func wild() async throws {
    let desk = try await desk().desk
    var request = try PaperRequest("B03")
    try request.set(["approval=# 〔2027〕|{{community}}\n@page {{{x}}}"])
    let paper = try desk.bulletin(request, number: 1).paper
    let text = paper.text.joined(separator: "\n")
    #expect(text.contains("＃ 〔2027〕｜{{community}} @page {{{x}}}"))
    let pages = paper.blocks.count { if case .pageBreak = $0 { true } else { false } }
    #expect(pages == 0)
  }
}
