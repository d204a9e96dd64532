import Testing

@testable import Ballot

/// Makes identity numbers and tables for the tests of the roll.
enum People {
  static let header = ["序号", "姓名", "性别", "身份证号", "出生日期", "村民小组", "户号", "登记类别"]

  /// The election day of the worked examples.
  static func electionDay() throws -> Day { try day("2027-05-18") }

  static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  /// A number with the right last character, written out independently of the product: GB 11643, annex A.
  static func identity(_ first17: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(first17, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return first17 + String(Array("10X98765432")[sum % 11])
  }

  /// The number of the person with a serial: an odd serial is a man's.
  static func identity(born iso: String = "1980-01-02", serial: Int = 1, region: String = "500112") -> String
  {
    let digits = iso.filter { $0 != "-" }
    let tail = String(1000 + serial).dropFirst()
    return identity(region + digits + tail)
  }

  /// The cells of one right row, in the order of `header`.
  static func cells(
    _ name: String = "张三", sex: String = "男", identity: String? = nil, birth: String = "",
    group: String = "1组",
    household: String = "", kind: String = "1"
  ) -> [String] {
    ["1", name, sex, identity ?? People.identity(), birth, group, household, kind]
  }

  /// What an import makes of a table of texts.
  static func outcome(
    _ rows: [[String]], header: [String] = header, mappings: [RollMapping] = [],
    rules change: (inout RollRules) -> Void = { _ in }
  ) throws -> RollOutcome {
    try outcome(([header] + rows).map { $0.map(RollCell.text) }, mappings: mappings, rules: change)
  }

  /// What an import makes of a table of cells.
  static func outcome(
    _ table: [[RollCell]], mappings: [RollMapping] = [], rules change: (inout RollRules) -> Void = { _ in }
  ) throws -> RollOutcome {
    var rules = RollRules(electionDay: try electionDay())
    change(&rules)
    var roll = RollImport(rules: rules, mappings: mappings)
    for (index, cells) in table.enumerated() { roll.add(row: index + 1, cells: cells) }
    return roll.finish()
  }

  /// The refusals of a table that is refused.
  static func refusals(_ outcome: RollOutcome) -> [RollRefusal] {
    guard case .failure(.rows(let refusals)) = outcome.result else { return [] }
    return refusals
  }
}
