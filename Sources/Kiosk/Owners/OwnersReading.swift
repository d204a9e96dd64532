import Ballot
import Foundation
import Spreadsheet

/// Reads an owners' register from a table: 房号, 面积, 业主 and, where there is one, 未售.
struct OwnersReading {
  private enum Column: CaseIterable {
    case unit, area, owner, unsold

    var words: [String] {
      switch self {
      case .unit: ["房号", "单元", "房屋编号", "房屋", "unit"]
      case .area: ["面积", "专有部分面积", "建筑面积", "产权面积", "area"]
      case .owner: ["业主", "业主姓名", "产权人", "所有权人", "owner"]
      case .unsold: ["未售", "未交付", "开发商持有", "unsold"]
      }
    }
  }

  private var columns: [Column: Int] = [:]
  private var units: [OwnedUnit] = []
  private var faults: [FailureDetail] = []
  /// A header that has not come by then will not come.
  private static let headerRows = 20

  /// Reads a file: the whole register, or every reason why there is none.
  static func read(_ file: URL) throws -> OwnersBook {
    var reading = OwnersReading()
    do throws(SpreadsheetError) {
      try Workbook.open(file.path).forEachRow(progress: { _ in }) { row in
        reading.add(row.number, row.cells.map(OwnersReading.text))
        return .next
      }
    } catch {
      throw Failure(.unusable, "spreadsheet", error.sentence)
    }
    return try reading.finish()
  }

  private mutating func add(_ number: Int, _ cells: [String]) {
    if columns[.unit] == nil || columns[.area] == nil || columns[.owner] == nil {
      guard number <= OwnersReading.headerRows else { return }
      columns = OwnersReading.header(cells)
      return
    }
    func cell(_ column: Column) -> String {
      columns[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
    }
    let (unit, owner) = (cell(.unit), cell(.owner))
    if unit.isEmpty, owner.isEmpty { return }
    guard let area = Area(squareMetres: cell(.area)), area.rawValue > 0 else {
      return fault(
        number, "area", cell(.area), "面积“\(cell(.area))”不是最多四位小数的平方米数",
        "the area is no number of square metres")
    }
    guard !unit.isEmpty, unit.count <= 40 else {
      return fault(number, "unit", unit, "房号为空或太长", "the unit is empty or too long")
    }
    guard !owner.isEmpty, owner.count <= 60 else {
      return fault(number, "owner", owner, "业主为空或太长", "the owner is empty or too long")
    }
    let unsold = ["是", "未售", "未交付", "yes", "true", "1"].contains(cell(.unsold).lowercased())
    units.append(OwnedUnit(id: unit, area: area, owner: OwnerID(rawValue: owner), isUnsold: unsold))
  }

  private mutating func fault(_ row: Int, _ field: String, _ value: String, _ zh: String, _ en: String) {
    faults.append(
      FailureDetail(
        row: row, column: nil, field: field, code: "ownersRow", value: value,
        sentence: Sentence(zh: "第 \(row) 行：\(zh)。", en: "row \(row): \(en).")))
  }

  private func finish() throws -> OwnersBook {
    guard columns[.unit] != nil else {
      throw Failure.unusable(
        "ownersHeader", zh: "前 \(OwnersReading.headerRows) 行没有找到表头。需要“房号”“面积”“业主”三列。",
        en: "No header in the first \(OwnersReading.headerRows) rows; 房号, 面积 and 业主 are needed.")
    }
    guard faults.isEmpty else {
      throw Failure(
        .unusable, "ownersRefused",
        Sentence(
          zh: "业主名册没有导入：\(faults.count) 行有问题。请改正后整份重新导入。",
          en:
            "Nothing was imported: \(faults.count) rows are refused. Correct them and import the file again."),
        details: faults)
    }
    guard !units.isEmpty else {
      throw Failure.unusable(
        "ownersEmpty", zh: "表里有表头，但没有房屋。请核对文件。", en: "The table has a header but no units.")
    }
    do {
      return OwnersBook(try OwnersRegister(units))
    } catch OwnersRegister.Problem.duplicateUnit(let id) {
      throw Failure.unusable(
        "duplicateUnit", zh: "房号“\(id)”出现两次，没有导入。请改正。",
        en: "Unit “\(id)” stands there twice; nothing was imported.")
    }
  }

  private static func header(_ cells: [String]) -> [Column: Int] {
    var found: [Column: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let word = cell.filter { !$0.isWhitespace }.lowercased()
        .replacing("（㎡）", with: "").replacing("(㎡)", with: "").replacing("（平方米）", with: "")
      for column in Column.allCases where found[column] == nil && column.words.contains(word) {
        found[column] = index
      }
    }
    return [.unit, .area, .owner].allSatisfy { found[$0] != nil } ? found : [:]
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .empty, .error: ""
    case .text(let text): text.trimmingCharacters(in: .whitespacesAndNewlines)
    case .number(_, let raw): raw
    case .date(let year, let month, let day): "\(year)-\(month)-\(day)"
    case .boolean(let value): value ? "是" : "否"
    }
  }
}
