import Foundation

/// A tar being written, each file at its place, in any order and from several threads.
final class TarFile: Sendable {
  private let file: File
  private let places: [String: TarLayout.Entry]

  /// A new file with room for the whole tar; what is not written stays zero, as padding must.
  init(path: String, layout: TarLayout) throws(FileFault) {
    file = try File(path, .create(permissions: 0o644))
    places = Dictionary(layout.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    try file.reserve(layout.size)
  }

  /// Writes a small file.
  ///
  /// - Throws: `BundleError.changedMeanwhile` when it has not the size that was planned for.
  func write(_ bytes: [UInt8], as path: String) throws {
    let place = try place(path)
    guard bytes.count == place.size else { throw BundleError.changedMeanwhile(path: path) }
    try writeHeader(of: place)
    try file.write(bytes, at: place.content)
  }

  /// The work of copying a file into its place while it is hashed.
  ///
  /// It throws `BundleError.changedMeanwhile` when the file no longer has the size that was planned for.
  func copying(_ source: BundleFile, as path: String, called name: String) throws -> DigestJob {
    let place = try place(path)
    return DigestJob(path: name, size: place.size) {
      try self.writeHeader(of: place)
      return switch source {
      case .data(let bytes): try MemoryCopy(bytes, to: place, of: self)
      case .file(let url): try FileCopy(File(url.path, .read), to: place, of: self)
      }
    }
  }

  private func place(_ path: String) throws -> TarLayout.Entry {
    guard let place = places[path] else { throw BundleError.changedMeanwhile(path: path) }
    return place
  }

  private func writeHeader(of place: TarLayout.Entry) throws {
    try file.write(TarHeader.bytes(path: place.path, size: place.size), at: place.start)
  }

  /// Writes a piece of a file's content.
  fileprivate func write(_ bytes: borrowing Span<UInt8>, of place: TarLayout.Entry, at offset: Int) throws {
    try file.write(bytes, at: place.content + offset)
  }

  /// Makes the tar survive a power cut.
  func finish() throws(FileFault) { try file.sync() }
}

/// Bytes in memory on their way into a tar.
private final class MemoryCopy: DigestSource {
  private let bytes: [UInt8]
  private let place: TarLayout.Entry
  private let tar: TarFile

  init(_ bytes: [UInt8], to place: TarLayout.Entry, of tar: TarFile) throws {
    guard bytes.count == place.size else { throw BundleError.changedMeanwhile(path: place.path) }
    (self.bytes, self.place, self.tar) = (bytes, place, tar)
  }

  func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws {
    buffer.replaceSubrange(range, with: bytes[offset..<offset + range.count])
    try tar.write(buffer.span.extracting(range), of: place, at: offset)
  }
}

/// A file on the disk on its way into a tar.
private final class FileCopy: DigestSource {
  private let file: File
  private let place: TarLayout.Entry
  private let tar: TarFile

  init(_ file: consuming File, to place: TarLayout.Entry, of tar: TarFile) throws {
    guard try file.size() == place.size else { throw BundleError.changedMeanwhile(path: place.path) }
    self.file = file
    (self.place, self.tar) = (place, tar)
  }

  func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws {
    guard try file.read(into: &buffer, range, at: offset) == range.count else {
      throw BundleError.changedMeanwhile(path: place.path)
    }
    try tar.write(buffer.span.extracting(range), of: place, at: offset)
  }
}
