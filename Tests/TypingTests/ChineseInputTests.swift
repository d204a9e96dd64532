import Ballot
import Testing

@testable import Typing

@Suite("Typing Chinese")
struct ChineseInputTests {
  static let phrases = PhraseBook(
    names: [
      .init("王小明", note: "1组"), .init("王小敏", note: "3组"), .init("单雄信", note: "2组"), .init("欧阳赟镕", note: "1组"),
    ],
    places: [.init("大湾小学操场")])

  /// What the keys put into a field; letters are themselves, the others have names.
  private static func type(_ keys: String, _ input: inout ChineseInput) -> [String] {
    var committed: [String] = []
    for word in keys.split(separator: " ") {
      let known: [String: ChineseInput.Key] = [
        "SPACE": .space, "ENTER": .enter, "BACK": .backspace, "ESC": .escape, "PGDN": .pageDown,
        "PGUP": .pageUp,
        "NEXT": .next, "PREV": .previous,
      ]
      for key in known[String(word)].map({ [$0] }) ?? word.map(ChineseInput.Key.character) {
        if case .commit(let text) = input.handle(key) { committed.append(text) }
      }
    }
    return committed
  }

  private static func table(_ field: ChineseInput.Field = .text, _ phrases: PhraseBook = phrases)
    -> ChineseInput
  {
    ChineseInput(engine: TableEngine(), phrases: phrases, field: field)
  }

  @Test(
    "Names of the roll come first, by pinyin and by initials",
    arguments: [
      ("wangxiaoming 1", "王小明"), ("wxm SPACE", "王小明"), ("wxm 2", "王小敏"), ("sxx 1", "单雄信"), ("dxx 1", "单雄信"),
      ("oyyr 1", "欧阳赟镕"), ("dwxx 1", "大湾小学操场"), ("WXM 1", "王小明"),
    ])
  func learned(keys: String, text: String) {
    var input = ChineseInputTests.table(.name)
    #expect(ChineseInputTests.type(keys, &input) == [text])
    #expect(!input.isComposing)
  }

  @Test("The group of a person stands beside the name")
  func notes() {
    var input = ChineseInputTests.table(.name)
    _ = ChineseInputTests.type("wxm", &input)
    #expect(input.candidates.prefix(2).map(\.note) == ["1组", "3组"])
  }

  @Test(
    "Without librime characters are picked one by one",
    arguments: [
      ("wang 1", ["往"]), ("li shi ENTER", ["lishi"]), ("zhao 1", ["找"]), ("lv 1", ["律"]), ("lü 1", ["律"]),
      ("min'an 1 1", ["民安"]), ("xi'an 1", []), ("q ENTER", ["q"]),
    ])
  func table(keys: String, committed: [String]) {
    var input = ChineseInputTests.table(.text, PhraseBook())
    #expect(ChineseInputTests.type(keys, &input) == committed)
  }

  @Test("Pages, highlight, erasing, leaving")
  func keys() {
    var input = ChineseInputTests.table(.text, PhraseBook())
    #expect(input.handle(.space) == .ignored && input.handle(.character("1")) == .ignored)
    #expect(input.handle(.character("'")) == .ignored && input.handle(.backspace) == .ignored)
    _ = ChineseInputTests.type("shi", &input)
    let first = input.candidates
    #expect(first.count == 9 && input.pageCount > 5)
    _ = ChineseInputTests.type("PGDN", &input)
    #expect(input.candidates != first && input.page == 1)
    _ = ChineseInputTests.type("PREV", &input)
    #expect(input.page == 0 && input.highlighted == 8)
    _ = ChineseInputTests.type("NEXT NEXT NEXT PREV PGUP PGUP", &input)
    #expect(input.candidates == first && input.highlighted == 0)
    #expect(ChineseInputTests.type("NEXT SPACE", &input) == [first[1].text])
    #expect(ChineseInputTests.type("shi BACK BACK BACK", &input).isEmpty && !input.isComposing)
    #expect(ChineseInputTests.type("shi ESC", &input).isEmpty && !input.isComposing)
    #expect(ChineseInputTests.type(String(repeating: "a", count: 200), &input).isEmpty)
    #expect(input.letters.count == ChineseInput.longest)
  }

  @Test("Erasing takes back what was picked last")
  func takingBack() {
    var input = ChineseInputTests.table(.text, PhraseBook())
    _ = ChineseInputTests.type("wangming 1", &input)
    #expect(input.pickedText == "往" && input.preedit == "ming")
    _ = ChineseInputTests.type("BACK BACK BACK", &input)
    #expect(input.pickedText == "往" && input.preedit == "m")
    _ = ChineseInputTests.type("BACK", &input)
    #expect(input.pickedText == "" && input.preedit == "wang")
  }

  @Test("Any keys leave the line in order", arguments: 0..<20 as Range<UInt64>)
  func anyKeys(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let keys: [ChineseInput.Key] =
      "abcghinouvxz'19-=".map(ChineseInput.Key.character)
      + [.space, .enter, .backspace, .escape, .pageUp, .pageDown, .previous, .next]
    var input = ChineseInputTests.table(.name)
    for _ in 0..<400 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      _ = input.handle(keys[Int(state % UInt64(keys.count))])
      #expect(input.candidates.count <= ChineseInput.pageSize)
      #expect(input.highlighted == 0 || input.highlighted < input.candidates.count)
      #expect(input.isComposing || (input.candidates.isEmpty && input.preedit.isEmpty))
    }
  }
}
