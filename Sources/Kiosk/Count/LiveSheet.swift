import Ballot
import Foundation
import Glibc

/// The sheet that lies under the camera, as the public board shows it: what was read, and nothing by which the sheet
/// could be found again.
///
/// Written into memory and overwritten by the next sheet, so that no disk ever learns the order of counting
/// (ARCHIVE §2). What people see at the count is on the board for as long as the sheet is on the table.
struct LiveSheet: Codable, Equatable {
  struct Line: Codable, Equatable {
    let id: LineID
    let mark: Mark
    let needsDecision: Bool
  }

  /// The election, so that a file left over from another one is told apart.
  let election: ElectionID
  let round: Int
  let page: Int
  let lines: [Line]

  init(election: ElectionID, round: Int = 1, page: Int, lines: [LineReading]) {
    self.election = election
    self.round = round
    self.page = page
    self.lines = lines.map { Line(id: $0.id, mark: $0.mark, needsDecision: $0.needsDecision) }
  }
}

/// Where the sheet of the moment lies: a file in a file system that is memory, never a disk.
struct LiveSheetFile {
  let path: String

  /// Nil when no place is memory: then nothing is written, and the board shows the strokes alone.
  init?(_ home: Home, environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let place = MemoryPlace(home, environment: environment) else { return nil }
    path = "\(place.folder)/sheet.json"
  }

  /// Shows a sheet; that it cannot be shown stops no count.
  func show(_ sheet: LiveSheet) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    _ = unsafe mkdir(folder, 0o700)
    let next = path + ".next"
    let bytes = JSON(encoding: sheet).canonicalBytes
    let descriptor = unsafe open(next, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let written = unsafe write(descriptor, bytes, bytes.count)
    _ = close(descriptor)
    if written == bytes.count { _ = unsafe rename(next, path) }
  }

  /// The sheet being shown; nil when there is none.
  func sheet() -> LiveSheet? {
    guard let data = try? Data(contentsOf: URL(filePath: path)), data.count < 1 << 16,
      let json = try? JSON(parsing: String(decoding: data, as: UTF8.self))
    else { return nil }
    return try? json.decode(LiveSheet.self)
  }

  /// Takes the sheet away: between two boxes, and when the count closes.
  func clear() {
    _ = unsafe unlink(path)
    _ = unsafe rmdir(URL(filePath: path).deletingLastPathComponent().path)
  }
}
