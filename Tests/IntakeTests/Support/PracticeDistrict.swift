import Ballot
import Foundation
import Synchronization

@testable import Archive
@testable import Intake

/// A district of a test's own, with its store, in the machine's memory file system where there is one.
final class PracticeDistrict {
  let folder: URL
  var home: URL { folder.appending(path: "home") }
  var store: URL { folder.appending(path: "store") }

  init() throws {
    let memory = URL(filePath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    folder = base.appending(path: "intake-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let seed: UInt64 = 5
  /// When the receiver of the tests answers.
  static let moment = Instant(seconds: 1_795_400_000)

  func box(_ number: Int = 0) throws -> PracticeBox { try PracticeBox(number, seed: Self.seed) }

  /// Enrols boxes.
  func enrol(_ numbers: Range<Int> = 0..<1) throws {
    let district = try District(home, name: "district-test")
    var roster = district.roster
    for number in numbers { try roster.add(try box(number).entry) }
    try district.replace(roster)
  }

  /// Seals a draft and puts it where the station would.
  @discardableResult func put(
    _ box: PracticeBox, _ draft: PracticeBox.Draft, under key: String? = nil
  ) throws -> StoredObject {
    let sealed = try box.seal(draft, to: folder.appending(path: "sealing"))
    let object = StoredObject(
      community: box.community, election: PracticeBox.election, bundle: sealed.id)
    let target = store.appending(path: key ?? object.key)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
    try FileManager.default.moveItem(at: sealed.file, to: target)
    return object
  }

  /// One pass over the store by a receiver that has just been opened.
  func run(again: Set<Digest> = [], limit: Int = 1 << 30) throws -> IntakeRun.Outcome {
    let moment = Self.moment
    var run = IntakeRun(district: try District(home), store: try FolderStore(store), now: { moment })
    run.again = again
    run.limit = limit
    return try run.run()
  }

  /// The receipt in the store, proven as the station proves it.
  func receipt(for object: StoredObject) throws -> CheckedReceipt? {
    let store = try FolderStore(store)
    let file = store(object)
    let digest = FileManager.default.fileExists(atPath: file.path) ? try Digest.ofFile(file) : object.bundle
    let key = try District(home).keys.signer.noteKey
    return try store.receipt(for: object)?.checked(by: [key], for: object.bundle, object: digest)
  }

  /// The codes of the reasons for which an object was rejected.
  func codes(_ object: StoredObject) throws -> Set<String> {
    Set(try receipt(for: object)?.statement.reasons.map(\.code) ?? [])
  }

  /// Runs one command line of the receiver.
  func say(_ arguments: String...) -> (status: Int32, out: String) {
    let lines = Mutex<[String]>([])
    let hear: @Sendable (String) -> Void = { line in lines.withLock { $0.append(line) } }
    let status = Intake.run(arguments, sink: Sink(out: hear, err: hear))
    return (status, lines.withLock { $0 }.joined(separator: "\n"))
  }
}

extension FolderStore {
  /// Where an object lies.
  func callAsFunction(_ object: StoredObject) -> URL { url.appending(path: object.key) }
}
