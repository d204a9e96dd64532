/// One row of the table seen through the header: cells by field.
struct RollRow {
  let number: Int
  let cells: [RollCell]
  let header: RollHeader

  /// The cell of a field; empty where the column or the cell is not there.
  func cell(_ field: RollField) -> RollCell {
    guard let place = header.place(of: field), place < cells.count else { return .empty }
    return cells[place]
  }

  /// Whether no recognised column says anything.
  var isBlank: Bool {
    header.columns.allSatisfy { $0.field == nil || $0.index >= cells.count || cells[$0.index].isBlank }
  }

  /// Whether the row sums up others: 合计, 总计, 小计 … in its first words.
  var isTotals: Bool {
    guard case .text(let text)? = cells.first(where: { !$0.isBlank }) else { return false }
    let words = CellText.headerKey(text)
    return RollRow.totals.contains { words.hasPrefix($0) }
      || RollRow.totals.contains(CellText.headerKey(cell(.name).plainText))
  }

  private static let totals = ["合计", "总计", "小计", "共计", "总人数", "本页合计", "本组合计", "全村合计", "总数", "total"]

  /// A fault of this row.
  func refusal(_ field: RollField?, _ reason: RollReason) -> RollRefusal {
    let value = field.map { RollRefusal.shown(cell($0).plainText, of: $0) } ?? ""
    let column = field.flatMap { header.place(of: $0) }.map(RollColumn.letters)
    return RollRefusal(row: number, column: column, field: field, reason: reason, value: value)
  }
}
