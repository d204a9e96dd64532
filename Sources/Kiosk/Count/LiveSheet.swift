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
  let page: Int
  let lines: [Line]

  init(election: ElectionID, page: Int, lines: [LineReading]) {
    self.election = election
    self.page = page
    self.lines = lines.map { Line(id: $0.id, mark: $0.mark, needsDecision: $0.needsDecision) }
  }
}

/// Where the sheet of the moment lies: a file in a file system that is memory, never a disk.
struct LiveSheetFile {
  let path: String

  /// `run/` in the home where that is memory, else the user's runtime directory, else /run and /dev/shm.
  ///
  /// Nil when none of them is memory: then nothing is written, and the board shows the strokes alone.
  init?(_ home: Home, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let name = "kiosk-\(LiveSheetFile.key(home))"
    let runtime = environment["XDG_RUNTIME_DIR"].flatMap { $0.isEmpty ? nil : $0 }
    let places =
      [(home.root.path, "run")] + [runtime, "/run", "/dev/shm"].compactMap { $0.map { ($0, name) } }
    let mounts = LiveSheetFile.mounts()
    let place = places.first { folder, _ in
      LiveSheetFile.isMemory(folder, mounts) && FileManager.default.isWritableFile(atPath: folder)
    }
    guard let place else { return nil }
    path = "\(place.0)/\(place.1)/sheet.json"
  }

  /// Tells homes apart that share a machine; FNV-1a, 64 bits.
  private static func key(_ home: Home) -> String {
    let bytes = home.root.standardizedFileURL.resolvingSymlinksInPath().path.utf8
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }

  /// Whether a directory lies in memory: the file system mounted nearest above it is tmpfs or ramfs.
  private static func isMemory(_ directory: String, _ mounts: [(point: String, type: String)]) -> Bool {
    let path = URL(filePath: directory).resolvingSymlinksInPath().path
    let above = mounts.filter { path == $0.point || $0.point == "/" || path.hasPrefix($0.point + "/") }
    // Of two mounts on one point the later one is seen.
    let nearest = above.enumerated().max {
      ($0.element.point.count, $0.offset) < ($1.element.point.count, $1.offset)
    }
    return ["tmpfs", "ramfs"].contains(nearest?.element.type)
  }

  /// The mounted file systems in the order of mounting (proc(5), /proc/self/mounts).
  private static func mounts() -> [(point: String, type: String)] {
    guard let data = FileManager.default.contents(atPath: "/proc/self/mounts") else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count >= 3 else { return nil }
      return (String(fields[1]).replacing("\\040", with: " "), String(fields[2]))
    }
  }

  /// Shows a sheet; that it cannot be shown stops no count.
  func show(_ sheet: LiveSheet) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    _ = unsafe mkdir(folder, 0o700)
    let next = path + ".next"
    let bytes = Array(JSON(encoding: sheet).canonical.utf8)
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
