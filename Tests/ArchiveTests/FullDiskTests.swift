import Ballot
import Foundation
import Testing

@testable import Archive

/// Real full disks: memory file systems of a megabyte, mounted for the test.
@Suite("A full disk", .enabled(if: SmallDisk.canMount, "mounting a small file system needs root"))
struct FullDiskTests {
  let disk: SmallDisk

  init() throws {
    disk = try SmallDisk()
  }

  @Test("stops the journal cleanly, and it goes on once there is room")
  func journal() throws {
    let ballast = try disk.ballast()
    let journal = try Journal(directory: disk.url.appending(path: "journal"))
    let batch = (0..<20).map { "{\"n\":\($0),\"text\":\"\(String(repeating: "字", count: 300))\"}" }
    var written = 0
    let fault = #expect(throws: StoreError.self) {
      while true {
        try journal.append(batch, after: written)
        written += batch.count
      }
    }
    #expect(fault == .diskFull(path: journal.path))
    #expect(written > 0)
    #expect(try journal.size == written)
    try FileManager.default.removeItem(at: ballast)
    try journal.append(batch, after: written)
    #expect(try journal.audit(key: Samples.signer().noteKey).findings == [])
    #expect(try journal.lines(after: written) == batch)
  }

  @Test("stops the ballot store cleanly, and it goes on once there is room")
  func ballots() throws {
    let ballast = try disk.ballast()
    let store = try BallotStore(directory: disk.url.appending(path: "ballots"))
    var recorded = 0
    #expect {
      while true {
        _ = try store.record((1...5).map { Ballots.sheet(recorded + $0) })
        recorded += 5
      }
    } throws: { error in
      (error as? FileFault)?.diskIsFull == true || error as? StoreError == .diskFull(path: store.path)
    }
    #expect(recorded > 0)
    #expect(try store.count == recorded)
    #expect(try FileSystem.names(in: store.scans.path).count == recorded)
    try FileManager.default.removeItem(at: ballast)
    #expect(try store.record([Ballots.sheet(recorded + 1)]).count == 1)
  }

  @Test("stops the taking in of a receipt, and it is taken once there is room")
  func receipt() throws {
    let queue = try UploadQueue(directory: disk.url.appending(path: "archive"))
    let name = try Samples.name()
    let entry = UploadEntry(
      bundle: Digest.of("b"), name: name, kind: .public, object: Digest.of("o"), size: 1)
    try queue.add(entry)
    let district = try Samples.signer("district-500112", seed: 3)
    let statement = ReceiptStatement(
      bundle: entry.bundle, community: name.community, election: name.election, object: entry.object, size: 1,
      time: Instant(seconds: 0))
    let log = LogTree(lines: [statement.line])
    let head = try district.sign(
      SignedNote(text: Checkpoint(origin: district.name, size: 1, root: log.root).text))
    let bytes = Array(try Receipt(statement, at: 0, in: log, head: head).description.utf8)
    let ballast = disk.url.appending(path: "ballast")
    try Data().write(to: ballast)
    let filler = try FileHandle(forWritingTo: ballast)
    while (try? filler.write(contentsOf: Data(repeating: 1, count: 512))) != nil {}
    #expect {
      try queue.take(bytes, for: entry, receivers: [district.noteKey])
    } throws: { error in
      (error as? FileFault)?.diskIsFull == true
        || (error as? StoreError).map { "\($0)".contains("full") } == true
    }
    #expect(try queue.entries().map(\.state) == [.sealed])
    // A program that another test has started meanwhile may hold the file open, so removing it need not make room.
    try filler.truncate(atOffset: 0)
    try filler.close()
    #expect(try queue.take(bytes, for: entry, receivers: [district.noteKey])?.state == .receipted)
    #expect(try queue.receipt(of: entry)?.statement == statement)
  }

  @Test("stops the sealing, and leaves no half bundle")
  func bundle() throws {
    var contents = try Samples.contents()
    contents.files["其他/large.bin"] = .data([UInt8](repeating: 1, count: 2 << 20))
    #expect {
      try Samples.seal(in: disk.url, contents: contents)
    } throws: {
      ($0 as? FileFault)?.diskIsFull == true
    }
    #expect(try FileSystem.names(in: disk.url.path) == [])
  }
}

/// A memory file system of one megabyte.
final class SmallDisk: Sendable {
  private let folder: Folder

  var url: URL { folder.url }

  static let canMount: Bool = (try? SmallDisk()) != nil

  init() throws {
    folder = try Folder()
    let mount = try Samples.required(Tool("mount"))
    let outcome = try mount.run(["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.url.path], in: folder.url)
    guard outcome.status == 0 else { throw Samples.Missing() }
  }

  deinit {
    _ = try? Tool("umount")?.run(["--lazy", folder.url.path], in: URL(filePath: "/"))
  }

  /// A file that takes half of the room.
  func ballast() throws -> URL {
    let file = url.appending(path: "ballast")
    try Data(repeating: 1, count: 512 << 10).write(to: file)
    return file
  }
}
