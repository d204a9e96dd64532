import ArgumentParser
import Ballot
import Foundation

struct OwnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners", abstract: "业主投票：名册、表决票、计票。Homeowners' votes, by area and by head.",
    subcommands: [Import.self, List.self, Slip.self, Count.self])

  struct Import: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "导入业主名册（房号、面积、业主）。Import the owners' register.")
    @Argument(help: "名册文件 / .xlsx, .xls or .csv") var file: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard try box.election().plan.kind.isOwnersVote else {
        throw Failure(Refusal.slipRefused(.notAnOwnersVote))
      }
      let url = URL(filePath: file)
      let book = try OwnersReading.read(url)
      try box.importOwners(book, source: url.lastPathComponent)
      return Answer(
        OwnersReport(book),
        [
          Sentence(
            zh:
              "业主名册已导入：\(book.register.units.count) 套，\(book.register.heads) 名业主，共 \(book.register.area) ㎡。一人多套按一人计算。下一步：锁定名册（roll freeze）。",
            en:
              "The register is imported: \(book.register.units.count) units, \(book.register.heads) owners, \(book.register.area) m². Next: roll freeze."
          )
        ])
    }
  }

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出业主和是否交票。List the owners and whether their slip is in.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let (book, slips) = (try box.owners(), try box.election().ledgers.slips)
      let lines = book.owners.enumerated().map { index, owner in
        OwnerLine(
          number: index + 1, owner: owner.rawValue, area: book.register.area(of: owner)?.description ?? "0",
          units: book.register.units.count { $0.owner == owner }, slip: slips[index + 1] != nil)
      }
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }

  struct Slip: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "slip", abstract: "登记一名业主的表决票。Record one owner's signed slip.")
    @Option(help: "业主序号 / the owner's number") var owner: Int
    @Option(name: .customLong("for"), help: "赞成的行，如 member/1 / a line that the owner supports") var lines:
      [String] = []

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.carryOut(
        .recordSlip(OwnerSlip(owner: owner, lines: Set(lines).sorted().map(LineID.init(rawValue:)))))
      let count = try box.election().ledgers.slips.count
      return Answer(
        ["owner": owner, "slips": count],
        [
          Sentence(
            zh: "\(owner) 号业主的表决票已登记，累计 \(count) 份。",
            en: "The slip of owner \(owner) is recorded; \(count) in all.")
        ])
    }
  }

  struct Count: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "count", abstract: "计票并签字。Count the slips and sign.")
    @Option(name: .customLong("signer"), help: "签字的监票员 / scrutineer who signs") var signers: [String]

    func perform(_ session: Session) async throws -> Answer? {
      let result = try session.box().countOwners(signers: signers)
      return Answer(result, ResultWords(result).outcome + ResultWords(result).explanation)
    }
  }
}

private struct OwnersReport: Encodable {
  let units: Int
  let owners: Int
  let area: String

  init(_ book: OwnersBook) {
    units = book.register.units.count
    owners = book.register.heads
    area = book.register.area.description
  }
}

private struct OwnerLine: Encodable {
  let number: Int
  let owner: String
  let area: String
  let units: Int
  let slip: Bool

  var sentence: Sentence {
    Sentence(
      zh: "\(number)\t\(owner)\t\(units) 套\t\(area) ㎡\t\(slip ? "已交票" : "未交票")",
      en: "\(number)\t\(owner)\t\(units) units\t\(area) m²\t\(slip ? "slip in" : "no slip")")
  }
}
