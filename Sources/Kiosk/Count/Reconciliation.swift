import Archive
import Ballot
import Foundation

/// Checks everything that must add up after a count (RULES §5.2).
struct Reconciliation {
  let identities: [Identity]

  /// Compares with the totals of the paper tally sheets (正) by line, or nil while nobody has given them.
  init(_ desk: CountDesk, tallies: [PageTally], paper: [LineID: Int]?) throws {
    let election = desk.election
    let quantities = election.quantities
    let limit = election.pack?.proxyMaxPrincipals.value ?? 3
    let turnout = election.turnout ?? .moreThan(1, 2)
    identities =
      quantities.ledgerIdentities(proxyLimit: limit)
      + tallies.flatMap { quantities.countIdentities($0, turnout: turnout) }
      + [Reconciliation.paperIdentity(tallies, paper), try Reconciliation.hashIdentity(desk)]
  }

  /// N15: the machine's tally equals the paper tally sheets.
  private static func paperIdentity(_ tallies: [PageTally], _ paper: [LineID: Int]?) -> Identity {
    guard let paper else { return Identity(.n15, false, "—") }
    let machine = tallies.flatMap(\.posts).flatMap(\.lines)
    let differing = machine.filter { paper[$0.line] != $0.for }
    let numbers =
      differing.isEmpty
      ? machine.map { "\($0.line.rawValue) \($0.for)" }.joined(separator: ", ")
      : differing.map { "\($0.line.rawValue): \($0.for) ≠ \(paper[$0.line].map(String.init) ?? "?")" }
        .joined(separator: ", ")
    return Identity(.n15, differing.isEmpty, numbers)
  }

  /// N17: roll and rules are still the ones that were adopted.
  private static func hashIdentity(_ desk: CountDesk) throws -> Identity {
    let election = desk.election
    let roll = try Digest(hex: election.frozen?.digest ?? "").flatMap { try desk.box.blobs.get($0) }
    let pack = RulePack.files[election.plan.pack].map { Digest.of($0).hex }
    let holds = roll != nil && pack == election.packDigest
    return Identity(
      .n17, holds, "\((election.frozen?.digest ?? "").prefix(8)) / \(election.packDigest.prefix(8))")
  }

  /// The identities that fail, each once.
  var failing: [String] { Set(identities.filter { !$0.holds }.map(\.id.rawValue)).sorted() }
}
