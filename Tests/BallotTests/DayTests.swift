import Ballot
import Testing

@Suite("Dates and moments")
struct DayTests {
  @Test("Every day of four centuries has a number and comes back")
  func roundTrip() {
    for number in stride(from: -200_000, through: 200_000, by: 7) {
      let day = Day(daysSince1970: number)
      #expect(day.daysSince1970 == number)
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test(
    "Days that are not",
    arguments: ["2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "20270101", "2027-04-31", ""])
  func refuses(text: String) { #expect(Day(iso: text) == nil) }

  @Test(
    "E28: age on election day",
    arguments: [("2009-05-18", 18), ("2009-05-19", 17), ("2008-02-29", 19), ("2027-05-18", 0)])
  func age(born: String, years: Int) throws {
    let birth = try #require(Day(iso: born))
    let electionDay = try #require(Day(iso: "2027-05-18"))
    #expect(birth.age(on: electionDay) == years)
  }

  @Test("A leap-day birthday counts from 1 March in common years")
  func leapDay() throws {
    let birth = try #require(Day(iso: "2008-02-29"))
    #expect(birth.age(on: try #require(Day(iso: "2027-02-28"))) == 18)
    #expect(birth.age(on: try #require(Day(iso: "2027-03-01"))) == 19)
  }

  @Test(
    "A moment is written in China Standard Time and read back",
    arguments: [0, 1_810_602_753, 951_782_400, -1])
  func moments(seconds: Int) {
    let moment = Instant(seconds: seconds)
    #expect(Instant(moment.description) == moment)
  }

  @Test(
    "Moments that are not, or are written otherwise",
    arguments: [
      "2027-05-18T24:00:00+08:00", "2027-05-18T09:60:00+08:00", "2027-05-18T09:00:60+08:00",
      "2027-02-29T09:00:00+08:00", "2027-05-18 09:00:00+08:00", "2027-05-18T09:00:00+09:00",
      "2027-05-18T09-00-00+08:00", "2027-05-18T9:00:00+08:000", "2027-05-18T+9:00:00+08:00",
      "2027-05-18T09:00:00Z", "2027-05-18T09:00:0０+08:0", "",
    ])
  func refusesMoments(text: String) { #expect(Instant(text) == nil) }

  @Test("The epoch in China")
  func epoch() { #expect(Instant(seconds: 0).description == "1970-01-01T08:00:00+08:00") }
}
