import Archive
import Ballot
import Foundation
import Printing
import Scanner
import Simulator

/// One whole election day on simulated paper.
///
/// Every part but the voters, their pens and the camera is the one that works on election day. Each step asks the
/// journal what is done already, so a demonstration that was killed goes on where it was and ends the same.
final class DemoDay {
  let folder: DemoFolder
  let output: Output
  let seed: UInt64
  let village: DemoVillage
  let box: Box
  private let clock: DemoClock
  private let printer: DemoPrinter
  private let started = ContinuousClock.now
  private(set) var refusals: [DemoReport.Refusal] = []
  /// Pictures that the reader refused and that were taken again.
  private(set) var retaken = 0

  init(_ root: URL, voters: Int, seed: UInt64, output: Output) throws {
    folder = DemoFolder(root: root)
    self.output = output
    self.seed = seed
    village = DemoVillage(voters: voters, seed: seed)
    try folder.make()
    try folder.begin(voters: voters, seed: seed)
    let clock = DemoClock(DemoVillage.electionDay.adding(days: -30), 9)
    self.clock = clock
    box = try Box(folder.home, now: { clock.now })
    if let latest = box.state.latest { clock.go(to: latest) }
    printer = DemoPrinter(folder, output)
  }

  /// Lives the day through.
  func run() async throws -> DemoReport {
    try await printer.start()
    defer { printer.stop() }
    try prepare()
    try await printPapers()
    let voters = try vote()
    let sheets = try DemoSheets(self, voters: voters)
    try photograph(sheets)
    let reading = try count(sheets)
    let result = try declare(sheets)
    try seal()
    let report = DemoReport(
      self, result: result, sheets: sheets, reading: reading, printer: printer.name,
      seconds: Int((ContinuousClock.now - started).components.seconds))
    try report.write()
    try? FileManager.default.removeItem(at: folder.work)
    return report
  }

  func progress(_ zh: String, _ en: String) -> Progress { Progress(Sentence(zh: zh, en: en), output) }

  // MARK: Before the day

  private func prepare() throws {
    let progress = progress("方案和名册", "Plan and roll")
    if box.state.election == nil {
      try SealPicture(name: "石桥村村民选举委员会", foot: "演示").write(to: folder.seal.path)
      try Data(village.plan.utf8).write(to: folder.plan, options: .atomic)
      try village.writeRoll(to: folder.roll.path)
      _ = try box.create(planAt: folder.plan)
    }
    progress.update(1, of: 3)
    clock.go(to: DemoVillage.electionDay.adding(days: -25), 10)
    if try box.election().roll == nil {
      let outcome = try RollReading(box.election(), []).read(folder.roll)
      try box.importRoll(outcome.voters(file: folder.roll.path), source: folder.roll.lastPathComponent)
    }
    progress.update(2, of: 3)
    clock.go(to: DemoVillage.electionDay.adding(days: -13), 17)
    if try box.election().frozen == nil { _ = try box.freezeRoll() }
    progress.update(3, of: 3)
    progress.finish()
  }

  private func printPapers() async throws {
    let progress = progress("印选民证和选票", "Printing cards and ballots")
    clock.go(to: DemoVillage.electionDay.adding(days: -10), 9)
    let papers = try box.folder(nil)
    if try box.election().cardsPrinted.isEmpty || !exists(folder.cards) {
      let (file, cards, pages) = try box.drawCards(in: papers)
      progress.update(1, of: 4)
      let delivery = try await printer.print(file, title: "选民证", copies: 1, keepAs: folder.cards)
      if try box.election().cardsPrinted.isEmpty {
        try box.carryOut(.recordCards(CardsPrinted(cards: cards, pages: pages, delivery: delivery)))
      }
    }
    progress.update(2, of: 4)
    clock.go(to: DemoVillage.electionDay.adding(days: -3), 9)
    let copies = (village.villagers.count * 11 / 10 + 9) / 10 * 10
    if try box.election().quantities.printed < copies || !exists(folder.ballots) {
      let proof = try box.drawBallot(in: papers)
      try folder.copy(proof.geometry, to: folder.geometry)
      progress.update(3, of: 4)
      _ = try await box.printBallots(copies: copies - box.election().quantities.printed) { pack in
        try await printer.print(proof.pdf, title: "选票", copies: pack, keepAs: folder.ballots)
      }
    }
    progress.update(4, of: 4)
    progress.finish()
  }

