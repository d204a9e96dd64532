import Ballot
import Foundation
import Testing

@testable import Printing

@Suite("Templates and the marks that they write")
struct MarkupTests {
  private let signature = PaperMarkup.Signature(issuer: "甲村选举委员会", date: "2027年5月18日", seal: nil)

  private func blocks(_ text: String) -> [Block] { PaperMarkup(text).blocks(signed: signature) }

  @Test("Every mark makes its block")
  func marks() {
    let text = """
      # 标题／公告
      根据法律。
      > 称谓：
      = 正中
      ~ 小字
      ## 一、事项

      |= 姓名:3:centre | 得票:1.4:right
      | 王伟 | 12 |
      | 李娜 |  |
      @rows 9
      |~ 1.6* | 3
      | 姓名 | 王伟 |
      |~ 1* | 4
      | 组别 | 1组 |
      @columns 3
      * 张三　男
      * 李四　女
      @sign 主持人：；记录人：
      @seal
      @page
      # 第二张
      @space 7
      """
    let said = blocks(text).map(\.mark)
    #expect(
      said == [
        "paragraph 根据法律。", "plain 称谓：", "centred 正中", "note 小字", "heading 一、事项",
        "table [姓名 3.0 centre][得票 1.4 right] 王伟/12 李娜/ head 0.0",
        "table [ 1.6 centre][ 3.0 left] 姓名/王伟 joined 9.0",
        "table [ 1.0 centre][ 4.0 left] 组别/1组 9.0", "names 3 张三　男 李四　女", "signatures 主持人： 记录人：",
        "seal 甲村选举委员会 2027年5月18日", "page", "title 第二张", "space 7.0",
      ])
    #expect(PaperMarkup(text).title == "标题／公告")
  }

  @Test(
    "A value never becomes a mark, a cell or a line",
    arguments: [
      "# x", "@page", "> x", "* x", "= x", "~ x", "|= x", "a|b", "a\nb", "a\r\n@page", "a\u{2028}# b",
      "{{x}}",
    ])
  func harmless(value: String) throws {
    let template = try PaperTemplate(text: "{{value}}\n|= 甲 | 乙\n| {{value}} | 完 |\n")
    let blocks = template.render(.object(["value": .string(value)])).blocks(signed: signature)
    #expect(blocks.count == 2)
    guard case .paragraph = blocks[0], case .table(let table) = blocks[1] else {
      Issue.record("\(blocks)")
      return
    }
    #expect(table.rows.count == 1 && table.rows[0].count == 2 && table.rows[0][1] == "完")
  }

  @Test("An empty cell stays empty, and rows know their place; what is absent leaves its part out")
  func rows() throws {
    let template = try PaperTemplate(
      text:
        "{{#list}}\n{{n}} {{name}}，{{group}}。\n{{/list}}\n{{#gone}}\n有\n{{/gone}}\n{{^gone}}\n无\n{{/gone}}\n")
    let facts = JSON.object([
      "group": .string("外面"), "gone": .string(""),
      "list": .array([
        .object(["name": .string("甲"), "group": .string("")]),
        .object(["name": .string("乙"), "group": .null]),
      ]),
    ])
    #expect(template.render(facts).lines.map(String.init) == ["1 甲，。", "2 乙，。", "无"])
  }

  @Test("A file that is not a template is refused")
  func broken() {
    #expect(throws: PDFError.self) { try PaperTemplate(text: "{{#open}} nobody closes it") }
  }

  @Test("Every template that ships belongs to a paper of the catalogue, and every paper has one")
  func files() throws {
    let codes = PaperCatalogue.standard.papers.map(\.code)
    #expect(Set(PaperTemplate.files.keys) == Set(codes + ["foot"]))
    for code in codes { #expect(try PaperTemplate(code) != nil) }
    #expect(try PaperTemplate("B99") == nil)
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Printing/Templates/Files").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == PaperTemplate.files.count)
  }

  // MARK: Pages

  private func pages(_ paper: Paper) throws -> [String] {
    let scratch = try Scratch()
    try paper.write(to: scratch.file("p.pdf"), created: Samples.day)
    return try Tool.run("pdftotext", "-layout", scratch.file("p.pdf"), "-")
      .split(separator: "\u{c}").map { $0.filter { !$0.isWhitespace } }
  }

  @Test(
    "Two pages that would be one in smaller type become one; three stay",
    .enabled(if: Tool.exists("pdftotext")))
  func compact() throws {
    let line = Block.paragraph(String(repeating: "选举", count: 100))
    func count(_ lines: Int, _ smallest: Double?) throws -> Int {
      try pages(
        Paper(title: "公告", blocks: Array(repeating: line, count: lines), size: 16, smallest: smallest)
      ).count
    }
    let most = try #require((1...12).first { try count($0, nil) == 2 })
    #expect(try count(most, 14) == 1)
    #expect(try count(most * 3, 14) == count(most * 3, nil))
  }

  @Test(
    "A seal never stands alone: the words above it go along", .enabled(if: Tool.exists("pdftotext")),
    arguments: 8...26)
  func seal(lines: Int) throws {
    let blocks = Array(repeating: Block.paragraph("一行。"), count: lines)
    let end: [Block] = [.paragraph("特此公告。"), .seal(issuer: "甲村委会", date: "某日", nil), .note("张贴")]
    let pages = try pages(Paper(title: "公告", blocks: blocks + end))
    #expect(pages.contains { $0.contains("特此公告。") && $0.contains("甲村委会") && $0.contains("张贴") })
  }

  @Test(
    "A table's head stands on every page, and a long name keeps its size",
    .enabled(if: Tool.exists("pdftotext")))
  func tables() throws {
    let rows = (1...80).map { ["\($0)", "王伟"] }
    let table = Table(columns: [.init("序号"), .init("姓名")], rows: rows)
    let pages = try pages(Paper(title: "名单", blocks: [.table(table)]))
    #expect(pages.count > 1 && pages.allSatisfy { $0.contains("序号姓名") })
    let scratch = try Scratch()
    let names = ["王伟　男", "阿卜杜热依木·买买提　男", "李娜　女"]
    let paper = Paper(title: "名单", blocks: [.names(names, columns: 5)])
    #expect(try paper.write(to: scratch.file("n.pdf"), created: Samples.day).isEmpty)
    let boxes = try Tool.run("pdftotext", "-bbox", scratch.file("n.pdf"), "-")
    let heights = boxes.split(separator: "\n").filter { line in
      ["王伟", "买买提", "李娜"].contains { line.contains($0) }
    }
    .compactMap { line -> Double? in
      let numbers = line.matches(of: /yM(?:in|ax)="([0-9.]+)"/).compactMap { Double($0.1) }
      return numbers.count == 2 ? numbers[1] - numbers[0] : nil
    }
    let tallest = try #require(heights.max())
    #expect(heights.count == 3 && heights.allSatisfy { abs($0 - tallest) < 0.01 }, "\(heights)")
  }
}

extension Block {
  /// The block in words, for comparison.
  fileprivate var mark: String {
    switch self {
    case .paragraph(let words): "paragraph \(words)"
    case .plain(let words): "plain \(words)"
    case .note(let words): "note \(words)"
    case .heading(let words): "heading \(words)"
    case .title(let words): "title \(words)"
    case .centred(let words): "centred \(words)"
    case .table(let table):
      "table "
        + table.columns.map { "[\($0.title) \($0.width) \($0.alignment)]" }.joined() + " "
        + (table.rows.map { $0.joined(separator: "/") } + (table.hasHead ? ["head"] : [])
        + (table.isJoined ? ["joined"] : []) + ["\(table.rowHeight)"]).joined(separator: " ")
    case .names(let names, let columns): "names \(columns) \(names.joined(separator: " "))"
    case .signatures(let labels): "signatures \(labels.joined(separator: " "))"
    case .seal(let issuer, let date, _): "seal \(issuer) \(date)"
    case .codes: "codes"
    case .pictures: "pictures"
    case .space(let height): "space \(height)"
    case .pageBreak: "page"
    }
  }
}
