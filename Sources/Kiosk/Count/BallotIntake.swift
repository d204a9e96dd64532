import Archive
import Ballot
import Foundation
import Scanner

/// Reads pictures of ballots on all cores and keeps what was read.
struct BallotIntake {
  /// What became of one picture.
  struct Result: Sendable {
    let file: String
    let reading: BallotReading
    let milliseconds: Double
    var recorded: ReadingID?
    /// The very same picture was kept before.
    var known = false
    /// Read, but not kept: the count keeps JPEG files only.
    var unkept = false
    /// There was no file to read.
    var missing = false
    /// The sheet that this one looks like; it was not kept, for it may be the same paper again.
    var twin: KnownSheets.Twin?

    var isRefused: Bool {
      if case .rejected = reading { true } else { unkept }
    }
  }

  private let desk: CountDesk
  private let reader: BallotReader
  /// Whether sheets that look like others are kept all the same, because people compared them.
  var areDistinct: Bool
  /// What was counted so far; kept from one call to the next.
  private let known = KnownSheets()
  private let live: LiveSheetFile?

  init(_ desk: CountDesk, areDistinct: Bool = false) throws {
    self.desk = desk
    self.areDistinct = areDistinct
    live = LiveSheetFile(desk.box.home)
    guard let reader = BallotReader(pages: desk.pages) else { throw Failure.noElection }
    self.reader = reader
  }

  private static let chunk = 48

  /// Reads the files, keeps them when `recording`, and hands each result over in the order of the files.
  func read(_ files: [String], recording: Bool, _ done: (Result) -> Void) throws {
    try read(files.map(TakenPicture.init(file:)), recording: recording, done)
  }

  /// Reads pictures, wherever they come from.
  func read(_ pictures: [TakenPicture], recording: Bool, _ done: (Result) -> Void) throws {
    let known = recording && !areDistinct ? self.known : nil
    try known?.update(from: desk.store)
    for start in stride(from: 0, to: pictures.count, by: BallotIntake.chunk) {
      let part = Array(pictures[start..<min(start + BallotIntake.chunk, pictures.count)])
      var results = try readAll(part)
      if recording { try record(&results, known) }
      for (_, result) in results {
        if recording { show(result) }
        done(result)
      }
    }
  }

  /// Puts a sheet that was kept on the public board.
  private func show(_ result: Result) {
    guard result.recorded != nil || result.known, case .read(let reading) = result.reading else { return }
    let lines = reading.lines.map(LineReading.init)
    live?.show(
      LiveSheet(election: desk.election.id, round: desk.election.round, page: reading.page, lines: lines))
  }

  /// Reads some pictures at once, one a thread.
  private func readAll(_ pictures: [TakenPicture]) throws -> [(bytes: [UInt8], result: Result)] {
    let reader = reader
    return try Parallel.map(pictures.count) { BallotIntake.read(pictures[$0], with: reader) }
  }

  private static func read(
    _ picture: TakenPicture, with reader: BallotReader
  ) -> (bytes: [UInt8], result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let bytes = try? picture.bytes()
    let reading = reader.read(bytes ?? [])
    let spent = clock.now - start
    let milliseconds = Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1000
    var result = Result(file: picture.name, reading: reading, milliseconds: milliseconds)
    result.missing = bytes == nil
    return (bytes ?? [], result)
  }

  /// Keeps sheets; a picture that the store will not have is taken out and the rest is kept.
  private func keep(
    _ sheets: inout [Archive.Sheet], _ places: inout [Int],
    _ results: inout [(bytes: [UInt8], result: Result)]
  ) throws -> [ReadingID] {
    while true {
      let refused: Int
      do {
        return try desk.store.record(sheets)
      } catch BallotError.notAPicture(let index) {
        results[places[index]].result.unkept = true
        refused = index
      } catch BallotError.alreadyRecorded(_, let index) {
        results[places[index]].result.known = true
        refused = index
      }
      sheets.remove(at: refused)
      places.remove(at: refused)
    }
  }

  /// Keeps the readings of one part, all or none, then notes in the journal how many.
  private func record(
    _ results: inout [(bytes: [UInt8], result: Result)], _ known: KnownSheets?
  ) throws {
    try desk.check(.acceptSheets(accepted: results.count, total: 0, refused: 0))
    var sheets: [Archive.Sheet] = []
    var places: [Int] = []
    var seen: Set<Digest> = []
    for index in results.indices {
      guard case .read(let reading) = results[index].result.reading else { continue }
      guard results[index].bytes.starts(with: [0xFF, 0xD8, 0xFF]) else {
        results[index].result.unkept = true
        continue
      }
      let digest = Digest.of(results[index].bytes)
      if try !seen.insert(digest).inserted || desk.store.sheet(withDigest: digest) != nil {
        results[index].result.known = true
        continue
      }
      if let twin = known?.twin(of: reading) {
        results[index].result.twin = twin
        continue
      }
      known?.add(reading, from: results[index].result.file)
      sheets.append(
        Archive.Sheet(
          type: reading.type.rawValue, page: reading.page, json: KeptReading(reading).json,
          image: .bytes(results[index].bytes)))
      places.append(index)
    }
    let ids = try keep(&sheets, &places, &results)
    for (place, id) in zip(places, ids) { results[place].result.recorded = id }
    known?.rename(
      Dictionary(zip(places.map { results[$0].result.file }, ids), uniquingKeysWith: { first, _ in first }))
    let refused = results.count { $0.result.isRefused }
    try desk.carryOut(
      .acceptSheets(accepted: ids.count, total: try desk.store.count, refused: refused))
  }
}
