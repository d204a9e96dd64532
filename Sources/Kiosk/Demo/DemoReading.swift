import Archive
import Ballot
import Foundation
import Scanner

/// The count of a demonstration: photographs are read, doubtful marks decided by two scrutineers.
struct DemoReading {
  private let day: DemoDay
  private let sheets: DemoSheets

  init(_ day: DemoDay, _ sheets: DemoSheets) {
    self.day = day
    self.sheets = sheets
  }

  /// Reads every photograph; a picture that is known already is not recorded twice.
  func read() throws {
    let progress = day.progress("读票", "Reading ballots")
    let desk = try CountDesk(day.box)
    let files = (0..<sheets.count).map { sheets.file($0).path }
    let intake = try BallotIntake(desk, areDistinct: true)
    var waiting = Array(files.indices)
    var done = 0
    for attempt in 0..<DemoReading.attempts where !waiting.isEmpty {
      if attempt > 0 { try sheets.photographAgain(waiting, attempt: attempt) }
      var refused: [Int] = []
      var next = waiting.makeIterator()
      try intake.read(waiting.map { files[$0] }, recording: true) { result in
        let index = next.next() ?? 0
        if case .rejected = result.reading {
          refused.append(index)
        } else {
          done += 1
          progress.update(done, of: files.count)
        }
      }
      day.note(retaken: refused.count)
      waiting = refused
    }
    progress.finish()
    try drawPictures(files)
  }

  /// How often a picture that was refused is taken again before the sheet is left to people.
  private static let attempts = 4

  /// Draws the reading over some of the photographs: first those with something doubtful on them.
  private func drawPictures(_ files: [String]) throws {
    let desk = try CountDesk(day.box)
    guard let reader = BallotReader(pages: desk.pages) else { return }
    var plain = 0
    var doubtful = 0
    for file in files where plain < 6 || doubtful < 6 {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      guard case .read(let reading) = reader.read(bytes) else { continue }
      let isDoubtful = reading.lines.contains { $0.certainty == .doubtful || $0.mark == .other }
      guard isDoubtful ? doubtful < 6 : plain < 6 else { continue }
      if isDoubtful { doubtful += 1 } else { plain += 1 }
      let name = isDoubtful ? "doubtful-\(doubtful).jpg" : "ballot-\(plain).jpg"
      try Data(Overlay(reading).jpeg(over: bytes)).write(to: day.folder.photos.appending(path: name))
    }
  }

  /// Two scrutineers decide what the machine may not; they look at the paper, which here is the truth.
  func decide() throws {
    let desk = try CountDesk(day.box)
    let plan = desk.election.plan
    let deciders = (plan.officers(.chiefScrutineer) + plan.officers(.scrutineer)).prefix(2).map(\.name)
    let places = try byDigest()
    var decisions: [(id: ReadingID, decision: KeptDecision, line: String)] = []
    let digests = Dictionary(uniqueKeysWithValues: try desk.store.sheets().map { ($0.id, $0.digest) })
    for counted in try desk.sheets() {
      guard let digest = digests[counted.id], let place = places[digest] else { continue }
      for line in counted.sheet.undecided {
        let finding = sheets.finding(line, on: place)
        let decision = LineDecision(line: line, finding: finding, deciders: deciders)
        decisions.append((counted.id, KeptDecision(decision), line.rawValue))
      }
    }
    if !decisions.isEmpty { try desk.decide(decisions) }
  }

  private func byDigest() throws -> [Digest: Int] {
    var places: [Digest: Int] = [:]
    for index in 0..<sheets.count { places[try Digest.ofFile(sheets.file(index))] = index }
    return places
  }

  /// How many marks there were, how many were doubtful and how many were decided.
  func summary() throws -> DemoReport.Reading {
    let desk = try CountDesk(day.box)
    let kept = try desk.sheets()
    let lines = kept.flatMap(\.sheet.lines)
    return DemoReport.Reading(
      sheets: kept.count, marks: lines.count, doubtful: lines.count { $0.certainty == .doubtful },
      decided: try desk.store.decisions().count)
  }
}
