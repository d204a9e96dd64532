import Foundation
import Printing

/// A recovery code on paper, to be kept in a sealed envelope; no symbol that a telephone could read in passing.
struct RecoveryPaper {
  let code: String

  var paper: Paper {
    Paper(
      title: "密钥恢复码",
      blocks: [
        .paragraph("这是一体机密钥的恢复码。机器换主板、安全芯片被清空、开机口令忘记时，只有凭它才能打开机器的密钥；丢了它又打不开机器，密钥就没有了。"),
        .space(6),
        .table(table(of: 0..<3)),
        .table(table(of: 3..<6)),
        .space(6),
        .paragraph("用法：在机器上运行 key protect 时照此输入一次；以后需要时运行 key unlock 输入。大小写、空格不论；每组最后一位是校验位，输错时机器会指出是第几组。"),
        .paragraph("保管：当场核对无误后装入信封密封，由镇街选举指导机构存入保险柜，不得与机器放在一起，不得拍照，不得存入电脑。打印后请删除本文件。"),
        .space(4),
        .signatures(["社区（村）：", "机器名称：", "经手人：", "镇街保管人：", "监票员：", "日期："]),
      ], size: 12)
  }

  private func table(of places: Range<Int>) -> Table {
    let groups = code.split(separator: "-").map(String.init)
    var table = Table(
      columns: places.map { Table.Column("第 \($0 + 1) 组", .centre) },
      rows: [places.map { groups[$0] }], rowHeight: 16)
    // It is typed from this paper, perhaps in years, and by somebody else: large, and no group on two lines.
    table.cellSize = 24
    return table
  }
}
