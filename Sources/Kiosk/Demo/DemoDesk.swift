import Archive
import Ballot
import Foundation
import Printing
import Scanner
import Simulator

/// The issue desk of a demonstration: cards are cut out of the printed sheets and held under a simulated camera.
struct DemoDesk {
  private let day: DemoDay
  private static let dpi = 200

  init(_ day: DemoDay) { self.day = day }

  /// Serves everybody who has no ballots yet; a few cards are bad on purpose.
  func serve(_ voters: [Int], _ pause: () -> Void) throws {
    let progress = day.progress("验证选民证、发票", "Verifying cards, issuing ballots")
    let issued = try day.box.election().issues
    let waiting = voters.filter { issued[$0] == nil }
    let pages = Dictionary(grouping: waiting) { ($0 - 1) / CardSheet.perPage }
    let reader = CardReader()
    var done = issued.count
    for part in stride(from: 0, to: pages.count, by: 4).map({
      Array(pages.keys.sorted()[$0..<min($0 + 4, pages.count)])
    }) {
      let numbers = part.flatMap { pages[$0] ?? [] }
      for (number, picture) in zip(numbers, try pictures(part, pages)) {
        pause()
        try serve(number, reader.text(in: picture) ?? "")
        done += 1
        progress.update(done, of: voters.count)
      }
    }
    try showBadCards(voters)
    progress.finish()
  }

  /// Photographs the cards of some pages, in order.
  private func pictures(_ part: [Int], _ pages: [Int: [Int]]) throws -> [[UInt8]] {
    let (file, seed) = (day.folder.cards, day.seed)
    return try Parallel.map(part.count) { index in
      let page = part[index]
      let raster = try PageRaster.load(pdf: file, page: page + 1, dpi: DemoDesk.dpi)
      let sheet = Simulator.Sheet(raster, print: .office(seed: seed))
      return try (pages[page] ?? []).map { number in
        try DemoDesk.photograph(
          sheet.cut(CardSheet.area(of: (number - 1) % CardSheet.perPage)), seed: seed, number)
      }
    }.flatMap { $0 }
  }

  private static func photograph(_ card: Simulator.Sheet, seed: UInt64, _ number: Int) throws -> [UInt8] {
    let own = seed &* 1_000_003 &+ UInt64(number)
    let level: Level = number.isMultiple(of: 5) ? .tableLamp : .documentCamera
    let conditions = Camera.Conditions(level, width: 1280, height: 720, seed: own)
    return try Camera.photograph(card, conditions, seed: own).jpeg
  }

  private func serve(_ number: Int, _ text: String) throws {
    var verdict = try day.box.verify(text, station: 1)
    if verdict.card == nil {
      // The camera failed on this card: the clerk types the number, as on election day.
      day.note(.init(kind: "typed", roll: number, verdict: verdict.name))
      verdict = try day.box.verify(rollNumber: number)
    }
    try day.box.carryOut(.issue(verdict, desk: 1 + number % 2, manner: .inPerson))
  }

  /// A card used twice, one with a bit changed, one that was replaced, one of another election.
  private func showBadCards(_ voters: [Int]) throws {
    guard let first = voters.first, let roll = try? day.box.roll(), let voter = roll.voter(first) else {
      return
    }
    let election = try day.box.election()
    let printing = CardPrinting(election, key: try day.box.keys.card)
    let code = try printing.code(voter, station: 1)
    try show("usedTwice", first, code)
    var signature = code.signature
    signature[17] ^= 1
    try show("bitChanged", first, CardCode(card: code.card, signature: signature))
    let other = VoterCard(
      election: code.card.election.map { ~$0 }, roll: first, round: 1, station: 1, generation: 0)
    try show(
      "otherElection", first, CardCode(card: other, signature: try day.box.keys.card.sign(other.payload)))
    try showReplaced(voters, roll, printing)
  }

  private func showReplaced(_ voters: [Int], _ roll: Roll, _ printing: CardPrinting) throws {
    let absent = (1...roll.voters.count).first { !voters.contains($0) }
    guard let absent, let voter = roll.voter(absent) else { return }
    let old = try printing.code(voter, station: 1).card.first
    if try day.box.election().generation(ofRoll: absent) == 0 {
      try day.box.carryOut(.replaceCard(roll: absent, reason: "遗失"))
    }
    // Ed25519 is deterministic: signed again, the first card has the code that was printed on it.
    try show("replaced", absent, CardCode(card: old, signature: try day.box.keys.card.sign(old.payload)))
  }

  private func show(_ kind: String, _ roll: Int, _ code: CardCode) throws {
    let verdict = try day.box.verify(code.text, station: 1)
    day.note(.init(kind: kind, roll: roll, verdict: verdict.name))
  }
}

extension VoterCard {
  /// The first card of the same voter.
  fileprivate var first: VoterCard {
    VoterCard(election: election, roll: roll, round: round, station: station, generation: 0)
  }
}
