import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing
import Scanner

struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "选民证。Voter cards.",
    subcommands: [Proof.self, Print.self, Verify.self, Reissue.self])

  struct Proof: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "proof", abstract: "生成选民证 PDF。Write the cards as a PDF.")
    @Option(help: "输出目录 / output directory") var out: String
    @Option(help: "只印一个组 / only this group") var group: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.requiring(.cards)
      let (file, cards, pages) = try box.drawCards(in: box.folder(out), group: group)
      return Answer(
        CardsReport(file: file.path, cards: cards, pages: pages, delivery: nil),
        [
          Sentence(
            zh: "\(cards) 张选民证，\(pages) 页：\(file.path)", en: "\(cards) cards on \(pages) pages: \(file.path)")
        ])
    }
  }

  struct Print: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "print", abstract: "印制选民证。Print the cards.")
    @Option(help: "同时保存到目录 / also keep the PDF here") var out: String?
    @Option(help: "只印一个组 / only this group") var group: String?
    @OptionGroup var printer: PrinterOptions

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let (file, cards, pages) = try box.drawCards(in: box.folder(out), group: group)
      try box.check(.recordCards(CardsPrinted(cards: cards, pages: pages, delivery: .printed)))
      let delivery = try await printer.print(file, title: "选民证", copies: 1, session)
      try box.carryOut(.recordCards(CardsPrinted(cards: cards, pages: pages, delivery: delivery)))
      return Answer(
        CardsReport(file: file.path, cards: cards, pages: pages, delivery: delivery.rawValue),
        [
          Sentence(
            zh: "\(cards) 张选民证，\(pages) 页，\(delivery.sentence.zh)。下一步：裁开发放，由领证人签收。",
            en:
              "\(cards) cards on \(pages) pages, \(delivery.sentence.en). Next: cut, hand out and have them signed for."
          )
        ])
    }
  }

  struct Verify: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "验证照片中的选民证。Verify cards in pictures.")
    @Argument(help: "照片 / pictures") var images: [String] = []
    @OptionGroup var camera: CameraOptions
    @OptionGroup var stationOption: StationOption

    func perform(_ session: Session) async throws -> Answer? {
      try camera.check(against: images)
      let box = try session.box()
      if camera.camera { return try await verifyLive(box, session) }
      let station = try stationOption.station(session)
      let reader = CardReader()
      var reports: [CardReport] = []
      for image in images {
        let verdict = try box.verify(reader.text(in: image) ?? "", station: station)
        reports.append(CardReport(image, verdict))
      }
      return Answer(lines: reports, reports.map(\.sentence))
    }

    /// Judges each card that is laid under the camera, at once.
    private func verifyLive(_ box: Box, _ session: Session) async throws -> Answer? {
      let station = try stationOption.station(session)
      var number = 0
      try await CameraWait(camera, session).see(.cards) { event in
        guard case .card(let text) = event else { return true }
        number += 1
        let report = CardReport("camera-\(number)", try box.verify(text, station: station))
        session.output.write(Answer(report, [report.sentence]))
        return true
      }
      return nil
    }
  }

  struct Reissue: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "reissue", abstract: "补办选民证，旧证作废。Replace a card; the old one is void.")
    @Option(help: "选民序号 / roll number") var roll: Int
    @Option(help: "原因 / reason") var reason: String
    @Option(help: "输出目录 / output directory") var out: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.carryOut(.replaceCard(roll: roll, reason: reason))
      let (file, _, _) = try box.drawCards(in: box.folder(out), only: roll)
      return Answer(
        CardsReport(file: file.path, cards: 1, pages: 1, delivery: nil),
        [
          Sentence(
            zh: "\(roll) 号选民的旧证已作废，新证：\(file.path)",
            en: "The old card of number \(roll) is void; the new one: \(file.path)")
        ])
    }
  }
}

/// What a card command says of a paper.
private struct CardsReport: Encodable {
  let file: String
  let cards: Int
  let pages: Int
  let delivery: String?
}

/// What verification says of one picture.
private struct CardReport: Encodable {
  let file: String
  let verdict: String
  let roll: Int?
  let message: String
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case file, verdict, roll, message }

  init(_ file: String, _ verdict: CardVerdict) {
    self.file = file
    self.verdict = verdict.name
    roll = verdict.card?.roll
    message = verdict.sentence.zh
    sentence = Sentence(zh: "\(file)：\(verdict.sentence.zh)", en: "\(file): \(verdict.sentence.en)")
  }
}

extension CardVerdict {
  /// The card, where it is one of ours.
  var card: VoterCard? {
    switch self {
    case .valid(let card), .used(let card, _, _), .replaced(let card), .otherStation(let card): card
    case .otherElection, .forged, .notACard: nil
    }
  }
}

extension Box {
  /// Draws the cards of the roll, of one group or of one voter.
  func drawCards(in folder: URL, group: String? = nil, only: Int? = nil) throws -> (URL, Int, Int) {
    let election = try election()
    guard election.frozen != nil else { throw Failure(Refusal.rollNotFrozen) }
    let voters = try roll().voters.filter { voter in
      (group == nil || voter.group.rawValue == group) && (only == nil || voter.number.rawValue == only)
    }
    let file = folder.appending(path: only.map { "card-\($0).pdf" } ?? "cards.pdf")
    let printing = CardPrinting(election, key: try keys.card)
    let faces = try voters.map(printing.face)
    let sheet = CardSheet(printing.issue, seal: try seal())
    try sheet.write(faces, to: file.path, created: election.plan.day)
    return (file, faces.count, (faces.count + CardSheet.perPage - 1) / CardSheet.perPage)
  }
}
