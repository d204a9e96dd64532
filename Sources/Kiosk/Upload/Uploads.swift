import Archive
import Ballot
import Foundation
import Printing

/// The box's sealed bundles on their way to the archive.
struct Uploads {
  let queue: UploadQueue
  private let box: Box

  init(_ box: Box) throws {
    self.box = box
    queue = try UploadQueue(directory: box.home.archive)
    try enlist()
  }

  /// Puts every bundle that the journal names into the queue, so that no power cut between the two loses one.
  private func enlist() throws {
    let known = Set(try queue.entries().map(\.bundle))
    for election in box.state.elections.values {
      for sealed in election.bundles {
        for (kind, text) in [(BundleKind.public, sealed.publicID), (.restricted, sealed.restrictedID)] {
          guard let id = Digest(hex: text), !known.contains(id),
            let name = BundleName(
              community: election.plan.community.code, election: election.id.rawValue,
              revision: sealed.revision)
          else { continue }
          try enlist(id, name, kind)
        }
      }
    }
  }

  private func enlist(_ id: Digest, _ name: BundleName, _ kind: BundleKind) throws {
    let file = box.home.bundles.appending(path: name.file(kind))
    guard BundleVerifier.id(of: file) == id,
      let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
    else {
      throw Failure.refused(
        "bundleMissing", zh: "封存过的档案包 \(file.path) 不见了或被改动。请停止上传，报告镇街选举指导机构。",
        en: "The sealed bundle \(file.path) is gone or was changed. Stop the upload and report it.")
    }
    try queue.add(
      UploadEntry(bundle: id, name: name, kind: kind, object: try Digest.ofFile(file), size: size))
  }

  /// Runs something while no other process sends.
  func alone<Value>(_ body: () async throws -> Value) async throws -> Value {
    guard let lock = try FileLock(box.home.archive.appending(path: "lock")) else {
      throw Failure.refused(
        "uploadRunning", zh: "另一个上传正在进行。请等它结束。", en: "Another upload is running. Wait until it ends.")
    }
    let value = try await body()
    _ = consume lock
    return value
  }

  /// Draws the paper of a bundle that a receiver has answered; nil while there is none.
  func paper(of entry: UploadEntry) throws -> URL? {
    guard entry.isSettled, let receipt = try queue.receipt(of: entry) else { return nil }
    let folder = box.home.papers.appending(path: entry.name.election)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "receipt-\(entry.name.file(entry.kind).dropLast(4)).pdf")
    if !FileManager.default.fileExists(atPath: file.path) {
      try ReceiptPaper(entry, receipt).paper.write(to: file.path, created: receipt.statement.time.day)
    }
    return file
  }
}
