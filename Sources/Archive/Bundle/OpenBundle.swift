import Foundation

/// A bundle's tar opened for reading, its table of files checked.
final class OpenBundle: Sendable {
  /// The largest file that is read into memory: the ones outside `data/`, and the schema.
  static let tagLimit = 64 << 20

  let file: File
  /// The folder that holds everything.
  let folder: String
  /// The files by their path below the folder.
  let entries: [String: TarLayout.Entry]
  let size: Int

  init(_ url: URL) throws {
    file = try File(url.path, .read)
    size = try file.size()
    let all = try TarReader.entries(of: file)
    folder = all.first.map { String($0.path.prefix { $0 != "/" }) } ?? ""
    let prefix = folder + "/"
    var entries: [String: TarLayout.Entry] = [:]
    for entry in all {
      guard entry.path.hasPrefix(prefix) else { throw TarFault.unusablePath(entry.path) }
      entries[String(entry.path.dropFirst(prefix.count))] = entry
    }
    self.entries = entries
  }

  /// The paths below `data/`, sorted.
  var payload: [String] {
    entries.keys.filter { $0.hasPrefix(BundleLayout.payload) }.sorted(by: BundlePath.precedes)
  }

  /// The bytes of a small file; nil when it is missing or not small.
  func bytes(_ path: String, limit: Int = OpenBundle.tagLimit) throws(FileFault) -> [UInt8]? {
    guard let entry = entries[path], entry.size <= limit else { return nil }
    return try file.bytes(at: entry.content, count: entry.size)
  }

  func text(_ path: String) throws(FileFault) -> String? {
    try bytes(path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Both digests of every file, several at a time.
  func digests() throws -> [String: DigestPair] {
    try BulkDigests.of(
      entries.map { path, entry in
        DigestJob(path: path, size: entry.size) { TarContent(bundle: self, entry: entry) }
      })
  }

  /// Calls `body` with the number and bytes of each line; false when the last line does not end or a line is too long.
  func forEachLine(_ path: String, _ body: (_ row: Int, _ line: [UInt8]) -> Void) throws -> Bool {
    guard let entry = entries[path] else { return false }
    var splitter = LineSplitter()
    _ = try file.forEachPiece(from: entry.content, count: entry.size) { piece in splitter.take(piece, body) }
    return splitter.isComplete
  }
}

/// A file in a bundle's tar, read piece by piece.
private final class TarContent: DigestSource {
  private let bundle: OpenBundle
  private let entry: TarLayout.Entry

  init(bundle: OpenBundle, entry: TarLayout.Entry) {
    self.bundle = bundle
    self.entry = entry
  }

  func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws {
    let count = try bundle.file.read(into: &buffer, range, at: entry.content + offset)
    guard count == range.count else { throw TarFault.truncated(offset: entry.start) }
  }
}

/// Cuts bytes that arrive piece by piece into lines.
struct LineSplitter {
  static let lineLimit = 1 << 20
  private var rest: [UInt8] = []
  private var rows = 0
  private var isOverlong = false

  /// Whether every line ended, and none was too long.
  var isComplete: Bool { rest.isEmpty && !isOverlong }

  mutating func take(_ piece: borrowing Span<UInt8>, _ body: (_ row: Int, _ line: [UInt8]) -> Void) {
    for index in piece.indices where !isOverlong {
      let byte = piece[index]
      if byte == UInt8(ascii: "\n") {
        rows += 1
        body(rows, rest)
        rest.removeAll(keepingCapacity: true)
      } else {
        rest.append(byte)
        isOverlong = rest.count > Self.lineLimit
      }
    }
  }
}
