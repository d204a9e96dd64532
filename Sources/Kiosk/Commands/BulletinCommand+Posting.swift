import ArgumentParser
import Ballot
import Foundation

/// Where a bulletin hangs, since when and until when, with photographs.
extension BulletinCommand {
  struct Post: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "post", abstract: "登记张贴。Record that a bulletin was put up.")
    @Argument(help: "公告编号或序号 / code or running number") var code: String
    @OptionGroup var posting: PostingOptions

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bulletin = try box.bulletin(code)
      let (day, today) = (try posting.day(box), box.now().day)
      try box.check(.postBulletin(posting.moved(bulletin, day, picture: nil), today: today))
      let facts = posting.moved(bulletin, day, picture: try box.keepProof(posting.picture))
      try box.carryOut(.postBulletin(facts, today: today))
      let warning = try box.objectionWarning(bulletin, posted: day)
      let period = PaperCatalogue.standard[bulletin.code]?.posting?.value
      let until = period?.end(posted: day, electionDay: try box.election().currentDay)
      return Answer(
        PostingReport(bulletin, posting.place, day, facts.picture, until: until),
        [
          Sentence(
            zh:
              "已登记：\(bulletin.code)（第 \(bulletin.number) 号）\(day) 张贴于\(posting.place)\(until.map { "，\($0) 前不要撤下" } ?? "")。",
            en:
              "Recorded: \(bulletin.code) No. \(bulletin.number) hangs at \(posting.place) since \(day)\(until.map { "; leave it until \($0)" } ?? "")."
          )
        ] + warning)
    }
  }

  struct Remove: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "登记撤下。Record that a bulletin was taken down.")
    @Argument(help: "公告编号或序号 / code or running number") var code: String
    @OptionGroup var posting: PostingOptions

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bulletin = try box.bulletin(code)
      let (day, today) = (try posting.day(box), box.now().day)
      try box.check(.removeBulletin(posting.moved(bulletin, day, picture: nil), today: today))
      let facts = posting.moved(bulletin, day, picture: try box.keepProof(posting.picture))
      try box.carryOut(.removeBulletin(facts, today: today))
      return Answer(
        PostingReport(bulletin, posting.place, day, facts.picture, until: nil),
        [
          Sentence(
            zh: "已登记：\(bulletin.code)（第 \(bulletin.number) 号）\(day) 从\(posting.place)撤下。",
            en:
              "Recorded: \(bulletin.code) No. \(bulletin.number) was taken down at \(posting.place) on \(day)."
          )
        ])
    }
  }
}

/// Where, when and the photograph.
struct PostingOptions: ParsableArguments {
  @Option(help: "地点 / where") var place: String
  @Option(name: .customLong("day"), help: "日期，默认今天 / the day, today if not given") var written: String?
  @Option(help: "照片（JPEG 或 PNG）/ a photograph as proof") var picture: String?

  func day(_ box: Box) throws -> Day {
    guard (1...100).contains(place.count) else { throw Failure.tooLong }
    guard let written else { return box.now().day }
    guard let day = Day(iso: written) else { throw Failure.usage("--day 2027-05-18: \(written)") }
    return day
  }

  func moved(_ bulletin: BulletinIssued, _ day: Day, picture: String?) -> BulletinMoved {
    BulletinMoved(number: bulletin.number, place: place, day: day, picture: picture)
  }
}

/// What recording a posting answers.
struct PostingReport: Encodable {
  let code: String
  let number: Int
  let place: String
  let day: String
  let picture: String?
  let until: String?

  init(_ bulletin: BulletinIssued, _ place: String, _ day: Day, _ picture: String?, until: Day?) {
    code = bulletin.code
    number = bulletin.number
    self.place = place
    self.day = day.description
    self.picture = picture
    self.until = until?.description
  }
}

extension Box {
  /// Says so where the roll hangs later than the paper reckons with: objections run from the day it hangs.
  func objectionWarning(_ bulletin: BulletinIssued, posted: Day) throws -> [Sentence] {
    guard bulletin.code == "B05", let said = try facts(of: bulletin)["objectionsUntil"]?.string else {
      return []
    }
    let election = try election()
    let days = election.effectivePack?.rollObjectionDays.value ?? 5
    let until = (election.plan.holidays ?? .unknown).end(of: days, from: posted)
    guard said != until.chinese else { return [] }
    return [
      Sentence(
        zh:
          "注意：公告上写异议到\(said)，按张贴日期应到\(until.chinese)。请用 bulletin correct B05 --set postingDay=\(posted) 更正。",
        en:
          "Note: the paper says objections until \(said); from the day of posting it is \(until). Correct it with bulletin correct B05 --set postingDay=\(posted)."
      )
    ]
  }
}
