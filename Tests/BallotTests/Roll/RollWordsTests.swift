import Testing

@testable import Ballot

@Suite("Words of a roll")
struct RollWordsTests {
  @Test(
    "Classes by number and by words",
    arguments: [
      ("1", 1), ("１", 1), ("一类", 1), ("第二类", 2), ("2类", 2), ("三类", 3), ("二", 2), ("户籍在本村并居住", 1),
      ("户籍在本村并且在本村居住", 1), ("户籍在本村不居住", 2), ("户籍在本村，不在本村居住", 2), ("户籍不在本村", 3), ("户籍不在本村，在本村居住一年以上", 3),
      ("户籍在本社区并居住", 1), ("户籍不在本社区", 3),
    ])
  func classes(text: String, number: Int) {
    #expect(RegistrationClass(written: text)?.rawValue == number)
  }

  @Test("What is no class", arguments: ["", "0", "4", "四类", "本村", "是", "12", "户籍在本村"])
  func noClass(text: String) {
    #expect(RegistrationClass(written: text) == nil)
  }

  @Test(
    "Sexes",
    arguments: [
      ("男", Sex.male), ("女性", .female), ("M", .male), ("female", .female), ("1", .male), ("2", .female),
    ])
  func sexes(text: String, sex: Sex) {
    #expect(Sex(written: text) == sex)
  }

  @Test(
    "Names that are right",
    arguments: [
      ("张三", "张三"), ("张 三", "张三"), ("张　三", "张三"), ("欧阳赟镕", "欧阳赟镕"), ("䶮𬭎", "䶮𬭎"), ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
      ("阿卜杜拉•买买提", "阿卜杜拉·买买提"), ("阿卜杜拉．买买提", "阿卜杜拉·买买提"), ("\u{200B}李四\t", "李四"), ("〇一", "〇一"),
    ])
  func names(text: String, name: String) throws {
    #expect(try PersonName.read(text) == name)
  }

  @Test(
    "Names that are wrong",
    arguments: [
      ("张", PersonName.Fault.tooShort), ("张三2", .digit("2")), ("张③", .digit("③")),
      ("张\u{E123}", .privateCharacter),
      ("张?", .foreignCharacter("?")), ("张*", .foreignCharacter("*")), ("Zhang San", .foreignCharacter("Z")),
      ("·张三", .foreignCharacter("·")), (String(repeating: "长", count: 41), .tooLong(41)),
      ("张（三）", .foreignCharacter("(")),
    ])
  func wrongNames(text: String, fault: PersonName.Fault) {
    #expect(throws: fault) { try PersonName.read(text) }
  }

  @Test("Groups and households sort as people count")
  func order() {
    let chinese = ["一组", "二组", "三组", "四组", "五组", "六组", "七组", "八组", "九组", "十组", "十一组", "二十组", "一百零二组"]
    #expect(chinese.shuffled().map(GroupName.init(written:)).sorted().map(\.rawValue) == chinese)
    let digits = ["1组", "第2组", "3组", "10组", "11组", "白杨2组", "白杨10组", "白杨组"]
    #expect(digits.shuffled().map(GroupName.init(written:)).sorted().map(\.rawValue) == digits)
  }

  @Test(
    "Numerals",
    arguments: [
      ("十", 10), ("十二", 12), ("二十", 20), ("廿三", 23), ("一百零二", 102), ("一〇二", 102), ("两", 2), ("百", 100),
    ])
  func numerals(text: String, value: Int) {
    #expect(ChineseNumber.value(of: text) == value)
  }
}
