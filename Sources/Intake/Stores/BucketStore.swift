import Archive
import Foundation
import Synchronization

/// A store that is a bucket on an S3 server.
final class BucketStore: EvidenceStore {
  private let clients: ClientPool
  /// The receipts that are there, listed once; a request for each would take longer than all the rest.
  private let receipts = Mutex<Set<String>?>(nil)

  init(_ place: S3Place) { clients = ClientPool(place) }

  func list() throws -> StoreListing {
    var listing = StoreListing()
    for key in try keys(below: "c/") {
      if let object = StoredObject(key: key) {
        listing.objects.append(object)
      } else {
        listing.strange.append(key)
      }
    }
    return listing
  }

  private func keys(below prefix: String) throws -> [String] {
    try clients.with { client in
      var keys: [String] = []
      while true {
        let more = try client.list(prefix: prefix, after: keys.last ?? "").map(\.key).filter { key in
          keys.last.map { $0.utf8.lexicographicallyPrecedes(key.utf8) } ?? true
        }
        if more.isEmpty { return keys }
        keys += more
      }
    }
  }

  func fetch(_ object: StoredObject, to file: URL, limit: Int) throws -> (digest: Digest, size: Int) {
    try clients.with { client in
      guard let size = try client.head(object.key)?.size else {
        throw FileFault(operation: "find", path: object.key, code: EINVAL)
      }
      guard size <= limit else { throw FileFault(operation: "read", path: object.key, code: EFBIG) }
      try? FileManager.default.removeItem(at: file)
      guard let digest = try client.download(object.key, to: file) else {
        throw FileFault(operation: "find", path: object.key, code: EINVAL)
      }
      return (digest, size)
    }
  }

  func put(_ receipts: [Receipt]) throws {
    let ordered = receipts.sorted { $0.statement.verdict == .rejected && $1.statement.verdict == .accepted }
    for receipt in ordered {
      let path = Receipt.path(community: receipt.statement.community, bundle: receipt.statement.bundle)
      try clients.with { try $0.replace(Array(receipt.description.utf8), as: path) }
      self.receipts.withLock { _ = $0?.insert(path) }
    }
  }

  func hasReceipt(for object: StoredObject) throws -> Bool {
    let path = Receipt.path(community: object.community, bundle: object.bundle)
    if let known = receipts.withLock({ $0?.contains(path) }) { return known }
    let listed = Set(try keys(below: "receipts/"))
    receipts.withLock { $0 = listed }
    return listed.contains(path)
  }

  func receipt(for object: StoredObject) throws -> Receipt? {
    let path = Receipt.path(community: object.community, bundle: object.bundle)
    return try clients.with { try $0.get(path) }.flatMap { try? Receipt(parsing: $0) }
  }

  /// Copied first, then removed: at no instant is the object nowhere.
  func setAside(_ object: StoredObject, digest: Digest, as place: AsidePlace) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "aside-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let name = "\(object.bundle.hex)-\(digest.hex.prefix(16)).tar"
    try clients.with { client in
      guard try client.download(object.key, to: file) != nil else { return }
      _ = try client.put(file, as: "\(place.rawValue)/\(object.community)/\(object.election)/\(name)")
      try client.remove(object.key)
    }
  }
}

/// Connections to one place, each used by one thread at a time.
///
/// `@unchecked`: a client is in the list, guarded by `lock`, or in the hands of the one thread that took it out.
private final class ClientPool: @unchecked Sendable {
  private let place: S3Place
  private let lock = NSLock()
  private var idle: [S3Client] = []

  init(_ place: S3Place) { self.place = place }

  func with<Value>(_ body: (S3Client) throws -> Value) throws -> Value {
    let client =
      lock.withLock { idle.popLast() }
      ?? S3Client(place, clock: { Int(Date().timeIntervalSince1970) })
    defer { lock.withLock { idle.append(client) } }
    return try body(client)
  }
}
