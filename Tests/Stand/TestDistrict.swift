package import Archive
import Ballot
import Foundation

/// A stand-in for the receiving side: it takes every object whose bytes are as announced and writes receipts.
package final class TestDistrict {
  package let signer: NoteSigner
  private let client: S3Client
  private var log = LogTree()

  package init(_ place: S3Place) throws {
    signer = try NoteSigner(checking: "district-500112", key: SecretKey(seed: Array(repeating: 3, count: 32)))
    client = S3Client(place, clock: { Int(Date().timeIntervalSince1970) })
  }

  package static func key() throws -> NoteKey {
    try NoteSigner(checking: "district-500112", key: SecretKey(seed: Array(repeating: 3, count: 32))).noteKey
  }

  /// Re-reads every object and answers those that have no answer yet.
  ///
  /// - Parameters:
  ///   - prefix: Which objects.
  ///   - reasons: Why a bundle is rejected; it is accepted where there are none.
  /// - Returns: How many were answered.
  /// - Throws: `S3Fault`.
  @discardableResult package func answer(
    below prefix: String = "c/", rejecting reasons: @escaping (Digest) -> [ReceiptReason] = { _ in [] }
  ) throws -> Int {
    var answered = 0
    for object in try client.list(prefix: prefix) {
      let parts = object.key.split(separator: "/").map(String.init)
      guard parts.count == 4, let id = Digest(hex: parts[3].dropLast(4)) else { continue }
      let receiptKey = Receipt.path(community: parts[1], bundle: id)
      let known = try client.get(receiptKey).flatMap { try? Receipt(parsing: $0) }
      if let known, !known.statement.asksAgain { continue }
      let file = FileManager.default.temporaryDirectory.appending(path: "object-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: file) }
      guard let stored = try client.download(object.key, to: file) else { continue }
      let found = BundleVerifier.id(of: file)
      let damaged = ReceiptReason(
        code: ReceiptReason.damaged, zh: "存储的内容已损坏", en: "The stored bytes are damaged.")
      let statement = ReceiptStatement(
        bundle: id, community: parts[1], election: parts[2], object: stored, size: object.size,
        time: Instant(seconds: Int(Date().timeIntervalSince1970)),
        reasons: found == id ? reasons(id) : [damaged])
      if found != id { try client.remove(object.key) }
      try client.replace(Array(try receipt(statement).description.utf8), as: receiptKey)
      answered += 1
    }
    return answered
  }

  /// A receipt with this statement, appended to the log.
  package func receipt(_ statement: ReceiptStatement) throws -> Receipt {
    log.append(line: statement.line)
    let text = Checkpoint(origin: signer.name, size: log.size, root: log.root).text
    return try Receipt(statement, at: log.size - 1, in: log, head: try signer.sign(SignedNote(text: text)))
  }
}
