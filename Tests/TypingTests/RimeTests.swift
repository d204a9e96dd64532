import Ballot
import Foundation
import Testing

@testable import Typing

@Suite(
  "Typing with librime", .serialized,
  .enabled(if: RimeLibrary.shared != nil, "librime1 and rime-data-pinyin-simp"))
struct RimeTests {
  private static func typed(_ letters: String, _ field: ChineseInput.Field, picking: [String]) throws
    -> [String]
  {
    var input = ChineseInput(engine: try #require(RimeEngine()), field: field)
    var committed: [String] = []
    for letter in letters { _ = input.handle(.character(letter)) }
    for text in picking {
      var found: Int?
      while found == nil {
        found = input.candidates.firstIndex { $0.text == text }
        if found == nil {
          let page = input.page
          _ = input.handle(.pageDown)
          try #require(input.page > page, "\(text) is not among the candidates of \(input.preedit)")
        }
      }
      let action = input.handle(.character(Character(String((found ?? 0) + 1))))
      if case .commit(let text) = action { committed.append(text) }
    }
    #expect(!input.isComposing)
    return committed
  }

  @Test(
    "Words",
    arguments: [
      ("xuanmin", ["选民"], "选民"), ("xuanju", ["选举"], "选举"), ("weiyuanhui", ["委员会"], "委员会"),
      ("lvbu", ["吕布"], "吕布"), ("xian", ["西安"], "西安"), ("xi'an", ["西安"], "西安"),
      ("cunminweiyuanhui", ["村民", "委员会"], "村民委员会"),
    ])
  func words(letters: String, picks: [String], text: String) throws {
    #expect(try RimeTests.typed(letters, .text, picking: picks) == [text])
  }

  @Test(
    "Names are picked syllable by syllable, rare characters too",
    arguments: [
      ("wangxiaoming", ["王", "小", "明"]), ("ouyangyunrong", ["欧", "阳", "赟", "镕"]), ("likun", ["李", "堃"]),
      ("zhanghong", ["张", "𬭎"]), ("lvyue", ["吕", "玥"]),
    ])
  func names(letters: String, picks: [String]) throws {
    #expect(try RimeTests.typed(letters, .name, picking: picks) == [picks.joined()])
  }

  @Test("In a name the first page has single characters only, in text it begins with a word")
  func order() throws {
    let engine = try #require(RimeEngine())
    var (name, text) = (
      ChineseInput(engine: engine, field: .name), ChineseInput(engine: engine, field: .text)
    )
    for letter in "wangxiaoming" {
      _ = name.handle(.character(letter))
      _ = text.handle(.character(letter))
    }
    #expect(name.preedit == "wang xiao ming" && text.preedit == "wang xiao ming")
    #expect(name.candidates.allSatisfy { $0.text.count == 1 })
    #expect((text.candidates.first?.text.count ?? 0) > 1)
  }

  @Test("Nothing is learned: the same letters propose the same, however often something else was picked")
  func nothingLearned() throws {
    let engine = try #require(RimeEngine())
    let before = engine.propose("wangming")
    for _ in 0..<20 {
      #expect(engine.take(min(5, before.candidates.count - 1), of: "wangming") != "wangming")
    }
    #expect(engine.propose("wangming") == before)
  }

  @Test("No trace of what was typed is left in a file")
  func noTrace() throws {
    _ = try RimeTests.typed("wangxiaoming", .name, picking: ["王", "小", "明"])
    let folder = try #require(RimeLibrary.shared).home.path
    #expect(!FileManager.default.fileExists(atPath: folder), "librime's folder is still there")
    for place in ["/dev/shm", "/tmp"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: place) {
        #expect(!name.hasPrefix("rime.kiosk"), "a log")
        guard name.hasPrefix("kiosk-rime-") else { continue }
        let inside = FileManager.default.subpaths(atPath: "\(place)/\(name)") ?? []
        #expect(Set(inside).isSubset(of: ["build"]), "librime keeps something: \(inside)")
      }
    }
  }

  @Test("Without the data there is no engine, and the table takes its place")
  func noData() {
    #expect(RimeLibrary(data: "/nonexistent") == nil)
    var input = ChineseInput(engine: TableEngine(), field: .name)
    for letter in "wang" { _ = input.handle(.character(letter)) }
    #expect(input.candidates.contains { $0.text == "王" } || input.pageCount > 1)
  }
}
