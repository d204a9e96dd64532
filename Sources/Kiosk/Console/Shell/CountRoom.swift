import Archive
import Ballot
import Foundation
import Scanner
import Terminal

/// The counting table as the console sees it: reads a picture, keeps it, and shows what was read.
final class CountRoom {
  private let desk: CountDesk
  private let reader: BallotReader
  private var intake: BallotIntake

  init(_ box: Box, _ pass: CountPass = .first) throws {
    desk = try CountDesk(box, pass)
    guard let reader = BallotReader(pages: desk.pages) else { throw Failure.noElection }
    self.reader = reader
    intake = try BallotIntake(desk)
  }

  /// Whether this table is set for the round of an election that is going on, and for its recount.
  func isSet(for election: ElectionState, _ pass: CountPass = .first) throws -> Bool {
    try desk.election.id == election.id && desk.election.round == election.round
      && desk.recount == pass.number(in: election)
  }

  /// Reads one picture and keeps what was read; what looks like a counted sheet only when people say it is another.
  func read(_ picture: TakenPicture, isDistinct: Bool = false) throws -> SheetSight {
    if try desk.box.election().countOpened == nil { throw Failure(Refusal.countNotOpen) }
    var results: [BallotIntake.Result] = []
    intake.areDistinct = isDistinct
    try intake.read([picture], recording: true) { results.append($0) }
    guard let result = results.first else { throw Failure.unreadable(picture.name, reason: "—") }
    let report = ReadingReport(result)
    guard case .read(let reading) = result.reading, !result.unkept else {
      return SheetSight(outcome: .rejected(report.words), lines: [], picture: nil, pending: [])
    }
    let bytes = try picture.bytes()
    guard let id = result.recorded else {
      var again = sight(result.twin == nil ? .known : .alike(picture), reading, bytes, pending: [])
      again.earlier = try earlier(result, bytes)
      return again
    }
    return sight(.kept(id), reading, bytes, pending: pending(of: reading, id, bytes))
  }

  /// The kept sheet that a picture shows again, or seems to.
  private func earlier(_ result: BallotIntake.Result, _ bytes: [UInt8]) throws -> ReadingID? {
    if case .counted(let id) = result.twin { return id }
    return result.known ? try desk.store.sheet(withDigest: Digest.of(bytes))?.id : nil
  }

  /// Shows a kept sheet again.
  func show(_ id: ReadingID, at line: LineID) throws -> SheetSight {
    let bytes = try InputFile(desk.store.scan(of: id).path, most: InputFile.largestPicture).bytes
    guard case .read(let reading) = reader.read(bytes) else {
      return SheetSight(outcome: .recalled(id), lines: [], picture: nil, pending: [])
    }
    let waiting = pending(of: reading, id, bytes, also: line).filter { $0.line == line }
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
    var seen = SheetSight(
      outcome: outcome, lines: lines,
      picture: overlay(reading, bytes)?.bitmap("sheet \(Digest.of(bytes).hex)"),
      pending: pending)
    seen.kept = (try? kept) ?? 0
    return seen
  }

  /// Sheets kept so far.
  var kept: Int { get throws { try desk.store.count } }

  /// The sheet with its reading, upright however it lay.
  private func overlay(_ reading: SheetReading, _ bytes: [UInt8]) -> ColourImage? {
    guard let drawn = try? Overlay(reading, width: 1200).drawn(over: bytes) else { return nil }
    let margin = 0.02
    let part = (x: -margin, y: -margin, width: 1 + 2 * margin, height: 1 + 2 * margin)
    return drawn.image.straight(
      reading.outline, part: part, scale: drawn.scale, width: CountRoom.sheetWidth)
  }

  /// The marks that wait on a sheet, and a line that is to be decided anew.
  private func pending(
    of reading: SheetReading, _ id: ReadingID, _ bytes: [UInt8], also line: LineID? = nil
  ) -> [PendingMark] {
    let waiting = reading.lines.filter { LineReading($0).needsDecision || $0.id == line }
    guard !waiting.isEmpty else { return [] }
    let photograph = try? Overlay.plain(bytes, width: 1600)
    return waiting.map { read in
      let place = place(of: read.id)
      var mark = PendingMark(
        sheet: id, line: read.id, post: place.post, name: place.name, mark: read.mark,
        isDoubtful: read.certainty == .doubtful,
        zoom: photograph.flatMap { zoom(read, $0, page: reading.page, "\(id.hex) \(read.id.rawValue)", .box) }
      )
      if place.name == nil {
        mark.writing = photograph.flatMap {
          zoom(read, $0, page: reading.page, "\(id.hex) \(read.id.rawValue) name", .name)
        }
      }
      return mark
    }
  }

  /// What of a line is enlarged.
  private enum Part { case box, name }

  private func zoom(
    _ read: ReadLine, _ photograph: (image: ColourImage, scale: Double), page: Int, _ name: String,
    _ part: Part
  ) -> Bitmap? {
    guard let line = desk.pages.first(where: { $0.page == page })?.lines.first(where: { $0.id == read.id })
    else { return nil }
    // Some paper around it tells a stray stroke from a mark.
    let field =
      switch part {
      case .box: line.box.inset(by: -line.box.h / 3)
      case .name: line.nameBox.inset(by: -1)
      }
    let part = (
      x: (field.x - line.box.x) / line.box.w, y: (field.y - line.box.y) / line.box.h,
      width: field.w / line.box.w, height: field.h / line.box.h
    )
    return photograph.image.straight(
      read.box, part: part, scale: photograph.scale, width: CountRoom.zoomWidth
    ).bitmap(name)
  }

  /// Dots that suffice for a line on any screen, and for a sheet.
  private static let zoomWidth = 1200
  private static let sheetWidth = 800

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

  /// Keeps that two scrutineers found a whole sheet void; its reading stays.
  func void(_ id: ReadingID, _ ground: SheetVoid, _ deciders: [String]) throws {
    try desk.election.checkScrutineers(deciders)
    try desk.decide(id, KeptDecision(sheet: ground, deciders: deciders), line: KeptDecision.wholeSheet)
  }

  /// Everything that must add up; stock and ledgers only while marks wait for a decision.
  func identities() throws -> [Identity] {
    let desk = try CountDesk(desk.box, .first)
    do {
      return try Reconciliation(desk, tallies: desk.tally(), paper: nil).identities
    } catch Refusal.sheetsUndecided {
      return desk.election.quantities.ledgerIdentities(
        proxyLimit: desk.election.pack?.proxyMaxPrincipals.value ?? 3)
    }
  }
}

extension ColourImage {
  fileprivate func bitmap(_ name: String) -> Bitmap {
    Bitmap(name: name, width: width, height: height, bytes: bytes)
  }
}
