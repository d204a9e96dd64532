import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

struct BallotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ballot", abstract: "选票。Paper ballots.", subcommands: [Proof.self, Print.self])

  struct Proof: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "proof", abstract: "生成选票样张和 geometry.json。Write ballot.pdf and geometry.json.")
    @Option(help: "输出目录 / output directory") var out: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let proof = try box.drawBallot(in: box.folder(out))
      return Answer(
        BallotReport(proof, copies: nil, delivery: nil),
        [
          Sentence(
            zh: "选票样张 \(proof.pages) 页：\(proof.pdf.path)",
            en: "Ballot proof, \(proof.pages) pages: \(proof.pdf.path)")
        ])
    }
  }

  struct Print: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "print", abstract: "印制选票并登记。Print ballots and record the stock.")
    @Option(help: "份数 / copies") var copies: Int
    @Option(help: "同时保存到目录 / also keep the PDF here") var out: String?
    @OptionGroup var printer: PrinterOptions

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard (1...100_000).contains(copies) else { throw Failure(Refusal.copiesOutOfRange(copies)) }
      let proof = try box.drawBallot(in: box.folder(out))
      try box.check(.recordBallots(copies: copies, delivery: .printed))
      let delivery = try await box.printBallots(copies: copies) { pack in
        try await printer.print(proof.pdf, title: "选票", copies: pack, session)
      }
      return Answer(
        BallotReport(proof, copies: copies, delivery: delivery.rawValue),
        [
          Sentence(
            zh: "选票 \(copies) 份，\(delivery.sentence.zh)，批次 \(proof.batch.rawValue)，已登记库存。请当众封存。",
            en:
              "\(copies) ballots, \(delivery.sentence.en), batch \(proof.batch.rawValue), recorded in stock. Seal them in public."
          )
        ])
    }
  }

  private struct BallotReport: Encodable {
    let pdf: String
    let geometry: String
    let ballotType: String
    let batch: String
    let pages: Int
    let copies: Int?
    let delivery: String?

    init(_ proof: BallotProof, copies: Int?, delivery: String?) {
      pdf = proof.pdf.path
      geometry = proof.geometry.path
      ballotType = proof.type.rawValue
      batch = proof.batch.rawValue
      pages = proof.pages
      self.copies = copies
      self.delivery = delivery
    }
  }
}

/// A ballot drawn into a directory.
struct BallotProof {
  let pdf: URL
  let geometry: URL
  let type: BallotType
  let batch: BatchCode
  let pages: Int
}

extension Box {
  /// Printers take no more copies than this in one job, and a pack is what is sealed and opened in public.
  private static let pack = 500

  /// Prints ballots pack by pack and records each pack as soon as it is printed.
  func printBallots(copies: Int, _ print: (Int) async throws -> Delivery) async throws -> Delivery {
    var left = copies
    var delivery = Delivery.file
    while left > 0 {
      let pack = min(left, Box.pack)
      delivery = try await print(pack)
      try carryOut(.recordBallots(copies: pack, delivery: delivery))
      left -= pack
    }
    return delivery
  }

  /// The batch of ballots that is current: the first has the code 0001.
  private func batch(of election: ElectionState) -> BatchCode {
    election.layout?.batch ?? BatchCode(rawValue: "0001")
  }

  /// Draws the ballot and, once the roll is frozen, records how it is laid out.
  func drawBallot(in folder: URL) throws -> BallotProof {
    let election = try election()
    if election.frozen != nil { try election.checkSettled() }
    let paper = try BallotPaper(election, batch: batch(of: election))
    let pdf = folder.appending(path: "ballot.pdf")
    let drawing = BallotDrawing(paper.specification, layout: paper.layout, seal: try seal())
    try drawing.write(to: pdf.path, created: election.plan.day)
    let geometry = folder.appending(path: "geometry.json")
    let bytes = paper.geometry.bytes
    try Data(bytes).write(to: geometry, options: .atomic)
    let proof = BallotProof(
      pdf: pdf, geometry: geometry, type: paper.specification.type, batch: paper.specification.batch,
      pages: paper.layout.pages.count)
    if election.frozen != nil, election.opened == nil {
      let digest = try blobs.put(bytes)
      try carryOut(
        .layOutBallots(
          BallotsLaidOut(
            type: proof.type, batch: proof.batch, pages: proof.pages, geometryDigest: digest.hex)))
    }
    return proof
  }
}
