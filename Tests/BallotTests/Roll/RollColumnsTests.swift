import Testing

@testable import Ballot

@Suite("The columns of a roll before it is read")
struct RollColumnsTests {
  private func head(_ rows: [[String]], header: [String] = People.header) -> RollTableHead {
    RollTableHead(
      ([header] + rows).enumerated().map { (number: $0 + 1, cells: $1.map(RollCell.text)) })
  }

  // MARK: What is seen

  @Test("Known headers are taken as the import takes them, with the first values of each column")
  func known() throws {
    let head = head([People.cells(), People.cells("李四", group: "2组"), People.cells("王五")])
    let fields: [RollField?] = [
      nil, .name, .sex, .identityNumber, nil, .group, nil, .registrationClass,
    ]
    // Columns with a header stay though nothing is in them.
    #expect(head.columns.map(\.header) == People.header)
    #expect(head.row == 1)
    #expect(RollColumnsDraft(head).faults == [])
    #expect(RollColumnsDraft(head).mappings == [])
    #expect(head.columns.map(\.letters) == ["A", "B", "C", "D", "E", "F", "G", "H"])
    #expect(head.columns[1].samples == ["张三", "李四", "王五"])
    #expect(head.columns.filter { fields[$0.index] != nil }.allSatisfy { $0.field == fields[$0.index] })
  }

