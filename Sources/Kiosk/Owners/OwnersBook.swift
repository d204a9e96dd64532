import Archive
import Ballot
import Foundation

/// The owners' register as it lies in the box: one unit a line, found by the hash of the whole.
///
/// Owners are numbered from 1 in the order of their names.
struct OwnersBook {
  let register: OwnersRegister
  let owners: [OwnerID]

  init(_ register: OwnersRegister) {
    self.register = register
    owners = Set(register.units.map(\.owner)).sorted()
  }

  /// The bytes that are hashed and kept: canonical JSON, one unit a line.
  var bytes: [UInt8] {
    register.units.flatMap { unit -> [UInt8] in
      let members: [String: JSON] = [
        "unit": .string(unit.id), "area": .integer(unit.area.rawValue), "owner": .string(unit.owner.rawValue),
        "unsold": .bool(unit.isUnsold),
      ]
      return JSON.object(members).canonicalBytes + [10]
    }
  }

  /// Reads a kept register.
  init(_ bytes: [UInt8]) throws {
    let units = try bytes.split(separator: 10).map { line -> OwnedUnit in
      let json = try JSON(parsing: Array(line))
      guard let id = json["unit"]?.string, let area = json["area"]?.integer,
        let owner = json["owner"]?.string
      else { throw Failure.lostBlob }
      return OwnedUnit(
        id: id, area: Area(rawValue: area), owner: OwnerID(rawValue: owner),
        isUnsold: json["unsold"] == .bool(true))
    }
    self.init(try OwnersRegister(units))
  }

  func owner(_ number: Int) -> OwnerID? { owners.indices.contains(number - 1) ? owners[number - 1] : nil }
  func number(of name: String) -> Int? { owners.firstIndex { $0.rawValue == name }.map { $0 + 1 } }
  func name(_ person: PersonID) -> String { Int(person.rawValue).flatMap(owner)?.rawValue ?? person.rawValue }
}

extension Box {
  /// The owners' register of the current election, checked against its hash.
  func owners() throws -> OwnersBook { try OwnersBook(registerBytes()) }

  /// Keeps a register and records that it was imported; each owner is one of those who vote.
  func importOwners(_ book: OwnersBook, source: String) throws {
    let command = { (digest: String) in
      Command.importRoll(
        RollImported(digest: digest, source: source, voters: book.owners.count, men: 0, women: 0))
    }
    try check(command(""))
    try carryOut(command(try blobs.put(book.bytes).hex))
  }

  /// Finds every candidate among the owners and freezes the register.
  func freezeOwners() throws -> RollFrozen {
    let election = try election()
    let book = try owners()
    var candidates: [String: [Int]] = [:]
    for post in election.plan.posts where election.plan.kind != .ownersDecision {
      for candidate in post.candidates {
        guard let number = book.number(of: candidate.name) else { throw Failure.notAnOwner(candidate.name) }
        candidates[post.id.rawValue, default: []].append(number)
      }
    }
    let facts = RollFrozen(
      digest: election.roll?.digest ?? "", voters: book.owners.count, candidates: candidates)
    try carryOut(.freezeRoll(facts))
    return facts
  }
}

extension Failure {
  fileprivate static func notAnOwner(_ name: String) -> Failure {
    .refused(
      "candidateNotAnOwner", zh: "候选人“\(name)”不在业主名册上，名册没有锁定。业主委员会成员应当是业主。",
      en: "Candidate “\(name)” is not in the register; it was not frozen. Members have to be owners.")
  }

  static let ownersVote = Failure.refused(
    "ownersVote", zh: "这是业主投票，没有选民名册和选票。请用 owners 命令。",
    en: "This is an owners' vote without roll and ballots. Use the owners commands.")
}
