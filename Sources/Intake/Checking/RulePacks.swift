import Archive
import Ballot
import Foundation

/// The rule packs that this district accepts, by the hash of their file: those that ship, and those it was given.
struct RulePacks: Sendable {
  private let packs: [Digest: RulePack]

  /// The packs that ship, and those that lie as `.json` in a directory.
  init(further folder: DurableFolder? = nil) throws {
    var packs: [Digest: RulePack] = [:]
    for (id, file) in RulePack.files { packs[Digest.of(file)] = RulePack.named(id) }
    for name in try folder?.names() ?? [] where name.hasSuffix(".json") {
      guard let bytes = try folder?.read(name, limit: Self.sizeLimit) else { continue }
      packs[Digest.of(bytes)] = try? RulePack(file: bytes)
    }
    self.packs = packs
  }

  static let sizeLimit = 4 << 20

  subscript(digest: Digest) -> RulePack? { packs[digest] }
}
