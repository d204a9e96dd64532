import Testing

@testable import Ballot

@Suite("Dates as people write them")
struct WrittenDayTests {
  @Test(
    "One day in many shapes",
    arguments: [
      "2001-05-18", "2001-5-18", "2001/5/18", "2001.5.18", "20010518", "2001年5月18日", "2001年05月18日",
      "2001 05 18",
      "２００１．５．１８", "2001-05-18 00:00:00", "2001-05-18T00:00:00", " 2001/05/18 ",
    ])
  func shapes(text: String) throws {
    #expect(WrittenDay(text) == .day(try People.day("2001-05-18")))
  }

  @Test("Months without a day", arguments: ["2001-05", "2001.05", "200105", "2001年5月", "2001/5"])
  func months(text: String) {
    #expect(WrittenDay(text) == .month(year: 2001, month: 5))
  }

  @Test(
    "What is no date",
    arguments: [
      "", "2001", "2001-02-29", "2001-13-01", "18/5/2001", "01-05-18", "37029", "2001-05-18-01", "五月",
      "20010230", "1700-01-01", "99999999999999999999",
    ])
  func refused(text: String) {
    #expect(WrittenDay(text) == nil)
  }
}
