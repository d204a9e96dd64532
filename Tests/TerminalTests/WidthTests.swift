import Testing

@testable import Terminal

@Suite("How wide characters are")
struct WidthTests {
  @Test(
    "Columns of one character",
    arguments: [
      ("a", 1), ("选", 2), ("赟", 2), ("𬭎", 2), ("㛃", 2), ("　", 2), ("，", 2), ("！", 2), ("Ａ", 2), ("한", 2),
      ("○", 1), ("×", 1), ("─", 1), ("█", 1), ("…", 1), ("é", 1), ("e\u{301}", 1), ("\u{200B}", 0),
      ("\u{301}", 0),
      ("\n", 0), ("\u{7F}", 0), ("✓", 1), ("正", 2), ("〇", 2), ("😀", 2), ("❤\u{FE0F}", 2),
    ] as [(Character, Int)])
  func columns(character: Character, width: Int) {
    #expect(CharacterWidth.columns(character) == width)
  }

  @Test("Names line up whatever script they are in")
  func names() {
    #expect(CharacterWidth.columns("阿卜杜拉·买买提") == 15)
    #expect(CharacterWidth.columns("欧阳赟镕") == 8)
  }

  @Test("The tables are ascending pairs and do not overlap", arguments: ["wide", "ambiguous", "zero"])
  func tables(name: String) {
    let tables = ["wide": WidthTable.wide, "ambiguous": WidthTable.ambiguous, "zero": WidthTable.zero]
    let table = tables[name] ?? []
    #expect(!table.isEmpty && table.count.isMultiple(of: 2))
    let steps = zip(table, table.dropFirst()).enumerated()
    #expect(steps.allSatisfy { $0.isMultiple(of: 2) ? $1.0 <= $1.1 : $1.0 < $1.1 })
  }

  @Test(
    "Signs that terminals disagree about are known",
    arguments: ["○", "×", "─", "█", "“", "·", "①"] as [Character])
  func ambiguous(character: Character) {
    #expect(CharacterWidth.isAmbiguous(character))
    #expect(!CharacterWidth.isAmbiguous("选") && !CharacterWidth.isAmbiguous("a"))
  }

  @Test("Lines break as Chinese is set: no mark begins a line, no word is cut that fits")
  func wrapping() {
    #expect(TextWrap.lines("请把选民证放好，再按回车。", columns: 14) == ["请把选民证放", "好，再按回车。"])
    #expect(TextWrap.lines("press Enter to go on", columns: 12) == ["press Enter", "to go on"])
    #expect(TextWrap.lines("一二三四五六", columns: 5) == ["一二", "三四", "五六"])
    #expect(TextWrap.lines("a\nb", columns: 10) == ["a", "b"])
    #expect(
      TextWrap.lines("见：/var/lib/kiosk/out/a-2.pdf", columns: 14) == [
        "见：", "/var/lib/", "kiosk/out/", "a-2.pdf",
      ])
    #expect(TextWrap.lines(String(repeating: "x", count: 30), columns: 10).allSatisfy { $0.count <= 10 })
  }

  @Test(
    "Whatever the text, no line is wider than asked for and nothing but spaces is lost", arguments: 0..<50)
  func wrappingKeeps(seed: UInt64) {
    var dice = SplitMix(seed)
    let signs = Array("选民证，。、（）“”abc 12 ×○…！")
    let text = String(
      (0..<Int.random(in: 1...80, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "a" })
    let columns = Int.random(in: 2...30, using: &dice)
    let lines = TextWrap.lines(text, columns: columns)
    #expect(lines.allSatisfy { CharacterWidth.columns($0) <= columns })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}

/// A small generator of random numbers, the same on every run (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
