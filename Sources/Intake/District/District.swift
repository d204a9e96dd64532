import Archive
import Ballot
import Foundation

/// The receiver's own directory: its key, its log, its roster, and a copy of every public bundle it took in.
final class District {
  let home: URL
  let keys: KeyStore
  let journal: Journal
  let folder: DurableFolder
  private(set) var roster: Roster
  private(set) var ledger = DistrictLedger()
  private var pending: [String] = []

  /// Opens a directory, or makes it with a key of a name such as `district-500112`.
  init(_ home: URL, name: String? = nil) throws {
    self.home = home
    folder = try DurableFolder(home)
    keys = try KeyStore(directory: home.appending(path: "keys"), name: try name ?? Self.newName())
    journal = try Journal(directory: home.appending(path: "log"))
    roster = try Roster(folder.read(Roster.file, limit: Roster.sizeLimit) ?? [])
    try catchUp()
  }

  private static func newName() throws -> String { "district-\(try RandomBytes()(4).hex)" }

  var packs: RulePacks {
    get throws {
      try RulePacks(further: DurableFolder(home.appending(path: "packs")))
    }
  }

  /// Where public bundles lie that were accepted, as `<community>/<election>/<bundle id>.tar`.
  var copies: URL { home.appending(path: "accepted") }

  func hasCopy(of object: StoredObject) -> Bool { folder.exists("accepted/\(object.path)") }

  /// Keeps the bytes that were checked, so that what is queried later is what was checked.
  func keepCopies(_ files: [(file: URL, object: StoredObject)]) throws {
    try folder.adopt(files.map { ($0.file, "accepted/\($0.object.path)") })
  }

  /// A directory of this process for copies that are being checked; what dead processes left is removed.
  func stage() throws -> URL {
    for name in try folder.names() where name.hasPrefix(Self.stagePrefix) {
      let owner = pid_t(name.dropFirst(Self.stagePrefix.count)) ?? 0
      if owner != getpid(), owner > 0, kill(owner, 0) == 0 { continue }
      try FileManager.default.removeItem(at: home.appending(path: name))
    }
    return try DurableFolder(home.appending(path: "\(Self.stagePrefix)\(getpid())")).url
  }

  private static let stagePrefix = "checking-"

  func replace(_ roster: Roster) throws {
    try folder.write(roster.bytes, to: Roster.file)
    self.roster = roster
  }

  /// Takes in what the log holds beyond what is known.
  func catchUp() throws {
    var ledger = ledger
    try journal.forEachLine(after: ledger.size) { _, line in ledger.take(line) }
    self.ledger = ledger
  }

  /// Takes lines in that `commit` will write; nobody else learns of them before.
  func take(_ lines: [String]) {
    pending += lines
    for line in lines { ledger.take(line) }
  }

  /// Appends what was taken in to the log, all or none.
  ///
  /// - Throws: `JournalError.conflict` when another process has written; nothing is then to be told to anybody.
  func commit() throws {
    try journal.append(pending, after: ledger.size - pending.count)
    pending = []
  }

  /// The receipt for an answered bundle under a head of the log.
  func receipt(for bundle: Digest, head: SignedNote) throws -> Receipt? {
    guard let answer = ledger.answers[bundle] else { return nil }
    return try Receipt(answer.statement, at: answer.index, in: ledger.tree, head: head)
  }
}
