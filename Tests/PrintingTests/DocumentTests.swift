import Ballot
import Foundation
import Printing
import Testing

/// PDFs as other programs read them.
@Suite(.enabled(if: Tool.exists("pdftotext"), "needs poppler-utils"))
struct DocumentTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func text(_ file: String) throws -> String {
    try Tool.run("pdftotext", "-layout", scratch.file(file), "-")
  }

  private let issue = CardIssue(
    title: "选民证", election: "青石桥村第十二届村民委员会选举", issuer: "青石桥村村民选举委员会", date: "2027年4月28日",
    instructions: ["每证限领一套选票。"])

  private func cards(_ count: Int) -> [CardFace] {
    (0..<count).map { number in
      CardFace(
        name: Samples.names[number % Samples.names.count], sex: "女", rollNumber: "\(1000 + number)",
        group: "第三组",
        station: "村委会大院", hours: "8:00—17:00", code: "KV1/\(1000 + number)")
    }
  }

  @Test("The same ballot is the same file, byte for byte")
  func deterministic() throws {
    for name in ["a.pdf", "b.pdf"] {
      let seal = try Picture([UInt8](Samples.seal), name: "seal")
      let layout = try BallotLayout(Samples.ballots[3])
      try BallotDrawing(Samples.ballots[3], layout: layout, seal: seal).write(
        to: scratch.file(name), created: Samples.day)
    }
    #expect(try scratch.bytes("a.pdf") == scratch.bytes("b.pdf"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["a.pdf", "b.pdf"])
  }

  @Test("Every font is embedded as a subset, and rare characters come out as text")
  func fonts() throws {
    let layout = try BallotLayout(Samples.ballots[4])
    try BallotDrawing(Samples.ballots[4], layout: layout).write(
      to: scratch.file("b.pdf"), created: Samples.day)
    let fonts = try Tool.run("pdffonts", scratch.file("b.pdf")).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains("yes yes yes"), "\(font)") }
    let text = try text("b.pdf")
    for name in ["欧阳赟", "张珺喆", "买买提·吐尔逊江", "𬭎", "䶮", "镕"] { #expect(text.contains(name), "\(name)") }
  }

  @Test("The file's date and title are those given")
  func metadata() throws {
    try Paper(title: "公告", blocks: []).write(to: scratch.file("p.pdf"), created: Samples.day)
    let information = try Tool.run("pdfinfo", "-isodates", scratch.file("p.pdf"))
    #expect(information.contains("公告"))
    #expect(information.contains("2024-10-04"))
  }

  @Test("Cards stand in the order given, eight a page, and their codes are readable")
  func cardSheet() throws {
    let missing = try CardSheet(issue).write(cards(19), to: scratch.file("c.pdf"), created: Samples.day)
    #expect(missing.isEmpty)
    #expect(try Tool.run("pdfinfo", scratch.file("c.pdf")).contains("Pages:           3"))
    let text = try text("c.pdf")
    let places = (1000..<1019).map { text.range(of: "\($0)")?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    guard Tool.exists("zbarimg") else { return }
    _ = try Tool.run(
      "pdftoppm", "-r", "150", "-gray", "-f", "1", "-l", "1", scratch.file("c.pdf"), scratch.file("c"))
    let said = try Tool.run("zbarimg", "-q", "--raw", "--nodbus", scratch.file("c-1.pgm"))
    #expect(Set(said.split(separator: "\n")) == Set((1000..<1008).map { "KV1/\($0)" }))
  }

  @Test("A seal on four hundred cards stands in the file once")
  func sealOnce() throws {
    let seal = try Picture([UInt8](Samples.seal), name: "seal")
    try CardSheet(issue, seal: seal).write(cards(400), to: scratch.file("c.pdf"), created: Samples.day)
    let images = try Tool.run("pdfimages", "-list", scratch.file("c.pdf")).split(separator: "\n").dropFirst(2)
    let objects = Set(images.map { $0.split(separator: " ") }.filter { $0[2] == "image" }.map { $0[10] })
    #expect(objects.count == 1)
    #expect(try scratch.bytes("c.pdf").count < 500_000)
  }

  @Test("A paper breaks its text and its tables over pages and repeats the header")
  func pages() throws {
    let table = Table(
      columns: [.init("编号", .centre), .init("姓名", width: 2), .init("票数", .right)],
      rows: (1...70).map { ["\($0)", "欧阳赟", "\($0 * 3)"] })
    let words = String(repeating: "村民选举委员会公告", count: 120)
    let paper = Paper(
      title: "选举结果公告", masthead: .init(issuer: "青石桥村村民选举委员会", number: "第22号"),
      blocks: [
        .paragraph(words), .table(table), .signatures(["总监票人", "计票人"]),
        .seal(issuer: "青石桥村村民选举委员会", date: "2027年5月18日", nil), .codes([("KR1/ABC", "签名结果")]),
      ], footer: "B22")
    try paper.write(to: scratch.file("p.pdf"), created: Samples.day)
    let text = try text("p.pdf")
    let pages = text.split(separator: "\u{0C}").count
    #expect(pages >= 3)
    #expect(text.components(separatedBy: "编号").count - 1 >= 2)
    #expect(text.components(separatedBy: "B22").count - 1 == pages)
    let flat = text.filter { !$0.isWhitespace }
    #expect(flat.contains("70欧阳赟210"))
    #expect(flat.components(separatedBy: "委员会公告").count - 1 >= 115)
  }

  @Test("An unwritable place, a picture that is none and a text too long for a code are typed errors")
  func errors() throws {
    let nowhere = scratch.file("none/p.pdf")
    #expect(throws: PDFError.cannotWrite(path: nowhere, code: ENOENT)) {
      try Paper(title: "公告", blocks: []).write(to: nowhere, created: Samples.day)
    }
    for rubbish in [
      [], [0xFF, 0xD8, 0xFF], [UInt8](Samples.seal.prefix(40)), [UInt8](repeating: 7, count: 99),
    ] {
      #expect(throws: PDFError.unreadablePicture(path: "x")) { try Picture(rubbish, name: "x") }
    }
    let long = String(repeating: "甲", count: 2000)
    #expect(throws: PDFError.tooLongForCode(bytes: 6000)) {
      try Paper(title: "公告", blocks: [.codes([(long, "")])]).write(
        to: scratch.file("l.pdf"), created: Samples.day)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }

  /// Whether the system's device that is always full is there.
  private static var hasFullDevice: Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: "/dev/full")[.type] as? FileAttributeType
    return type == .typeCharacterSpecial
  }

  @Test("A full disk is told as such", .enabled(if: hasFullDevice, "needs the device /dev/full"))
  func fullDisk() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("f.pdf.\(getpid()).tmp"), withDestinationPath: "/dev/full")
    #expect(throws: PDFError.diskFull(path: scratch.file("f.pdf"))) {
      try Paper(title: "公告", blocks: []).write(to: scratch.file("f.pdf"), created: Samples.day)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }
}
