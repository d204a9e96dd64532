import Ballot
import Foundation
import Scanner

/// A folder in which anybody can see how pictures were read: `index.html` with every box of every sheet.
///
/// Beside it lie, for each sheet that was read, the photograph with the reading drawn on it and a strip with each
/// box as it was cut out and the ink that was found in it.
final class ExplanationFolder {
  private let folder: URL
  private let reader: BallotReader
  private let language: Language
  private let names: [LineID: String]
  private var rows: [String] = []
  private var count = 0

  /// - Throws: `Failure` when the folder cannot be made.
  init(_ path: String, pages: [BallotPage], language: Language) throws {
    folder = URL(filePath: path)
    guard let reader = BallotReader(pages: pages) else { throw Failure.noElection }
    self.reader = reader
    self.language = language
    names = Dictionary(
      pages.flatMap(\.lines).map { ($0.id, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Explains one picture; what is no picture or no ballot gets its reason.
  func add(_ file: String) throws {
    count += 1
    let title = "\(count). " + Markup.escaped(URL(filePath: file).lastPathComponent)
    guard let bytes = try? InputFile(file, most: InputFile.largestPicture).bytes else {
      return rows.append(
        "<h2>\(title)</h2>" + paragraph(Sentence(zh: "读不到这个文件。", en: "This file cannot be read.")))
    }
    do throws(Rejection) {
      let explanation = try reader.explain(bytes)
      try write(explanation, of: bytes, title)
    } catch {
      rows.append("<h2>\(title)</h2>" + paragraph(error.sentence))
    }
  }

  private func write(_ explanation: SheetExplanation, of bytes: [UInt8], _ title: String) throws(Rejection) {
    let name = String(format: "sheet-%04d", count)
    do {
      let strip = try ExplanationStrip(explanation).png(of: bytes)
      let overlay = try Overlay(explanation.reading).jpeg(over: bytes)
      try Data(strip).write(to: folder.appending(path: "\(name)-boxes.png"))
      try Data(overlay).write(to: folder.appending(path: "\(name).jpg"))
    } catch let error as ImageError {
      throw .notAnImage(error)
    } catch {
      return rows.append("<h2>\(title)</h2>" + paragraph(Failure(error).sentence))
    }
    let doubtful = explanation.boxes.count { $0.line.certainty == .doubtful }
    let head = Sentence(
      zh: "\(explanation.boxes.count) 个框，疑难 \(doubtful) 个",
      en: "\(explanation.boxes.count) boxes, \(doubtful) doubtful")
    var text = "<h2>\(title)</h2>" + paragraph(head)
    text +=
      "<p><a href=\"\(name).jpg\"><img class=sheet src=\"\(name).jpg\" alt=\"\"></a></p>\n<table>\(heads)"
    for (index, box) in explanation.boxes.enumerated() { text += row(box, index, "\(name)-boxes.png") }
    rows.append(text + "</table>\n")
  }

  private var heads: String {
    let words = [
      Sentence(zh: "行", en: "line"), Sentence(zh: "照片里的框｜找到的墨迹", en: "box in the photograph | ink found"),
      Sentence(zh: "读作", en: "read as"), Sentence(zh: "两个网络各认为有多大可能", en: "what each network thinks"),
      Sentence(zh: "墨迹", en: "ink"), Sentence(zh: "理由", en: "reason"),
    ]
    return "<tr>" + words.map { "<th>\(said($0))</th>" }.joined() + "</tr>\n"
  }

  private func row(_ box: BoxExplanation, _ index: Int, _ strip: String) -> String {
    let line = box.line
    let shown =
      "background-position:0 -\(index * ExplanationStrip.rowHeight)px;background-image:url('\(strip)')"
    let name = names[line.id].map { "<br>" + Markup.escaped($0) } ?? ""
    let isClear = line.certainty == .clear
    let reasons =
      isClear
      ? said(Sentence(zh: "两个网络都有把握，墨迹和笔画相符", en: "both networks are sure, ink and strokes agree"))
      : line.doubts.map { said($0.sentence) }.joined(separator: "<br>")
    return """
      <tr class="\(line.certainty.rawValue)"><td>\(Markup.escaped(line.id.rawValue))\(name)</td>\
      <td><div class=box style="\(shown)"></div></td><td><b>\(said(line.mark.sentence))</b><br>\
      \(isClear ? said(Sentence(zh: "清楚", en: "clear")) : said(Sentence(zh: "疑难", en: "doubtful")))</td>\
      <td>\(bars(box.networks))</td><td>\(ink(box))</td><td>\(reasons)</td></tr>

      """
  }

  /// One row of bars a class, one bar a network.
  private func bars(_ networks: [[Double]]) -> String {
    let signs = ["○", "×", "√", said(Sentence(zh: "空", en: "blank")), said(Sentence(zh: "其他", en: "other"))]
    return signs.indices.map { sign in
      "<div class=p><span>\(signs[sign])</span>"
        + networks.map { scores in
          let percent = scores[sign] * 100
          return
            "<i><u style=\"width:\(Int(percent.rounded()))%\"></u></i><em>\(String(format: "%.1f", percent))</em>"
        }.joined() + "</div>"
    }.joined()
  }

  private func ink(_ box: BoxExplanation) -> String {
    var parts = [
      Sentence(zh: "墨格 \(box.inkCells)", en: "\(box.inkCells) cells"),
      Sentence(
        zh: "最深处 \(Int(box.speck * 100))%", en: "darkest \(Int(box.speck * 100))%"),
      Sentence(
        zh: "框线 \(Int(box.frameStrength * 100))%", en: "frame \(Int(box.frameStrength * 100))%"),
    ]
    if let evidence = box.crossEvidence {
      let odds = String(format: "%+.1f", evidence)
      parts.append(Sentence(zh: "笔画走向（×为正）\(odds)", en: "run of the strokes (× is positive) \(odds)"))
    }
    if let area = box.nameInk {
      let square = String(format: "%.1f", area)
      parts.append(Sentence(zh: "姓名栏 \(square) 平方毫米", en: "name field \(square) mm²"))
    }
    return parts.map(said).joined(separator: "<br>")
  }

  /// Writes the page that shows everything.
  func finish() throws {
    let title = said(Sentence(zh: "读票说明", en: "How the ballots were read"))
    let page = """
      <!doctype html><html lang="\(language.rawValue)"><meta charset="utf-8"><title>\(title)</title><style>
      body{font:15px/1.5 sans-serif;margin:2em;max-width:1100px} table{border-collapse:collapse}
      td,th{border:1px solid #ccc;padding:6px 10px;vertical-align:top;text-align:left}
      tr.doubtful td{background:#fff4dc} img.sheet{max-width:420px;border:1px solid #999}
      .box{width:\(ExplanationStrip.width)px;height:\(ExplanationStrip.rowHeight)px}
      .p{display:flex;align-items:center;white-space:nowrap} .p span{width:3em}
      .p i{width:70px;height:10px;background:#eee} .p u{display:block;height:10px;background:#3366cc}
      .p em{width:3.4em;text-align:right;margin-right:.6em;font-style:normal;font-size:12px}
      </style><h1>\(title)</h1>
      \(paragraph(Sentence(
        zh: "左图是从照片里剪下并摆正的符号框，右图是程序认作墨迹的部分，橙线内计数；红线是笔画的走向，绿点是笔画之间的缺口：×有四个，√有一个，○只有中间一整片。标黄的行由两名监票员认定。",
        en: "Left the mark box cut out of the photograph, right what counts as ink, counted inside the orange line. Red is how the strokes run, green the notches between them: a × has four, a √ one, a ○ its middle. Yellow rows are decided by two scrutineers.")))
      \(rows.joined(separator: "\n"))</html>

      """
    try Data(page.utf8).write(to: folder.appending(path: "index.html"))
  }

  private func said(_ sentence: Sentence) -> String { Markup.escaped(sentence.text(in: language)) }

  private func paragraph(_ sentence: Sentence) -> String { "<p>\(said(sentence))</p>" }
}

/// Text in HTML.
private enum Markup {
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
