import Ballot
import Foundation
import Spreadsheet

/// Reads a filled vetting table: all of it, or nothing and what is wrong with each row.
struct VettingReading {
  private let election: ElectionState
  private let items: [NegativeListItem]

  init(_ election: ElectionState) {
    self.election = election
    items = election.effectivePack?.negativeList.value ?? []
  }

  /// - Throws: `Failure` with a detail for every cell that is not understood.
  func read(_ file: URL) throws -> [VettingFinding] {
    var table = VettingTable(items)
    do throws(SpreadsheetError) {
      try Workbook.open(file.path).forEachRow { row in
        table.take(row.number, row.cells.map(\.words))
        return .next
      }
    } catch {
      throw Failure(.unusable, "spreadsheet", error.sentence)
    }
    let findings = try table.findings(of: election)
    guard !findings.isEmpty else {
      throw Failure.unusable(
        "vettingEmpty", zh: "联审表里没有填好的行，没有导入。请填写“联审结论”。",
        en: "No row of the table has a conclusion; nothing was imported.")
    }
    return findings
  }
}

/// The rows of a vetting table under its header.
private struct VettingTable {
  typealias Column = VettingSheet.Column

  private let items: [NegativeListItem]
  /// The place of each known column; nil until the header was found.
  private var columns: [String: Int]?
  private var rows: [(number: Int, cells: [String])] = []

  init(_ items: [NegativeListItem]) { self.items = items }

  mutating func take(_ number: Int, _ cells: [String]) {
    guard columns != nil else {
      if cells.contains(Column.number), cells.contains(Column.conclusion) {
        columns = Dictionary(
          cells.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
      }
      return
    }
    if cells.contains(where: { !$0.isEmpty }) { rows.append((number, cells)) }
  }

  func findings(of election: ElectionState) throws -> [VettingFinding] {
    guard let columns, columns[Column.name] != nil else {
      throw Failure.unusable(
        "vettingHeader", zh: "没有找到表头“\(Column.number)、\(Column.name)、\(Column.conclusion)”，没有导入。请用导出的联审表填写。",
        en: "The header of the vetting table was not found; nothing was imported. Fill in the exported table."
      )
    }
    var findings: [VettingFinding] = []
    var faults: [FailureDetail] = []
    var seen: Set<Int> = []
    for row in rows {
      let reader = VettingRow(row.number, row.cells, columns, items)
      switch reader.finding(of: election, seen: &seen) {
      case .success(let finding): findings.append(finding)
      case .failure(let fault): faults.append(fault.detail)
      }
    }
    guard faults.isEmpty else {
      throw Failure(
        .unusable, "vettingRefused",
        Sentence(
          zh: "联审表没有导入：\(rows.count) 行中有 \(faults.count) 行有问题。请改正后整份重新导入。",
          en:
            "Nothing was imported: \(faults.count) of \(rows.count) rows are refused. Correct them and import the table again."
        ), details: faults)
    }
    return findings
  }
}

/// Why a row is refused, with its place.
private struct VettingFault: Error {
  let detail: FailureDetail
}

/// One row of a vetting table.
private struct VettingRow {
  typealias Column = VettingSheet.Column

  private let number: Int
  private let cells: [String]
  private let columns: [String: Int]
  private let items: [NegativeListItem]

  init(_ number: Int, _ cells: [String], _ columns: [String: Int], _ items: [NegativeListItem]) {
    self.number = number
    self.cells = cells
    self.columns = columns
    self.items = items
  }

  private func cell(_ column: String) -> String {
    guard let place = columns[column], cells.indices.contains(place) else { return "" }
    return cells[place]
  }

  func finding(of election: ElectionState, seen: inout Set<Int>) -> Result<VettingFinding, VettingFault> {
    guard let nomination = Int(cell(Column.number)).flatMap({ election.book[$0] }) else {
      return fault(Column.number, "unknownNomination", zh: "没有这个提名号", en: "there is no such nomination")
    }
    guard seen.insert(nomination.number).inserted else {
      return fault(
        Column.number, "nominationTwice", zh: "这个提名号出现了两次", en: "this nomination stands there twice")
    }
    guard cell(Column.name) == nomination.candidate.name else {
      return fault(
        Column.name, "otherName", zh: "第 \(nomination.number) 号提名是\(nomination.candidate.name)",
        en: "nomination \(nomination.number) is \(nomination.candidate.name)")
    }
    if election.book.withdrawals[nomination.number] != nil {
      return fault(Column.number, "withdrawn", zh: "此人已经退出", en: "this nominee has stood down")
    }
    return conclusion(nomination.number)
  }

  private func conclusion(_ number: Int) -> Result<VettingFinding, VettingFault> {
    var met: [NegativeListItem] = []
    for item in items {
      switch cell(item.sentence.zh) {
      case Column.met, "是", "√": met.append(item)
      case "", Column.unmet, "否": break
      default:
        return fault(item.sentence.zh, "notYesOrNo", zh: "应填“有”或“无”", en: "should be 有 (met) or 无 (not)")
      }
    }
    let reason = cell(Column.reason)
    switch cell(Column.conclusion) {
    case Column.passed, "合格":
      guard met.isEmpty else {
        return fault(
          Column.conclusion, "clearedAgainstList", zh: "有负面清单情形，不能“通过”",
          en: "an item of the negative list is met")
      }
      return .success(VettingFinding(number: number, cleared: true, reason: reason))
    case Column.failed, "不合格":
      guard !met.isEmpty || !reason.isEmpty else {
        return fault(Column.reason, "reasonMissing", zh: "不通过要写明理由", en: "a rejection needs its reason")
      }
      return .success(VettingFinding(number: number, cleared: false, items: met, reason: reason))
    default:
      return fault(Column.conclusion, "noConclusion", zh: "应填“通过”或“不通过”", en: "should be 通过 (cleared) or 不通过")
    }
  }

  private func fault(
    _ column: String, _ code: String, zh: String, en: String
  ) -> Result<VettingFinding, VettingFault> {
    let value = cell(column)
    let shown = value.isEmpty ? "空" : "“\(value.prefix(20))”"
    return .failure(
      VettingFault(
        detail: FailureDetail(
          row: number, column: column, field: column, code: code, value: value.isEmpty ? nil : value,
          sentence: Sentence(
            zh: "第 \(number) 行“\(column)”\(shown)：\(zh)。",
            en: "row \(number), \(column) “\(value.prefix(20))”: \(en)."))))
  }
}

extension Cell {
  /// The cell as a word: trimmed text, or a number as it is written.
  fileprivate var words: String {
    switch self {
    case .text(let text):
      String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    case .number(_, let raw): raw
    case .empty, .date, .boolean, .error: ""
    }
  }
}
