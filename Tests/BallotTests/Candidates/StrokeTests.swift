import Testing

@testable import Ballot

@Suite("Names in the order of strokes")
struct StrokeTests {
  @Test(
    "Strokes as they are taught",
    arguments: [
      ("丁", [1, 2]), ("王", [1, 1, 2, 1]), ("水", [2, 5, 3, 4]), ("田", [2, 5, 1, 2, 1]),
      ("刘", [4, 1, 3, 4, 2, 2]),
      ("李", [1, 2, 3, 4, 5, 2, 1]), ("陈", [5, 2, 1, 5, 2, 3, 4]), ("周", [3, 5, 1, 2, 1, 2, 5, 1]),
      ("莫", [1, 2, 2, 2, 5, 1, 1, 1, 3, 4]), ("达", [1, 3, 4, 4, 5, 4]),
    ] as [(Character, [UInt8])])
  func taught(character: Character, strokes: [UInt8]) {
    #expect(StrokeTable.shipped[character]?.kinds == strokes)
  }

  @Test("Every surname that is common in China is in the table, and no stroke is of another kind")
  func complete() throws {
    let surnames =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉谯蹇阚缪璩佘"
    for surname in surnames { #expect(StrokeTable.shipped[surname] != nil, "\(surname)") }
    #expect(StrokeTable.shipped.count > 8000)
  }

  /// Lists in their right order; every two names of each stand so and not the other way round.
  static let ordered = [
    // Fewer strokes first; among four strokes 横 (王), 竖 (日), 撇 (毛), 点 (文), 折 (尹).
    ["丁大山", "马小云", "王大山", "日小云", "毛小云", "文大山", "尹一", "田秀英", "李一鸣", "周立田", "莫晓芸"],
    // The second stroke decides between 林 and 欧, both of eight strokes that begin with 横.
    ["林一", "欧阳少东"],
    // One character behind the surname comes before two, however many strokes it has.
    ["王毅", "王大山", "王小云"],
    // Characters of one surname by the same rule: 一 before 大 before 小.
    ["李一鸣", "李大鸣", "李小鸣"],
    // A long name of another people by its first character, and the dot is no character.
    ["丁一", "阿卜杜拉·买买提", "莫一"],
  ]

  @Test("Names stand in the order of official lists", arguments: ordered)
  func order(names: [String]) {
    let order = StrokeOrder()
    for left in names.indices {
      for right in names.indices {
        #expect(
          order.precedes(names[left], names[right]) == (left < right), "\(names[left]), \(names[right])")
      }
      #expect(order.unknown(in: names[left]).isEmpty)
    }
  }

  @Test("Sorting does not depend on the order in which names come", arguments: 1...20)
  func stable(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let names = StrokeTests.ordered.flatMap(\.self)
    let order = StrokeOrder()
    let sorted = names.sorted { order.precedes($0, $1) }
    #expect(names.shuffled(using: &generator).sorted { order.precedes($0, $1) } == sorted)
  }

  @Test("A character that the table does not know is named")
  func unknown() {
    #expect(StrokeOrder().unknown(in: "王𠮷A") == ["𠮷", "A"])
  }
}