  @Test("Identity and telephone numbers are masked whatever their column is called, dates are not")
  func masked() throws {
    let number = People.identity()
    let row = ["张三", number, "13812345678", "19800102", "1980年1月2日", "1组"]
    let head = head([row, row], header: ["甲", "乙", "丙", "丁", "戊", "己"])
    #expect(head.row == 1)
    let samples = head.columns.map { $0.samples[0] }
    #expect(
      samples == ["张三", "5001**********\(number.suffix(4))", "1381***5678", "19800102", "1980年1月2日", "1组"])
    let numbers = RollTableHead([
      (1, [.text("姓名"), .text("证件"), .text("组别")]),
      (2, [.text("张三"), .number(raw: "5.0011219900101E+17"), .text("1组")]),
    ])
    #expect(!numbers.columns[1].samples[0].contains("0011219"))
  }

  @Test("A header of unknown words is the row above the first person, titles or not", arguments: 0...3)
  func unknownWords(titles: Int) {
    let title = Array(repeating: ["青禾村 2027 年选民登记", "", ""], count: titles)
    let rows = title + [["称谓", "号", "片区"], ["张三", People.identity(), "1"]]
    let head = RollTableHead(rows.enumerated().map { (number: $0 + 1, cells: $1.map(RollCell.text)) })
    #expect(head.row == titles + 1)
    #expect(head.columns.map(\.header) == ["称谓", "号", "片区"])
    #expect(head.columns.allSatisfy { $0.field == nil })
  }

  @Test("A table that begins with people has no header, and its columns go by letters")
  func headerless() throws {
    let rows = [["张三", People.identity(), "1组"], ["李四", People.identity(serial: 3), "1组"]]
    let head = RollTableHead(rows.enumerated().map { (number: $0 + 1, cells: $1.map(RollCell.text)) })
    #expect(head.row == 0 && head.columns.map(\.samples.count) == [2, 2, 2])
    var draft = RollColumnsDraft(head)
    #expect(draft.faults.contains(.missing(.one(.name))))
    for (place, field) in [RollField.name, .identityNumber, .group].enumerated() {
      draft.set(field, at: place)
    }
    #expect(draft.faults == [])
    #expect(draft.mappings.map(\.argument) == ["A=name", "B=identityNumber", "C=group"])
    let outcome = try People.outcome(rows.map { $0.map(RollCell.text) }, mappings: draft.mappings)
    #expect(try outcome.result.get().count == 2)
  }

  @Test("An empty table has no columns and every need")
  func empty() {
    let draft = RollColumnsDraft(RollTableHead([]))
    #expect(draft.head.columns.isEmpty)
    #expect(draft.faults.count == 4)
    #expect(draft.place(of: .missing(.one(.name))) == nil)
  }

  // MARK: What is said

  @Test("What is missing and what is there twice is told, with the column to go to")
  func faults() {
    var draft = RollColumnsDraft(head([People.cells()], header: ["甲", "姓名", "性别", "丁", "戊", "小组", "庚", "辛"]))
    #expect(draft.faults == [.missing(.either(.identityNumber, .birthDate))])
    #expect(draft.place(of: draft.faults[0]) == 0)
    draft.set(.identityNumber, at: 3)
    #expect(draft.faults == [])
    draft.set(.sex, at: 0)
    #expect(draft.faults == [.twice(.sex, columns: [0, 2])])
    #expect(draft.place(of: draft.faults[0]) == 2)
    draft.set(nil, at: 2)
    #expect(draft.faults == [])
  }

  @Test("Two columns that the headers call identity number are there twice until one is left out")
  func twice() throws {
    let header = ["姓名", "身份证号", "公民身份号码", "小组"]
    let row = ["张三", People.identity(serial: 1), People.identity(serial: 3), "1组"]
    var draft = RollColumnsDraft(head([row], header: header))
    #expect(draft.faults == [.twice(.identityNumber, columns: [1, 2])])
    draft.set(nil, at: 1)
    #expect(draft.faults == [])
    let outcome = try People.outcome([row], header: header, mappings: draft.mappings)
    #expect(try outcome.result.get().first?.identity?.unmasked == People.identity(serial: 3))
  }

  @Test("Turning goes through every field and not used, and comes round in both directions")
  func turning() {
    for step in [1, -1] {
      var draft = RollColumnsDraft(head([People.cells()], header: ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]))
      var seen: Set<RollField?> = []
      for _ in 0...RollField.allCases.count {
        draft.turn(step, at: 0)
        seen.insert(draft.fields[0])
      }
      #expect(seen.count == RollField.allCases.count + 1 && draft.fields[0] == nil)
    }
  }

  // MARK: What the reader makes of it

  private static let words = [
    "姓名", "姓 名(必填)", "名", "证件号", "身份证号", "性别", "小组", "组", "片区", "A", "B", "c", "", "(必填)", "a=b",
    "-x", "备注", "说明", "地址", "户籍地址", "电话", "称呼\n二", "序号",
  ]

  @Test(
    "Either a fault is told, or the reader understands exactly the columns that were said", arguments: 0..<400
  )
  func understood(seed: UInt64) throws {
    var dice = SeededGenerator(seed)
    let width = Int.random(in: 3...7, using: &dice)
    let header = (0..<width).map { _ in Self.words.randomElement(using: &dice) ?? "" }
    let row = (0..<width).map { $0 == 0 ? People.identity() : "值\($0)" }
    let table = [header, row].map { $0.map(RollCell.text) }
    var draft = RollColumnsDraft(RollTableHead([(1, table[0]), (2, table[1])]))
    for place in 0..<width { draft.set(nil, at: place) }
    let needed = [RollField.name, .identityNumber, .group]
    for (field, place) in zip(needed, (0..<width).shuffled(using: &dice)) { draft.set(field, at: place) }
    if Bool.random(using: &dice) { draft.set(.note, at: Int.random(in: 0..<width, using: &dice)) }
    guard draft.faults.isEmpty else { return }
    // As a shell would give them.
    let mappings = try draft.mappings.map { try #require(RollMapping(argument: $0.argument)) }
    let outcome = try People.outcome(table, mappings: mappings)
    // The header is no person, and the person is one.
    #expect(outcome.totals.people == 1, "\(header) \(draft.fields)")
    let columns = outcome.columns.filter { $0.field != nil }
    let wanted = zip(draft.head.columns, draft.fields).compactMap { column, field in
      field.map { RollColumn(index: column.index, header: column.header, field: $0) }
    }
    #expect(
      Set(columns.map { "\($0.index) \($0.field?.rawValue ?? "")" })
        == Set(wanted.map { "\($0.index) \($0.field?.rawValue ?? "")" }), "\(header) \(draft.fields)")
  }
}
