import Archive
import Ballot
import Printing

/// The receiver's answer on paper: 回执, or the notice that a bundle was refused.
struct ReceiptPaper {
  private let entry: UploadEntry
  private let receipt: Receipt

  init(_ entry: UploadEntry, _ receipt: Receipt) {
    self.entry = entry
    self.receipt = receipt
  }

  private var statement: ReceiptStatement { receipt.statement }
  private var accepted: Bool { statement.verdict == .accepted }

  var paper: Paper {
    Paper(
      title: accepted ? "档案包接收回执" : "档案包退回通知",
      blocks: [.paragraph(opening), .table(table)] + reasons + [
        .codes([(receipt.description, "回执原文（签名）")]),
        .signatures(["经办人：", "日期："]),
      ], size: 14, footer: "\(statement.bundle.hex)")
  }

  private var opening: String {
    let log = receipt.inclusion.checkpoint
    return accepted
      ? "接收单位已收到下列档案包，重新读取并核对无误，登记为其日志“\(log.origin)”的第 \(receipt.inclusion.index + 1) 条。本机已核对接收单位的签名。"
      : "接收单位没有接受下列档案包，原因见下。该决定登记为其日志“\(log.origin)”的第 \(receipt.inclusion.index + 1) 条。请更正后封存新的一版再上传。"
  }

  private var table: Table {
    let kind = entry.kind == .public ? "公开包" : "内部包"
    return Table(
      columns: [.init("项目", width: 1), .init("内容", width: 3.4)],
      rows: [
        ["档案包", "\(entry.name.folder)（\(kind)）"],
        ["编号", grouped(statement.bundle.hex)],
        ["文件摘要", grouped(statement.object.hex)],
        ["字节数", String(statement.size)],
        ["接收时间", "\(statement.time.day.chinese) \(statement.time.clock)（接收单位时钟）"],
        ["接收单位密钥", receipt.inclusion.checkpoint.origin],
      ])
  }

  private var reasons: [Block] {
    statement.reasons.isEmpty
      ? [] : [.heading("退回原因")] + statement.reasons.map { .paragraph("\($0.zh)（\($0.code)）") }
  }

  /// Digits in groups of eight, for comparing by eye.
  private func grouped(_ hex: String) -> String {
    stride(from: 0, to: hex.count, by: 8).map { String(hex.dropFirst($0).prefix(8)) }.joined(separator: " ")
  }
}
