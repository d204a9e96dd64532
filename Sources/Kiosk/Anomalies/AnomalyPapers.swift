import Archive
import Ballot
import Foundation
import Printing

/// What a request or a decision leaves on the disk: a paper, a code as a picture, and its text.
struct AnomalyPapers: Encodable {
  let pdf: String
  let png: String
  let text: String

  /// Draws them into a folder under a name.
  init(_ paper: Paper, code: String, lines: [String], in folder: URL, named name: String, day: Day) throws {
    pdf = folder.appending(path: "\(name).pdf").path
    png = folder.appending(path: "\(name).png").path
    text = folder.appending(path: "\(name).txt").path
    try paper.write(to: pdf, created: day)
    try QRPicture(code).writePNG(to: png)
    try Data((([code] + lines).joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: text), options: .atomic)
  }

  var sentence: Sentence { Sentence(zh: "文件：\(pdf)　\(png)　\(text)", en: "Files: \(pdf) \(png) \(text)") }
}

extension RequestCode {
  /// The request on paper (F18).
  func paper(_ election: ElectionState) -> Paper {
    let rows = [
      ["选举", "\(election.plan.community.name)　\(request.election.rawValue)"],
      ["设备编号", ShortCode.ofKey(request.box)],
      ["异常", "第 \(request.anomaly) 号　\(request.code.rawValue) \(request.code.sentence.zh)"],
      ["情况", request.detail], ["材料", "\(request.evidence.count) 份"],
      ["可以作出的决定", request.actions.map(\.sentence.zh).joined(separator: "、") + "，或者退回"],
      ["上报时间", "\(request.asked.day.chinese) \(request.asked.clock)"], ["核对码", short],
    ]
    return Paper(
      title: "异常情况审核申请",
      blocks: [
        .plain("\(election.plan.community.township ?? "镇街")选举指导机构："),
        .paragraph("\(election.plan.community.name)在选举中出现下列情况，现报请审核授权。授权之前，下一步程序不得进行。"),
        .table(Table(columns: [.init("项目", width: 2), .init("内容", width: 6)], rows: rows)),
        .codes([(text, "申请码")]), .signatures(["选举委员会主任：", "总监票员："]),
        .plain("\(election.plan.issuer)（盖章）　\(request.asked.day.chinese)"),
      ], size: 12, footer: "F18/1　申请摘要 \(digest.hex.prefix(16))")
  }
}

extension DecisionText {
  /// The decision on paper.
  func paper(_ request: AuthorisationRequest) -> Paper {
    let decision: String =
      switch code.decision {
      case .authorise(let action): "授权：\(action.sentence.zh)"
      case .sendBack(let reason): "退回：\(reason)"
      }
    let rows = [
      ["选举", request.election.rawValue], ["设备编号", ShortCode.ofKey(request.box)],
      ["异常", "第 \(request.anomaly) 号　\(request.code.rawValue) \(request.code.sentence.zh)"],
      ["决定", decision], ["文号", code.number], ["经办人", code.officer],
      [
        "有效期",
        "\(code.issued.day.chinese) \(code.issued.clock) 至 \(code.expires.day.chinese) \(code.expires.clock)",
      ],
    ]
    return Paper(
      title: "异常情况审核决定",
      blocks: [
        .table(Table(columns: [.init("项目", width: 2), .init("内容", width: 6)], rows: rows)),
        .codes([(symbol, "决定码：对准设备镜头")]),
        .paragraph("镜头不能用时，从第 1 行起逐行输入下面的字符。每行最后两位是校验位；没有字母 I、L、O、U。"), .table(typed),
        .signatures(["经办人：", "负责人："]),
      ], size: 12, footer: "F18/1")
  }

  /// The lines for the keyboard, in two columns.
  private var typed: Table {
    let half = (lines.count + 1) / 2
    func cells(_ index: Int) -> [String] {
      lines.indices.contains(index) ? [String(index + 1), lines[index]] : ["", ""]
    }
    return Table(
      columns: [
        .init("行", width: 0.6, .centre), .init("字符", width: 4), .init("行", width: 0.6, .centre),
        .init("字符", width: 4),
      ], rows: (0..<half).map { cells($0) + cells($0 + half) })
  }
}
