import Archive
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("The two lines at the top")
struct HeaderTests {
  /// Everything at once: a long name, locked keys, bundles that wait, two people.
  private func crowded() throws -> Briefing {
    var briefing = try ConsoleHistory().briefing
    briefing.keyLock = KeyLock(ways: [.recovery], fault: nil)
    briefing.unsent = 12
    briefing.staff = try ConsoleHistory.staff()
    briefing.present = [2, 3].compactMap { briefing.staff.member(StaffID(rawValue: $0)) }
    return briefing
  }

  private func lines(_ briefing: Briefing, _ columns: Int, _ language: Language) -> [String] {
    let area = Region(column: 0, row: 0, columns: columns, rows: 24)
    var page = Page(
      canvas: Canvas(Size(columns: columns, rows: 24)), area: area, look: Look(language), briefing: briefing)
    Console(briefing).drawHeader(on: &page)
    return page.canvas.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(2).map(
      String.init)
  }

  @Test("On every width both ends are whole words, with a space between them", arguments: [80, 84, 96, 133])
  func whole(columns: Int) throws {
    for briefing in [try crowded(), try ConsoleHistory().briefing] {
      let chinese = lines(briefing, columns, .zh)
      #expect(chinese[1].contains(" 1 站 1 台  ") && chinese[1].contains("网络 –"), "\(chinese[1])")
      #expect(chinese[1].hasSuffix("未登录") || chinese[1].hasSuffix("已登录") || chinese[1].hasSuffix("何秀兰"))
      let english = lines(briefing, columns, .en)
      #expect(english[1].contains("station 1 desk 1  ") && english[1].contains(" net –  "), "\(english[1])")
      #expect(CharacterWidth.columns(english[1]) <= columns && CharacterWidth.columns(chinese[1]) <= columns)
    }
  }

  @Test("What does not fit is left out in its order: the number of bundles where none waits, then names")
  func order() throws {
    var briefing = try crowded()
    #expect(lines(briefing, 133, .zh)[1].contains("密钥 ✗ 打印 ✓ 镜头 ✓ 磁盘 ✓ 网络 –  未送 12  姜守义、何秀兰"))
    #expect(lines(briefing, 80, .zh)[1].hasPrefix(" 08:00  1 站 1 台"))
    #expect(lines(briefing, 80, .zh)[1].hasSuffix("网络 –  未送 12  姜守义、何秀兰"))
    #expect(lines(briefing, 80, .en)[1].hasSuffix("keys ✗ net –  unsent 12  2 logged in"))
    briefing.unsent = 0
    #expect(lines(briefing, 80, .zh)[1].hasSuffix("网络 –  姜守义、何秀兰"))
    #expect(lines(briefing, 80, .en)[1].hasPrefix(" 08:00"))
    #expect(lines(try ConsoleHistory().briefing, 80, .en)[1].hasPrefix(" 05-18 08:00"))
    #expect(lines(briefing, 133, .en)[1].hasPrefix(" 2027-05-18 08:00"))
  }

  @Test("A name that is too long even then is cut with a sign, before the other end")
  func cut() {
    var page = Page(
      canvas: Canvas(Size(columns: 20, rows: 1)), area: Region(column: 0, row: 0, columns: 20, rows: 1),
      look: Look(.zh), briefing: Briefing(now: ConsoleHistory.morning))
    let long = Sentence(zh: "一二三四五六七八九十", en: "")
    page.write([long], in: page.area, .plain, and: [Sentence(zh: "限期 5月", en: "")], .plain)
    #expect(page.canvas.text == "一二三四五… 限期 5月")
  }
}
