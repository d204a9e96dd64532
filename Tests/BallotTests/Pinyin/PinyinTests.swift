import Testing

@testable import Ballot

@Suite("Pinyin")
struct PinyinTests {
  @Test(
    "Readings, the usual one first",
    arguments: [
      ("王", ["wang"]), ("单", ["dan", "chan", "shan"]), ("曾", ["ceng", "zeng"]), ("赟", ["yun"]),
      ("镕", ["rong"]), ("吕", ["lv"]), ("𬭎", ["hong"]), ("A", []), ("〇", ["ling"]),
    ])
  func readings(character: String, readings: [String]) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(PinyinTable.unihan.readings(of: scalar) == readings)
  }

  @Test("Characters of a syllable begin with the frequent ones, and every one has that reading")
  func characters() throws {
    let table = PinyinTable.unihan
    #expect(table.characters(read: "wang").prefix(3) == ["往", "望", "忘"])
    #expect(table.characters(read: "nosuch").isEmpty)
    for syllable in ["shi", "lv", "yun", "zhang"] {
      let characters = table.characters(read: syllable)
      #expect(characters.count > 10)
      #expect(characters.allSatisfy { table.readings(of: $0).contains(syllable) })
    }
  }

  @Test(
    "A surname is sorted by its own reading, and found by the usual one too",
    arguments: [
      ("单雄", "shanxiong"), ("曾国", "zengguo"), ("仇英", "qiuying"), ("解放军", "xiefangjun"), ("区伟", "ouwei"),
      ("查良镛", "zhaliangyong"), ("朴成", "piaocheng"), ("尉迟恭", "yuchigong"), ("万俟卨", "moqixie"),
      ("澹台明", "tantaiming"), ("乐毅", "yueyi"), ("覃光", "qinguang"), ("吕布", "lvbu"),
      ("买买提·艾力", "maimaitiaili"),
    ])
  func surnames(name: String, key: String) {
    let spelled = SpelledText(name: name)
    #expect(spelled.key == key)
    #expect(spelled.fit(Array(key.utf8)) == .spelledOut)
  }

  @Test("A surname's reading holds for surnames alone")
  func notSurname() {
    #expect(SpelledText(name: "王单").key == "wangdan")
    #expect(SpelledText(text: "单位").key == "danwei")
    #expect(SpelledText(name: "单").key == "dan", "a single character has no given name")
  }

  @Test(
    "What letters stand for",
    arguments: [
      ("王小明", "wxm", SpelledText.Fit?.some(.whole)), ("王小明", "wangxm", .whole), ("王小明", "wxiaom", .whole),
      ("王小明", "wangxiaoming", .spelledOut), ("王小明", "wx", .beginning), ("王小明", "wa", .beginning),
      ("王小明", "xm", .inside), ("王小明", "ming", .inside), ("王小明", "wm", nil), ("王小明", "wangz", nil),
      ("王小明", "wxmm", nil), ("单雄", "dx", .whole), ("单雄", "sx", .whole), ("单雄", "cx", .whole),
      ("吕布", "lubu", .spelledOut), ("吕布", "lyubu", .spelledOut), ("吕布", "lvb", .whole), ("张帅", "zhs", .whole),
      ("张帅", "zs", .whole), ("张帅", "zhsh", .whole), ("西安", "xian", .spelledOut), ("先", "xian", .spelledOut),
      ("王", "", nil),
    ])
  func fits(name: String, letters: String, fit: SpelledText.Fit?) {
    #expect(SpelledText(name: name).fit(Array(letters.utf8)) == fit)
  }
}