  private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  // MARK: Voting

  /// Opens the polls, verifies a card for each voter who comes, issues ballots, closes.
  private func vote() throws -> [Int] {
    let voters = DemoTurnout(village.villagers.count, seed: seed).voters
    clock.go(to: DemoVillage.electionDay, 8)
    let witnesses = try box.election().plan.officers(.scrutineer).map(\.name)
    if try box.election().opened == nil {
      try box.carryOut(.openPoll(PollOpened(boxes: 2, witnesses: witnesses)))
    }
    if try box.election().closed == nil {
      try DemoDesk(self).serve(voters) { clock.wait(seconds: 35) }
      for _ in try box.election().spoiled..<3 { try box.carryOut(.spoil(desk: 1)) }
      clock.go(to: DemoVillage.electionDay, 16)
      // The demonstration's clerks count what is left on the desk: what they were given less what they handed out.
      let day = try box.election().quantities
      try box.carryOut(.closePoll(unused: day.printed - day.issued - day.spoiled))
    }
    return voters
  }

  func note(_ refusal: DemoReport.Refusal) { refusals.append(refusal) }

  func note(retaken: Int) { self.retaken += retaken }

  // MARK: Counting

  private func photograph(_ sheets: DemoSheets) throws {
    let progress = progress("模拟填票和拍照", "Simulated voters and camera")
    if try box.election().countClosed == nil { try sheets.photograph { progress.update($0, of: $1) } }
    progress.finish()
  }

  private func count(_ sheets: DemoSheets) throws -> DemoReport.Reading {
    clock.go(to: DemoVillage.electionDay, 16, 20)
    if try box.election().countOpened == nil {
      let half = sheets.count * 3 / 5
      let witnesses = try box.election().plan.officers(.scrutineer).map(\.name)
      try box.carryOut(.openCount(CountOpened(boxes: [half, sheets.count - half], witnesses: witnesses)))
    }
    let reading = DemoReading(self, sheets)
    if try box.election().countClosed == nil {
      try reading.read()
      try reading.decide()
    }
    return try reading.summary()
  }

  private func declare(_ sheets: DemoSheets) throws -> ResultDocument {
    clock.go(to: DemoVillage.electionDay, 17, 30)
    if try box.election().countClosed == nil {
      let desk = try CountDesk(box)
      let check = try Reconciliation(desk, tallies: desk.tally(), paper: sheets.paperTally(desk))
      try box.carryOut(.reconcile(check.identities))
      let plan = try box.election().plan
      _ = try box.closeCount(
        signers: (plan.officers(.chiefScrutineer) + plan.officers(.scrutineer)).map(\.name))
    }
    if try box.election().bulletins.isEmpty { _ = try box.issueBulletin("B22") }
    return try box.result()
  }

  private func seal() throws {
    let progress = progress("封存和核对档案包", "Sealing and verifying")
    clock.go(to: DemoVillage.electionDay, 19)
    if try box.election().bundles.isEmpty { _ = try Sealing(box).seal() }
    progress.update(1, of: 2)
    try DemoBundles(self).verifyAndCopy()
    progress.update(2, of: 2)
    progress.finish()
  }
}

/// Who comes to vote.
struct DemoTurnout {
  let voters: [Int]

  /// More than half of the roll, by chance; in the order of the pages their cards are on.
  init(_ roll: Int, seed: UInt64) {
    var dice = DemoDice(seed, "turnout")
    let share = Int.random(in: 545...580, using: &dice)
    let count = min(roll, max(roll / 2 + roll / 40 + 2, roll * share / 1000))
    voters = (1...roll).shuffled(using: &dice).prefix(count).sorted()
  }
}
