import Ballot
package import Foundation

/// Carries bundles from the queue to the store, and receipts back; every step may be repeated.
package final class Uploader {
  let client: S3Client
  package let queue: UploadQueue
  /// Where the tars lie.
  private let bundles: URL
  /// The keys of the receivers whose receipts count.
  private let receivers: [NoteKey]
  /// A part of a multipart upload, in bytes; S3 wants 5 MiB or more, and a broken line loses what is on its way.
  private let partSize: Int
  /// Larger bundles go in parts.
  private let wholeUpTo: Int

  package init(
    client: S3Client, queue: UploadQueue, bundles: URL, receivers: [NoteKey], partSize: Int = 5 << 20,
    wholeUpTo: Int = 8 << 20
  ) {
    self.client = client
    self.queue = queue
    self.bundles = bundles
    self.receivers = receivers
    self.partSize = partSize
    self.wholeUpTo = wholeUpTo
  }

  /// Takes a bundle as far as it will go now: to the store, and to its receipt if there is one.
  ///
  /// - Parameters:
  ///   - entry: The bundle as the queue has it.
  ///   - progress: Called with the bytes sent so far.
  /// - Returns: The bundle as the queue has it now.
  /// - Throws: `UploadFault`, after what was reached is recorded; `StoreError` or `FileFault` of this box.
  package func carry(_ entry: UploadEntry, progress: ((Int) -> Void)? = nil) throws -> UploadEntry {
    var entry = entry
    if entry.isSettled { return entry }
    if entry.state != .stored { entry = try store(entry, progress) }
    return try collect(entry)
  }

  // MARK: To the store

  private func store(_ entry: UploadEntry, _ progress: ((Int) -> Void)?) throws -> UploadEntry {
    let file = bundles.appending(path: entry.name.file(entry.kind))
    guard FileSystem.exists(file.path), try File(file.path, .read).size() == entry.size else {
      throw UploadFault.localFile(path: file.path)
    }
    var entry = entry
    let reader = try PieceReader(
      file, size: entry.size, piece: entry.size > wholeUpTo ? partSize : wholeUpTo)
    if reader.count == 1 {
      try sendWhole(entry, reader, file, progress)
    } else {
      entry = try sendParts(entry, reader, file, progress)
    }
    entry.multipart = nil
    return try record(entry, .stored)
  }

  private func sendWhole(
    _ entry: UploadEntry, _ reader: PieceReader, _ file: URL, _ progress: ((Int) -> Void)?
  ) throws {
    let piece = try reader.piece(0)
    guard piece.digest == entry.object else { throw UploadFault.localFile(path: file.path) }
    _ = try server { () throws(S3Fault) in
      try client.put(piece.bytes, piece.digest, as: entry.key, progress: progress)
    }
  }

  private func sendParts(
    _ entry: UploadEntry, _ reader: PieceReader, _ file: URL, _ progress: ((Int) -> Void)?
  ) throws -> UploadEntry {
    var entry = entry
    if try server({ () throws(S3Fault) in try client.head(entry.key) }) != nil { return entry }
    let (upload, have) = try opened(&entry)
    let parts = S3Parts(of: upload, entry.key, through: client, progress: progress)
    for index in 0..<reader.count {
      let piece = try reader.piece(index)
      if let part = have.first(where: { $0.number == index + 1 }).flatMap({ proven($0, piece) }) {
        parts.keep(part)
      } else {
        try server { () throws(S3Fault) in try parts.send(piece.bytes, piece.digest, as: index + 1) }
      }
      if parts.isLost { break }
      try note(parts, of: reader.count, &entry)
    }
    while try server({ () throws(S3Fault) in try parts.settle() }) {
      try note(parts, of: reader.count, &entry)
    }
    guard !parts.isLost else { throw try forget(&entry) }
    progress?(entry.size)
    // Parts are no object yet: bytes that are not the sealed ones never become one.
    guard reader.whole() == entry.object else {
      try? client.abort(upload, entry.key)
      _ = try forget(&entry)
      throw UploadFault.localFile(path: file.path)
    }
    switch try complete(upload, parts.inOrder, &entry) {
    case .stored: break
    case .thereAlready: try server { () throws(S3Fault) in try client.abort(upload, entry.key) }
    case nil: throw try forget(&entry)
    }
    return entry
  }

  /// Keeps how far an upload has come.
  private func note(_ parts: S3Parts, of count: Int, _ entry: inout UploadEntry) throws {
    if parts.stored.isEmpty { return }
    entry = standing(entry, .sending(part: parts.stored.count, of: count))
    try queue.note(entry)
  }

  /// The multipart upload that goes on or begins, and the parts the server has of it.
  private func opened(_ entry: inout UploadEntry) throws -> (String, [S3Client.Part]) {
    let key = entry.key
    let known = try entry.multipart ?? server { () throws(S3Fault) in try client.upload(of: key) }
    if let known, let have = try server({ () throws(S3Fault) in try client.parts(of: known, key) }) {
      entry.multipart = known
      return (known, have)
    }
    let fresh = try server { () throws(S3Fault) in try client.begin(key) }
    entry.multipart = fresh
    try queue.update(entry)
    return (fresh, [])
  }

  /// The part with its checksum, if the server has this very piece of the file; servers need not list checksums.
  private func proven(_ part: S3Client.Part, _ piece: PieceReader.Piece) -> S3Client.Part? {
    guard part.size == piece.bytes.count else { return nil }
    let tag = part.etag.filter { $0 != "\"" }
    guard part.checksum.map({ $0 == piece.digest }) ?? (tag == MD5.hex(of: piece.bytes)) else { return nil }
    return S3Client.Part(number: part.number, size: part.size, etag: part.etag, checksum: piece.digest)
  }

  /// Puts the parts together; an upload that the server refuses to put together is given up, and begins anew.
  private func complete(
    _ upload: String, _ parts: [S3Client.Part], _ entry: inout UploadEntry
  ) throws -> S3Client.Outcome? {
    do {
      return try client.complete(upload, entry.key, parts: parts)
    } catch {
      if case .refused(400, _) = error {
        try? client.abort(upload, entry.key)
        _ = try forget(&entry)
      }
      throw UploadFault.server(error)
    }
  }

  /// The server has dropped the multipart upload: it begins anew next time.
  private func forget(_ entry: inout UploadEntry) throws -> UploadFault {
    entry.multipart = nil
    entry = try record(entry, .sealed)
    return .lost
  }

  // MARK: Back from the store

  /// Fetches the receipt of a stored bundle; without one, makes sure that the store still has the bundle.
  private func collect(_ entry: UploadEntry) throws -> UploadEntry {
    let bytes = try server { () throws(S3Fault) in try client.get(entry.receiptKey) }
    if let bytes, let answered = try take(bytes, for: entry) { return answered }
    guard let object = try server({ () throws(S3Fault) in try client.head(entry.key) }) else {
      _ = try record(entry, .sealed)
      throw UploadFault.lost
    }
    if object.size != entry.size || object.checksum ?? entry.object != entry.object {
      throw UploadFault.differs
    }
    return entry
  }

  /// Takes in a receipt, however it came; nil when it is an answer that was dealt with before.
  ///
  /// - Throws: `UploadFault.receiptMalformed` or `.receiptUnproven`; `StoreError` or `FileFault` of this box.
  package func take(_ bytes: [UInt8], for entry: UploadEntry) throws -> UploadEntry? {
    try queue.take(bytes, for: entry, receivers: receivers)
  }

  private func record(_ entry: UploadEntry, _ state: UploadEntry.State) throws -> UploadEntry {
    let entry = standing(entry, state)
    try queue.update(entry)
    return entry
  }

  /// The entry one step further, without its earlier trouble.
  private func standing(_ entry: UploadEntry, _ state: UploadEntry.State) -> UploadEntry {
    var entry = entry
    entry.state = state
    entry.attempts = 0
    entry.retryAt = 0
    entry.trouble = nil
    return entry
  }

  private func server<Value>(_ body: () throws(S3Fault) -> Value) throws(UploadFault) -> Value {
    do {
      return try body()
    } catch {
      throw .server(error)
    }
  }
}
