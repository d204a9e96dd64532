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
  func write(_ bytes: [UInt8], as path: String) throws {
    _ = try copy(.data(bytes), as: path)
  }

  /// Copies a file into its place and hashes it on the way.
  ///
  /// - Throws: `BundleError.changedMeanwhile` when it no longer has the size that was planned for.
  func copy(_ source: BundleFile, as path: String) throws -> DigestPair {
    guard let place = places[path] else { throw BundleError.changedMeanwhile(path: path) }
    try file.write(TarHeader.bytes(path: path, size: place.size), at: place.start)
    var digests = DigestPair.Stream()
    let count: Int
    switch source {
    case .data(let bytes):
      digests.update(bytes.span)
      try file.write(bytes, at: place.content)
      count = bytes.count
    case .file(let url):
      count = try copy(File(url.path, .read), to: place, hashing: &digests)
    }
    guard count == place.size else { throw BundleError.changedMeanwhile(path: path) }
    return digests.finish()
  }

  private func copy(
    _ source: borrowing File, to place: TarLayout.Entry, hashing digests: inout DigestPair.Stream
  ) throws -> Int {
    guard try source.size() == place.size else { throw BundleError.changedMeanwhile(path: place.path) }
    var offset = place.content
    return try source.forEachPiece(from: 0, count: place.size) { piece in
      digests.update(piece)
      try file.write(piece, at: offset)
      offset += piece.count
    }
  }

  /// Makes the tar survive a power cut.
  func finish() throws(FileFault) { try file.sync() }
}
