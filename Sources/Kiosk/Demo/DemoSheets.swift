import Archive
import Ballot
import Foundation
import Simulator

/// The ballots of a demonstration: what each voter meant, and the photograph of the sheet.
struct DemoSheets {
  private let day: DemoDay
  private let page: BallotPage
  /// The votes in the order in which the sheets come out of the mixed boxes.
  let votes: [DemoVote]
  let truth: DemoTruth

  var count: Int { votes.count }

  init(_ day: DemoDay, voters: [Int]) throws {
    self.day = day
    let election = try day.box.election()
    guard let page = try CountDesk(day.box).pages.first else { throw Failure(Refusal.ballotsNotLaidOut) }
    self.page = page
    var dice = DemoDice(day.seed, "votes")
    // Some people take their ballot home: that is recorded and has no consequence (N09).
    let returned = voters.filter { _ in !dice.chance(12) }
    votes = returned.map { _ in DemoVote(election, voters: day.village.villagers.count, dice: &dice) }
      .shuffled(using: &dice)
    var truth = DemoTruth()
    for vote in votes { truth.add(vote) }
    self.truth = truth
  }

  /// The photograph of the sheet with this number.
  func file(_ index: Int) -> URL {
    day.folder.sheets.appending(path: String(format: "%05d.jpg", index + 1))
  }

  private static let part = 16

  /// Marks and photographs every sheet that has no photograph yet.
  func photograph(_ progress: (Int, Int) -> Void) throws {
    let raster = try PageRaster.load(pdf: day.folder.ballots, page: 1, dpi: 200)
    let print = Simulator.Sheet(raster, print: .office(seed: day.seed))
    for start in stride(from: 0, to: count, by: DemoSheets.part) {
      let indices = Array(start..<min(start + DemoSheets.part, count)).filter {
        !FileManager.default.fileExists(atPath: file($0).path)
      }
      let pictures = try photographs(indices, of: print)
      for (index, picture) in zip(indices, pictures) {
        try Data(picture).write(to: file(index), options: .atomic)
      }
      progress(min(start + DemoSheets.part, count), count)
    }
  }

  /// Takes pictures again that were refused: the sheet is laid flat and straight, as the message asks.
  func photographAgain(_ indices: [Int], attempt: Int) throws {
    let raster = try PageRaster.load(pdf: day.folder.ballots, page: 1, dpi: 200)
    let print = Simulator.Sheet(raster, print: .office(seed: day.seed))
    for (index, picture) in zip(indices, try photographs(indices, of: print, attempt: attempt)) {
      try Data(picture).write(to: file(index), options: .atomic)
    }
  }

  private func photographs(
    _ indices: [Int], of print: Simulator.Sheet, attempt: Int = 0
  ) throws -> [[UInt8]] {
    let (page, seed) = (page, day.seed)
    let markings = indices.map { votes[$0].marking }
    return try Parallel.map(indices.count) { place in
      let own = seed &* 7_919 &+ UInt64(indices[place]) &* 104_729 &+ 11
      var sheet = print
      _ = markings[place].mark(page, on: &sheet, by: Writer(seed: own), seed: own)
      let level: Level = attempt == 0 && indices[place].isMultiple(of: 5) ? .tableLamp : .documentCamera
      let chance = own &+ UInt64(attempt) &* 15_485_863
      let conditions = Camera.Conditions(level, width: 1536, height: 2048, seed: chance)
      return try Camera.photograph(sheet, conditions, seed: chance).jpeg
    }
  }

  /// What the scrutineers find when they look at a line of a sheet.
  func finding(_ line: LineID, on index: Int) -> LineDecision.Finding {
    if let finding = votes[index].findings[line] { return finding }
    let entry = votes[index].marking.entries.first { $0.line == line }
    switch entry?.mark.reading {
    case .for: return .mark(.for)
    case .against: return .mark(.against)
    default: return .mark(.blank)
    }
  }

  /// The totals of the paper tally sheets, which people keep beside the machine.
  func paperTally(_ desk: CountDesk) -> [LineID: Int] {
    var totals: [LineID: Int] = [:]
    for line in page.lines where line.kind == .candidate {
      totals[line.id] = truth.strokes[line.id, default: 0]
    }
    return totals
  }
}
