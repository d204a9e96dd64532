import Archive
import Ballot
import Foundation
import Scanner
import Terminal

/// The counting table as the console sees it: reads a picture, keeps it, and shows what was read.
final class CountRoom {
  private let desk: CountDesk
  private let reader: BallotReader
  private let intake: BallotIntake

  init(_ box: Box) throws {
    desk = try CountDesk(box)
    // The console has no question for look-alikes yet, and no sheet may be left out without being asked about.
    intake = try BallotIntake(desk, areDistinct: true)
    guard let reader = BallotReader(pages: desk.pages) else { throw Failure.noElection }
    self.reader = reader
  }

  /// The election this table is set for.
  var election: ElectionID { desk.election.id }

  /// Reads one picture and keeps what was read.
  func read(_ file: String) throws -> SheetSight {
    if try desk.box.election().countOpened == nil { throw Failure(Refusal.countNotOpen) }
    var results: [BallotIntake.Result] = []
    try intake.read([file], recording: true) { results.append($0) }
    guard let result = results.first else { throw Failure.unreadable(file, reason: "—") }
    let report = ReadingReport(result)
    guard case .read(let reading) = result.reading, !result.unkept else {
      return SheetSight(outcome: .rejected(report.words), lines: [], picture: nil, pending: [])
    }
    let bytes = try InputFile(file, most: InputFile.largestPicture).bytes
    guard let id = result.recorded else {
      return sight(.known, reading, bytes, pending: [])
    }
    return sight(.kept(id), reading, bytes, pending: pending(of: reading, id, bytes))
  }

  /// Shows a kept sheet again.
  func show(_ id: ReadingID, at line: LineID) throws -> SheetSight {
    let bytes = try InputFile(desk.store.scan(of: id).path, most: InputFile.largestPicture).bytes
    guard case .read(let reading) = reader.read(bytes) else {
      return SheetSight(outcome: .recalled(id), lines: [], picture: nil, pending: [])
    }
    let waiting = pending(of: reading, id, bytes).filter { $0.line == line }
    return sight(.recalled(id), reading, bytes, pending: waiting)
  }

  private func sight(
    _ outcome: SheetSight.Outcome, _ reading: SheetReading, _ bytes: [UInt8], pending: [PendingMark]
  ) -> SheetSight {
    let lines = reading.lines.map { read in
      let kept = LineReading(read)
      let place = place(of: kept.id)
      return SeenLine(
        line: kept.id, post: place.post, name: place.name, mark: kept.mark,
        isDoubtful: kept.certainty == .doubtful, needsDecision: kept.needsDecision)
    }
    return SheetSight(
      outcome: outcome, lines: lines,
      picture: overlay(reading, bytes)?.bitmap("sheet \(Digest.of(bytes).hex)"),
      pending: pending)
  }

  private func overlay(_ reading: SheetReading, _ bytes: [UInt8]) -> ColourImage? {
    try? Overlay(reading, width: 900).image(over: bytes)
  }

  private func pending(of reading: SheetReading, _ id: ReadingID, _ bytes: [UInt8]) -> [PendingMark] {
    let waiting = reading.lines.filter { LineReading($0).needsDecision }
    guard !waiting.isEmpty else { return [] }
    let photograph = try? Overlay.plain(bytes, width: 1600)
    return waiting.map { read in
      let place = place(of: read.id)
      return PendingMark(
        sheet: id, line: read.id, post: place.post, name: place.name, mark: read.mark,
        isDoubtful: read.certainty == .doubtful,
        zoom: photograph.flatMap { zoom(read, $0, page: reading.page, name: "\(id.hex) \(read.id.rawValue)") }
      )
    }
  }

  /// The part of a picture with a line's name and box.
  private func zoom(
    _ read: ReadLine, _ photograph: (image: ColourImage, scale: Double), page: Int, name: String
  ) -> Bitmap? {
    guard let line = desk.pages.first(where: { $0.page == page })?.lines.first(where: { $0.id == read.id })
    else { return nil }
    let row = line.row
    let corners = [(row.x - 1, row.y - 2), (row.maxX + 1, row.maxY + 2)].map { x, y in
      read.box.place(x: (x - line.box.x) / line.box.w, y: (y - line.box.y) / line.box.h)
    }
    let (left, right) = (corners[0].x * photograph.scale, corners[1].x * photograph.scale)
    let (top, bottom) = (corners[0].y * photograph.scale, corners[1].y * photograph.scale)
    guard (-1e5...1e5).contains(left), (-1e5...1e5).contains(top), right - left < 1e5, bottom - top < 1e5
    else {
      return nil
    }
    return photograph.image.bitmap("whole").cropped(
      x: Int(min(left, right)), y: Int(min(top, bottom)), width: Int(abs(right - left)),
      height: Int(abs(bottom - top)), name: name)
  }

  /// What stands on a line: its post's title, and the printed name.
  private func place(of line: LineID) -> (post: String, name: String?) {
    for page in desk.pages {
      if let found = page.lines.first(where: { $0.id == line }) {
        return (
          desk.election.plan.post(found.post)?.title ?? found.post.rawValue,
          found.kind == .candidate ? found.name : nil
        )
      }
    }
    return (line.rawValue, nil)
  }

  /// Every mark that waits, without pictures.
  func pending() throws -> [PendingMark] {
    try desk.sheets().flatMap { counted in
      counted.sheet.undecided.map { line in
        let reading = counted.sheet.lines.first { $0.id == line }
        let place = place(of: line)
        return PendingMark(
          sheet: counted.id, line: line, post: place.post, name: place.name, mark: reading?.mark ?? .other,
          isDoubtful: reading?.certainty == .doubtful, zoom: nil)
      }
    }
  }

  /// Keeps what two scrutineers found on a line.
  func decide(_ id: ReadingID, _ decision: LineDecision) throws {
    try desk.election.checkScrutineers(decision.deciders)
    try desk.decide(id, KeptDecision(decision), line: decision.line.rawValue)
  }

  /// Everything that must add up; stock and ledgers only while marks wait for a decision.
  func identities() throws -> [Identity] {
    let desk = try CountDesk(desk.box)
    do {
      return try Reconciliation(desk, tallies: desk.tally(), paper: nil).identities
    } catch Refusal.sheetsUndecided {
      return desk.election.quantities.ledgerIdentities(
        proxyLimit: desk.election.pack?.proxyMaxPrincipals.value ?? 3)
    }
  }
}

extension Quadrilateral {
  /// A place measured along the upper and the left side, each 1 long.
  fileprivate func place(x: Double, y: Double) -> ImagePoint {
    ImagePoint(
      x: topLeft.x + (topRight.x - topLeft.x) * x + (bottomLeft.x - topLeft.x) * y,
      y: topLeft.y + (topRight.y - topLeft.y) * x + (bottomLeft.y - topLeft.y) * y)
  }
}

extension ColourImage {
  fileprivate func bitmap(_ name: String) -> Bitmap {
    Bitmap(name: name, width: width, height: height, bytes: bytes)
  }
}
