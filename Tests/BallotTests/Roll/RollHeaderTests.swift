import Testing

@testable import Ballot

@Suite("Headers of rolls")
struct RollHeaderTests {
  @Test(
    "What a header means",
    arguments: [
      ("姓名", RollField.name), ("姓 名", .name), ("姓名（必填）", .name), ("姓\n名", .name), ("*选民姓名", .name),
      ("姓名：", .name),
      ("性别", .sex), ("性　别", .sex), ("身份证号", .identityNumber), ("公民身份号码", .identityNumber),
      ("身份证号码(18位)", .identityNumber),
      ("选民身份证号码18位", .identityNumber), ("证件号码", .identityNumber), ("出生日期", .birthDate), ("出生年月", .birthDate),
      ("生日", .birthDate), ("村民小组", .group), ("组别", .group), ("居民小组", .group), ("组", .group),
      ("户号", .household),
      ("户编号", .household), ("户主姓名", .household), ("户籍地址", .address), ("家庭住址", .address),
      ("登记类别", .registrationClass),
      ("登记类型", .registrationClass), ("联系电话", .phone), ("手机", .phone), ("投票站", .station), ("备注", .note),
      ("Name", .name),
      ("ID Number", .identityNumber),
    ])
  func meaning(header: String, field: RollField) {
    #expect(RollHeaderWords.match(header)?.field == field)
  }

  @Test(
    "Headers that mean nothing to the roll",
    arguments: [
      "序号", "民族", "与户主关系", "户主身份证号码", "政治面貌", "文化程度", "身份证有效期", "证件类型", "配偶姓名", "", "()", "2027年选民登记表",
    ])
  func strangers(header: String) {
    #expect(RollHeaderWords.match(header) == nil)
  }

  @Test("The header is found below titles, at most in row 20", arguments: 0...19)
  func belowTitles(titles: Int) throws {
    let title = Array(repeating: [RollCell.text("某某村登记参加选举的村民名单")], count: titles)
    let table = title + [People.header.map(RollCell.text), People.cells().map(RollCell.text)]
    let outcome = try People.outcome(table)
    #expect(try outcome.result.get().count == 1)
    #expect(
      outcome.columns.compactMap(\.field) == [
        .name, .sex, .identityNumber, .birthDate, .group, .household, .registrationClass,
      ])
  }

  @Test("A header of two rows with merged cells is put together")
  func twoRows() throws {
    let upper = ["序号", "基本信息", "", "", "", "村民小组", "户号", "登记类别"]
    let lower = ["", "姓名", "性别", "身份证号", "出生日期", "", "", ""]
    let outcome = try People.outcome([lower, People.cells()], header: upper)
    #expect(try outcome.result.get().map(\.name) == ["张三"])
  }

  @Test("Words in the first person's row do not join the header")
  func dataIsNoHeader() throws {
    let header = ["姓名", "性别", "身份证号", "村民小组", "与户主关系"]
    let outcome = try People.outcome([["张三", "男", People.identity(), "1组", "户主"]], header: header)
    #expect(try outcome.result.get().count == 1)
  }

  @Test("What is missing is named")
  func missing() throws {
    let error = try headerError([["张三", "1组"]], header: ["姓名", "民族", "小组"])
    let columns = zip(0..., ["姓名", "民族", "小组"]).map { index, header in
      RollColumn(index: index, header: header, field: RollHeaderWords.match(header)?.field)
    }
    let needs = [RollHeaderError.Need.either(.sex, .identityNumber), .either(.identityNumber, .birthDate)]
    #expect(error == .missing(needs, row: 1, found: columns))
  }

  @Test("No header at all is told with the words found")
  func none() throws {
    let error = try headerError([["甲", "乙"]], header: ["通知", "各位村民"])
    #expect(error == .noHeader(rowsSeen: 2, words: ["通知", "各位村民", "甲", "乙"]))
  }

  @Test("Two columns of one needed field are refused unless one is chosen")
  func ambiguous() throws {
    let header = ["姓名", "身份证号", "公民身份号码", "小组"]
    let row = ["张三", People.identity(serial: 1), People.identity(serial: 3), "1组"]
    let error = try headerError([row], header: header)
    guard case .ambiguous(.identityNumber, row: 1, let columns) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(columns.map(\.letters) == ["B", "C"])
    let chosen = try People.outcome([row], header: header, mappings: [try mapping("C=identityNumber")])
    #expect(try chosen.result.get().first?.identity?.unmasked == People.identity(serial: 3))
  }

  @Test("Of two optional columns the surer one is taken")
  func optional() throws {
    let header = ["姓名", "身份证号", "小组", "住址", "户籍地址"]
    let outcome = try People.outcome([["张三", People.identity(), "1组", "甲", "乙"]], header: header)
    #expect(try outcome.result.get().first?.address == "乙")
  }

  @Test(
    "Mappings by letters, by header and by Chinese name of the field",
    arguments: [["A=name", "D=group"], ["称呼=姓名", "片区=村民小组"], ["a=姓名", "片 区=group"]])
  func mapped(arguments: [String]) throws {
    let header = ["称呼", "身份证号", "性别", "片区"]
    let outcome = try People.outcome(
      [["张三", People.identity(), "男", "1组"]], header: header, mappings: try arguments.map(mapping))
    #expect(try outcome.result.get().map(\.group.rawValue) == ["1组"])
  }

  @Test("A table without a header is read by letters alone")
  func headerless() throws {
    let mappings = try ["A=name", "B=identityNumber", "C=group"].map(mapping)
    let outcome = try People.outcome([], header: ["张三", People.identity(), "1组"], mappings: mappings)
    #expect(try outcome.result.get().count == 1)
  }

  @Test("A mapping to a column that is not there is refused")
  func unknownColumn() throws {
    let error = try headerError([People.cells()], header: People.header, mappings: [try mapping("ZZ=name")])
    guard case .unknownColumn("ZZ", let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found.count == People.header.count)
  }

  @Test("Mappings that cannot be read", arguments: ["", "A", "=name", "A=", "A=nonsense"])
  func unreadableMapping(argument: String) {
    #expect(RollMapping(argument: argument) == nil)
  }

  @Test(
    "Letters of columns",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func letters(index: Int, letters: String) {
    #expect(RollColumn.letters(index) == letters)
    #expect(RollColumn.index(letters: letters) == index)
  }

  private func mapping(_ argument: String) throws -> RollMapping {
    try #require(RollMapping(argument: argument))
  }

  private func headerError(
    _ rows: [[String]], header: [String], mappings: [RollMapping] = []
  ) throws -> RollHeaderError? {
    guard
      case .failure(.header(let error)) = try People.outcome(rows, header: header, mappings: mappings).result
    else { return nil }
    return error
  }
}
