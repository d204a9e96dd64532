import Ballot
package import Foundation

/// A supervisor's key and what it has seen of each box, in a directory: the second key holder of a log.
///
/// It cosigns only what goes on from what it cosigned before (C2SP tlog-witness), so a log that was rolled back or
/// rewritten gets no cosignature.
package struct Witness {
  private let directory: URL
  private let signer: NoteSigner

  /// Opens the key in a directory, or makes it.
  ///
  /// - Parameters:
  ///   - directory: Where `witness.key` and what was seen lie.
  ///   - name: The name of a key made now, such as `street-500112001`; nil to open only.
  /// - Throws: `CryptoError` or `FileFault`.
  package init(directory: URL, name: String? = nil) throws {
    self.directory = directory
    let file = KeyFile(path: directory.appending(path: "witness.key").path)
    if let name, !FileSystem.exists(file.path) {
      guard NoteKey.isUsable(name: name) else { throw CryptoError.unusableKeyName(name) }
      try FileSystem.makeDirectory(directory.path)
      _ = try file.create(SecretKey(), name: name, .none)
    }
    guard let found = try file.load(.none) else { throw WitnessRefusal.noKey }
    signer = NoteSigner(name: found.name, key: found.key)
  }

  /// The public half, which the boxes have to know.
  package var key: NoteKey { signer.witnessKey }

  /// The checkpoint with this witness's cosignature, once it is shown to go on from the last one.
  ///
  /// - Parameters:
  ///   - request: What the box asks.
  ///   - box: The box's key; needed the first time, and after the box has changed its key.
  ///   - time: Seconds since 1970.
  /// - Returns: The cosigned checkpoint; it is remembered on the disk before it is answered.
  /// - Throws: `WitnessRefusal`, `CryptoError` or `FileFault`.
  package func cosign(_ request: WitnessRequest, from box: NoteKey?, at time: UInt64) throws -> SignedNote {
    guard let checkpoint = try? Checkpoint(request.head) else { throw WitnessRefusal.malformed }
    guard let key = try box ?? known(checkpoint.origin), key.name == checkpoint.origin else {
      throw WitnessRefusal.unknownBox(checkpoint.origin)
    }
    guard request.head.standing(of: key) == .valid(unixTime: nil) else {
      throw WitnessRefusal.signatureWrong(checkpoint.origin)
    }
    let last = try seen(checkpoint.origin)
    guard request.old == last?.size ?? 0 else {
      throw WitnessRefusal.otherStart(seen: last?.size ?? 0, asked: request.old)
    }
    guard
      LogProof.extends(
        from: request.old, root: last?.root ?? Digest.of([UInt8]()), to: checkpoint.size,
        root: checkpoint.root, proof: request.proof)
    else { throw WitnessRefusal.rewritten(from: request.old) }
    let cosigned = try signer.cosign(request.head, atUnixTime: time)
    try FileSystem.write(Array("\(key.vkey)\n".utf8), to: path(checkpoint.origin, "vkey"))
    try FileSystem.write(Array(cosigned.description.utf8), to: path(checkpoint.origin, "note"))
    return cosigned
  }

  private func path(_ origin: String, _ kind: String) -> String {
    directory.appending(path: "\(Digest.of(origin).hex.prefix(16)).\(kind)").path
  }

  private func known(_ origin: String) throws -> NoteKey? {
    let path = path(origin, "vkey")
    guard FileSystem.exists(path) else { return nil }
    let text = String(decoding: try FileSystem.read(path, limit: 4096), as: UTF8.self)
    return NoteKey(vkey: text.dropLast())
  }

  private func seen(_ origin: String) throws -> Checkpoint? {
    let path = path(origin, "note")
    guard FileSystem.exists(path) else { return nil }
    return try Checkpoint(SignedNote(parsing: FileSystem.read(path, limit: SignedNote.sizeLimit)))
  }
}

/// Why a witness does not cosign.
package enum WitnessRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case noKey
  case malformed
  /// The box's key has to be given the first time.
  case unknownBox(String)
  case signatureWrong(String)
  /// The request does not start where the witness stopped.
  case otherStart(seen: Int, asked: Int)
  /// The log is not the one that was cosigned before.
  case rewritten(from: Int)

  package var description: String {
    switch self {
    case .noKey: "There is no witness key here."
    case .malformed: "This is no request for a cosignature."
    case .unknownBox(let name): "The box “\(name)” is not known here."
    case .signatureWrong(let name): "The signature of “\(name)” under the checkpoint is missing or wrong."
    case .otherStart(let seen, let asked): "The request starts at \(asked) events; \(seen) were cosigned."
    case .rewritten(let size): "The log was changed before event \(size + 1)."
    }
  }
}
