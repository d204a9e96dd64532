package import Foundation
import Glibc

/// Seals bundles into a directory.
package struct BundleSealer: Sendable {
  /// Signs; its public half goes into the bundle.
  let signer: NoteSigner
  /// The keys whose cosignatures may stand under the checkpoint.
  let witnesses: [NoteKey]

  package init(signer: NoteSigner, witnesses: [NoteKey] = []) {
    self.signer = signer
    self.witnesses = witnesses
  }

  /// Writes `<folder>.<kind>.tar`, whole or not at all; the same contents give the same bytes.
  ///
  /// - Parameters:
  ///   - contents: What goes in.
  ///   - directory: Where the tar goes; made when missing.
  ///   - checkpoint: A checkpoint of the log by the same key, over all lines of the table `events` if there is one.
  /// - Returns: The bundle's id and file.
  /// - Throws: `BundleError` or `FileFault`.
  package func seal(_ contents: BundleContents, to directory: URL, checkpoint: SignedNote) throws
    -> SealedBundle
  {
    let draft = try BundleDraft(contents, signer: signer, witnesses: witnesses, checkpoint: checkpoint)
    try FileSystem.makeDirectory(directory.path)
    try Self.removeLeftovers(in: directory)
    let final = directory.appending(path: contents.name.file(contents.kind))
    let temporary = directory.appending(path: ".\(final.lastPathComponent).\(getpid())\(Self.suffix)").path
    defer { try? FileSystem.remove(temporary) }
    let id = try draft.write(to: temporary)
    if try !FileSystem.link(temporary, as: final.path) {
      guard try Self.areEqual(temporary, final.path) else {
        throw BundleError.sealedBefore(name: contents.name, id: BundleVerifier.id(of: final))
      }
    }
    try FileSystem.syncDirectory(directory.path)
    return SealedBundle(
      id: id, name: contents.name, kind: contents.kind, file: final, size: draft.layout.size)
  }

  private static let suffix = ".sealing"

  /// Removes what a power cut left of unfinished bundles; to be called at start.
  package static func removeLeftovers(in directory: URL) throws(FileFault) {
    for name in try FileSystem.names(in: directory.path) where name.hasPrefix(".") && name.hasSuffix(suffix) {
      let writer = name.dropLast(suffix.count).split(separator: ".").last.flatMap { pid_t($0) }
      if let writer, writer != getpid(), kill(writer, 0) == 0 || errno == EPERM { continue }
      try FileSystem.remove(directory.appending(path: name).path)
    }
  }

  private static func areEqual(_ left: String, _ right: String) throws -> Bool {
    let one = try File(left, .read)
    let two = try File(right, .read)
    let size = try one.size()
    guard try two.size() == size else { return false }
    var (offset, piece) = (0, 1 << 20)
    while offset < size {
      piece = min(piece, size - offset)
      guard try one.bytes(at: offset, count: piece) == two.bytes(at: offset, count: piece) else {
        return false
      }
      offset += piece
    }
    return true
  }
}
