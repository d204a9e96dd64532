import Archive
import Foundation

/// A store that is a directory: a mounted share, a stick, or what a copy of the object store was unpacked to.
struct FolderStore: EvidenceStore {
  private let folder: DurableFolder

  init(_ url: URL) throws { folder = try DurableFolder(url) }

  var url: URL { folder.url }

  func list() throws -> StoreListing {
    var listing = StoreListing()
    for community in try folder.names(in: "c") {
      for election in try names(in: "c/\(community)") {
        for name in try names(in: "c/\(community)/\(election)") {
          let key = "c/\(community)/\(election)/\(name)"
          // What an upload has begun and not ended is nobody's business.
          if name.hasPrefix(".") { continue }
          if let object = StoredObject(key: key) {
            listing.objects.append(object)
          } else {
            listing.strange.append(key)
          }
        }
      }
    }
    return listing
  }

  /// The names in a directory; a file in its place has none.
  private func names(in path: String) throws -> [String] {
    do {
      return try folder.names(in: path)
    } catch {
      if error.code == ENOTDIR { return [] }
      throw error
    }
  }

  func fetch(_ object: StoredObject, to target: URL, limit: Int) throws -> (digest: Digest, size: Int) {
    // A link could lead to any file of the machine; a directory or a pipe is no object.
    let file = folder.file(object.key)
    let type = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    guard type == .typeRegular else {
      throw FileFault(operation: "read as a plain file", path: file.path, code: EINVAL)
    }
    return try DurableFolder.copy(file, to: target, limit: limit)
  }

  func put(_ receipts: [Receipt]) throws {
    try folder.write(
      receipts.map { receipt in
        let (community, bundle) = (receipt.statement.community, receipt.statement.bundle)
        return (Receipt.path(community: community, bundle: bundle), Array(receipt.description.utf8))
      })
  }

  func hasReceipt(for object: StoredObject) throws -> Bool {
    folder.exists(Receipt.path(community: object.community, bundle: object.bundle))
  }

  func receipt(for object: StoredObject) throws -> Receipt? {
    let path = Receipt.path(community: object.community, bundle: object.bundle)
    return try folder.read(path, limit: Receipt.sizeLimit).flatMap { try? Receipt(parsing: $0) }
  }

  func setAside(_ object: StoredObject, digest: Digest, as place: AsidePlace) throws {
    guard folder.exists(object.key) else { return }
    let name = "\(object.bundle.hex)-\(digest.hex.prefix(16)).tar"
    try folder.take(
      folder.file(object.key), as: "\(place.rawValue)/\(object.community)/\(object.election)/\(name)")
  }
}
