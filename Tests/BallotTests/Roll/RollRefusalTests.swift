import Testing

@testable import Ballot

@Suite("Rows that are refused")
struct RollRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let cells: [String]
    let field: RollField
    let reason: RollReason
    var testDescription: String { "\(field): \(reason)" }
  }

  static let cases: [Case] = [
    Case(cells: People.cells(""), field: .name, reason: .empty),
    Case(cells: People.cells("张3"), field: .name, reason: .name(.digit("3"))),
    Case(cells: People.cells(group: ""), field: .group, reason: .empty),
    Case(
      cells: People.cells(group: String(repeating: "组", count: 41)), field: .group,
      reason: .tooLong(limit: 40)),
    Case(cells: People.cells(sex: "不详"), field: .sex, reason: .unknownSex),
    Case(
      cells: People.cells(sex: "女"), field: .sex, reason: .sexDisagrees(written: .female, identity: .male)),
    Case(cells: People.cells(sex: "", identity: "", birth: "1980-01-02"), field: .sex, reason: .empty),
    Case(
      cells: People.cells(identity: "500112198001020012"), field: .identityNumber,
      reason: .identity(.checkDigit)),
    Case(
      cells: People.cells(identity: "500112800102001"), field: .identityNumber,
      reason: .identity(.fifteenDigits)),
    Case(cells: People.cells(identity: "5.00112E+17"), field: .identityNumber, reason: .digitsLost),
    Case(cells: People.cells(identity: ""), field: .identityNumber, reason: .neitherIdentityNorBirth),
    Case(cells: People.cells(birth: "老王"), field: .birthDate, reason: .unreadableDate),
    Case(cells: People.cells(identity: "", birth: "1980年1月"), field: .birthDate, reason: .dateWithoutDay),
    Case(cells: People.cells(kind: ""), field: .registrationClass, reason: .empty),
    Case(cells: People.cells(kind: "五类"), field: .registrationClass, reason: .unknownClass),
    Case(
      cells: People.cells(household: String(repeating: "户", count: 61)), field: .household,
      reason: .tooLong(limit: 60)),
  ]

  @Test("One fault, one reason, with its place", arguments: cases)
  func oneFault(wrong: Case) throws {
    let outcome = try People.outcome([People.cells("李四", identity: People.identity(serial: 5)), wrong.cells])
    let refusals = People.refusals(outcome)
    #expect(refusals.map(\.reason) == [wrong.reason])
    #expect(refusals.map(\.field) == [wrong.field])
    #expect(refusals.map(\.row) == [3])
    #expect(outcome.totals.people == 2 && outcome.totals.accepted == 1 && outcome.totals.refused == 1)
  }

  @Test("The birth written must be the number's; of a month only year and month count")
  func birthDisagrees() throws {
    let identity = try People.day("1980-01-02")
    let wrong = try People.outcome([
      People.cells(birth: "1980-01-03"), People.cells(identity: People.identity(serial: 3), birth: "1981.1"),
    ])
    #expect(
      People.refusals(wrong).map(\.reason) == [
        .birthDisagrees(written: "1980-01-03", identity: identity),
        .birthDisagrees(written: "1981.1", identity: identity),
      ])
    let right = try People.outcome([People.cells(birth: "1980.1")])
    #expect(try right.result.get().map(\.birth) == [identity])
  }

  @Test("A number cell of 18 digits has lost some, a short one is a text like any other")
  func digitsLost() throws {
    var cells = People.cells().map(RollCell.text)
    cells[3] = .number(raw: "5.00112198001020E+17")
    cells[5] = .number(raw: "1")
    cells[7] = .number(raw: "1.0")
    let header = People.header.map(RollCell.text)
    let refusals = People.refusals(try People.outcome([header, cells]))
    #expect(refusals.map(\.reason) == [.digitsLost])
    #expect(refusals.map(\.column) == ["D"])
    cells[3] = .text(People.identity())
    #expect(try People.outcome([header, cells]).result.get().map(\.group.rawValue) == ["1组"])
  }

  @Test("A failed formula is refused with its code, a date cell is a date")
  func cells() throws {
    var cells = People.cells(identity: "").map(RollCell.text)
    cells[4] = .date(try People.day("1980-01-02"))
    let header = People.header.map(RollCell.text)
    #expect(try People.outcome([header, cells]).result.get().map(\.birth) == [try People.day("1980-01-02")])
    cells[1] = .fault("#REF!")
    #expect(People.refusals(try People.outcome([header, cells])).map(\.reason) == [.cellFault("#REF!")])
  }

  @Test("A row with many faults tells all of them")
  func allFaults() throws {
    let outcome = try People.outcome([
      People.cells("张3", sex: "x", identity: "123", birth: "y", group: "", kind: "9")
    ])
    let fields = People.refusals(outcome).compactMap(\.field)
    #expect(Set(fields) == [.name, .sex, .identityNumber, .birthDate, .group, .registrationClass])
  }

  @Test("The same number twice names both rows, also where the second row has other faults")
  func duplicates() throws {
    let rows = [People.cells("张三"), People.cells("李四"), People.cells("王5")]
    let refusals = People.refusals(try People.outcome(rows))
    #expect(refusals.map(\.row) == [3, 4, 4])
    #expect(refusals.first?.reason == .duplicateIdentity(firstRow: 2))
    #expect(refusals.last?.reason == .duplicateIdentity(firstRow: 2))
  }

  @Test("Namesakes are told apart by their numbers, and refused where one has none")
  func namesakes() throws {
    let other = People.identity(serial: 3)
    let both = try People.outcome([People.cells(), People.cells(identity: other)])
    #expect(try both.result.get().count == 2)
    let one = try People.outcome([People.cells(), People.cells(identity: "", birth: "1980-01-02")])
    #expect(People.refusals(one).map(\.reason) == [.duplicatePerson(firstRow: 2)])
    let elsewhere = try People.outcome([
      People.cells(), People.cells(identity: "", birth: "1980-01-02", group: "2组"),
    ])
    #expect(try elsewhere.result.get().count == 2)
    #expect(elsewhere.totals.withoutIdentity == 1)
  }

  @Test(
    "Rows of totals are refused, wherever the word stands", arguments: ["合计", "总计：", "小 计", "合计（人）", "共计"])
  func totals(word: String) throws {
    for place in 0...1 {
      var cells = Array(repeating: "", count: People.header.count)
      cells[place] = word
      cells[7] = "12"
      let refusals = People.refusals(try People.outcome([People.cells(), cells]))
      #expect(refusals == [RollRefusal(row: 3, column: nil, field: nil, reason: .totalsRow, value: "")])
    }
  }

  @Test("What is shown of a cell hides numbers of people")
  func shown() throws {
    let number = People.identity("50011219800102001").dropLast() + "9"
    let refusals = People.refusals(
      try People.outcome([People.cells(String(number), identity: String(number))]))
    #expect(refusals.count == 2)
    for refusal in refusals {
      #expect(refusal.value.hasPrefix("5001****"))
      #expect(!"\(refusal) \(refusal.value)".contains("19800102"))
    }
  }

  @Test("Every reason has a sentence of its own")
  func sentences() throws {
    let day = try People.day("2009-05-19")
    let reasons: [RollReason] =
      Self.cases.map(\.reason) + [
        .totalsRow, .cellFault("#REF!"), .birthDisagrees(written: "a", identity: day),
        .duplicateIdentity(firstRow: 1),
        .tooYoung(birth: day, reaches: day, minimumAge: 18), .tooOld(birth: day, age: 130),
        .duplicatePerson(firstRow: 1),
      ]
    #expect(Set(reasons.map(\.description)).count == Set(reasons).count)
  }
}
