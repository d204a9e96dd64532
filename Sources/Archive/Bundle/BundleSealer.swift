package import Foundation
import Glibc

/// Seals bundles into a directory.
package struct BundleSealer: Sendable {
  /// Signs; its public half goes into the bundle.
  let signer: NoteSigner
  /// The keys whose cosignatures may stand under the checkpoint.
  let witnesses: [NoteKey]
  /// Signs too, where it is given.
  let sm2: SM2SecretKey?

  package init(signer: NoteSigner, witnesses: [NoteKey] = [], sm2: SM2SecretKey? = nil) {
    self.signer = signer
    self.witnesses = witnesses
    self.sm2 = sm2
  }

  /// Writes `<folder>.<kind>.tar`, whole or not at all.
  ///
  /// The same contents give the same bytes, all but those of an SM2 signature.
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
    let draft = try BundleDraft(
      contents, signer: signer, sm2: sm2, witnesses: witnesses, checkpoint: checkpoint)
    try FileSystem.makeDirectory(directory.path)
    try Self.removeLeftovers(in: directory)
    let final = directory.appending(path: contents.name.file(contents.kind))
    let temporary = directory.appending(path: ".\(final.lastPathComponent).\(getpid())\(Self.suffix)").path
    defer { try? FileSystem.remove(temporary) }
    let id = try draft.write(to: temporary)
    if try !FileSystem.link(temporary, as: final.path) {
      guard try Self.areEqual(temporary, final.path, but: draft.placeOfSM2),
        try sm2.map({ try Self.isSigned(final, by: $0.publicKey) }) ?? true
      else {
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

  private static func isSigned(_ url: URL, by key: SM2PublicKey) throws -> Bool {
    let bundle = try OpenBundle(url)
    guard let text = try bundle.bytes(BundleLayout.tagManifest),
      let signature = try bundle.bytes(BundleLayout.signatureSM2)
    else { return false }
    return key.verifies(signature, over: text)
  }

  /// Whether two files are equal everywhere but in `skipped`.
  private static func areEqual(_ left: String, _ right: String, but skipped: Range<Int>?) throws -> Bool {
    let one = try File(left, .read)
    let two = try File(right, .read)
    let size = try one.size()
    guard try two.size() == size else { return false }
    var (offset, piece) = (0, 1 << 20)
    while offset < size {
      piece = min(piece, size - offset)
      var (first, second) = (
        try one.bytes(at: offset, count: piece), try two.bytes(at: offset, count: piece)
      )
      for place in (skipped ?? 0..<0).clamped(to: offset..<offset + piece) {
        (first[place - offset], second[place - offset]) = (0, 0)
      }
      guard first == second else { return false }
      offset += piece
    }
    return true
  }
}
