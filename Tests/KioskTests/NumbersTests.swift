import Testing

@testable import Ballot
@testable import Kiosk

@Suite("Dates, numbers and names as Chinese readers expect them")
struct NumbersTests {
  @Test(
    "Dates",
    arguments: [
      ("2027-05-18", "2027年5月18日（星期二）", "5月18日"), ("2026-11-24", "2026年11月24日（星期二）", "11月24日"),
      ("1970-01-01", "1970年1月1日（星期四）", "1月1日"), ("1969-12-28", "1969年12月28日（星期日）", "12月28日"),
      ("2028-02-29", "2028年2月29日（星期二）", "2月29日"),
    ])
  func dates(day: String, long: String, short: String) throws {
    let day = try #require(Day(iso: day))
    #expect(day.chineseWithWeekday == long && day.chineseShort == short)
  }

  @Test(
    "How far a day is",
    arguments: [
      (0, "今天", "today"), (1, "明天", "tomorrow"), (-1, "昨天", "yesterday"), (3, "还有 3 天", "in 3 days"),
      (-20, "已过 20 天", "20 days ago"),
    ])
  func distances(days: Int, zh: String, en: String) {
    let today = Day(daysSince1970: 20_000)
    #expect(today.adding(days: days).distance(from: today) == Sentence(zh: zh, en: en))
  }

  @Test(
    "Per cent is cut, never rounded up to a verdict",
    arguments: [
      (0, 10, "0%"), (1, 2, "50%"), (4999, 10_000, "49.9%"), (999, 1000, "99.9%"), (9999, 10_000, "99.9%"),
      (10, 10, "100%"), (1, 3, "33.3%"), (5, 4, "125%"), (1, 0, "—"), (-1, 5, "—"), (Int.max, 2, "—"),
    ])
  func percent(part: Int, whole: Int, text: String) {
    #expect(Percent(part, of: whole).text == text)
  }

  @Test(
    "Names of two characters are spread to three",
    arguments: [
      ("王伟", "王　伟"), ("王小明", "王小明"), ("欧阳赟镕", "欧阳赟镕"), ("阿·木", "阿·木"), ("王", "王"), ("", ""),
    ])
  func names(name: String, spread: String) {
    #expect(name.spreadName == spread)
  }
}
