import Ballot
import Foundation

@testable import Archive
@testable import Intake

/// A made-up owners' committee election, as its public and its restricted bundle; a test may change either.
struct PracticeOwners {
  /// Area in square centimetres and slip of each owner: the lines, or nil for none.
  var owners: [(area: Int, slip: [Int]?)] = [
    (905_000, [1, 2]), (905_000, [1, 2]), (1_100_000, [1]), (1_505_000, [2, 3, 1]), (800_000, []),
    (600_000, nil),
  ]
  var seats = 2
  let candidates = ["王伟", "李娜", "张敏"]
  static let pack = "OWN-2021"

  private func chosen(_ slip: [Int]) -> String { slip.map { "member/\($0)" }.joined(separator: " ") }

  /// The weight of those of whom a condition holds.
  private func weight(_ holds: (_ slip: [Int]?) -> Bool) -> OwnersWeight {
    owners.filter { holds($0.slip) }.reduce(.none) {
      $0 + OwnersWeight(area: Area(rawValue: $1.area), heads: 1)
    }
  }

  /// The draft of the public bundle.
  func open(_ box: PracticeBox) throws -> PracticeBox.Draft {
    var draft = try box.draft(sheets: 3)
    let file = RulePack.files[Self.pack] ?? []
    guard let rules = try RulePack(file: file).owners else { return draft }
    draft.files = ["其他/rule-pack/\(Self.pack).json": .data(file)]
    draft.voteKind = .ownersCommittee
    draft.logLines = log
    let (all, slips) = (weight { _ in true }, weight { $0 != nil })
    let lines = candidates.indices.map { index in
      weight { slip in slip.map { $0.contains(index + 1) && $0.count <= seats } ?? false }
    }
    let checks = lines.map { rules.agreement(matter: rules.electionMatter.value, $0, of: slips) }
    let elected = checks.map { $0.allSatisfy(\.holds) }
    draft.tables.rows[.ballots] = nil
    draft.tables.rows[.election]?[0]["rule_pack"] = .string(Self.pack)
    draft.tables.rows[.election]?[0]["rule_pack_sha256"] = .string(Digest.of(file).hex)
    draft.tables.rows[.election]?[0]["valid"] = .bool(true)
    draft.tables.rows[.candidates] = candidates.enumerated().map { index, name in
      [
        "round": .integer(1), "post": .string("member"), "name": .string(name),
        "line": .string("member/\(index + 1)"),
      ]
    }
    let count = elected.count(where: \.self)
    var post = draft.tables.rows[.posts]?[0] ?? [:]
    post.merge([
      "post": .string("member"), "seats": .integer(seats), "elected": .integer(count),
      "vacant": .integer(seats - count),
      "tied_seats": .integer(0), "denominator": .integer(slips.heads), "need": .integer(checks[0][1].needed),
      "rule": .string(checks[0][1].threshold.description), "carried": .null,
    ]) { $1 }
    draft.tables.rows[.posts] = [post]
    let tally = draft.tables.rows[.tally]?[0] ?? [:]
    draft.tables.rows[.tally] = candidates.indices.map { index in
      tally.merging([
        "post": .string("member"), "person": .string("member/\(index + 1)"),
        "name": .string(candidates[index]),
        "write_in": .bool(false), "votes": .integer(lines[index].heads),
        "numerator": .integer(lines[index].heads),
        "elected": .bool(elected[index]), "against": .null, "abstain": .null,
      ]) { $1 }
    }
    var turnout = draft.tables.rows[.turnout]?[0] ?? [:]
    turnout.merge([
      "roll": .integer(all.heads), "returned": .integer(slips.heads), "void": .integer(1),
      "valid": .integer(slips.heads - 1), "abstentions": .integer(0), "verdict": .string("valid"),
    ]) { $1 }
    draft.tables.rows[.turnout] = [turnout]
    draft.tables.rows[.checks] =
      rules.participation(slips, of: all).map { row($0, nil) }
      + checks.enumerated().flatMap { index, pair in pair.map { row($0, "member/\(index + 1)") } }
    return draft
  }

  private func row(_ check: RuleCheck, _ person: String?) -> [String: JSON] {
    [
      "round": .integer(1), "post": person.map { _ in .string("member") } ?? .null,
      "person": person.map(JSON.string) ?? .null, "rule": .string(check.rule.rawValue),
      "source": .string(check.source), "threshold": .string(check.threshold.description),
      "numerator": .integer(check.count), "denominator": .integer(check.base),
      "base": .string(check.of.rawValue),
      "need": .integer(check.needed), "holds": .bool(check.holds),
    ]
  }

  /// The log with every slip in it.
  var log: [String] {
    let slips = owners.enumerated().compactMap { index, owner in
      owner.slip.map { OwnerSlip(owner: index + 1, lines: $0.map { LineID(rawValue: "member/\($0)") }) }
    }
    return slips.enumerated().map { index, slip in
      Record(
        sequence: index + 1, at: Instant(seconds: 1_795_300_000), by: nil,
        election: ElectionID(rawValue: PracticeBox.election), event: .ownerSlip(slip)
      ).line
    }
  }

  /// The draft of the restricted bundle that belongs to a public one.
  func restricted(_ box: PracticeBox, of bundle: Digest) throws -> PracticeBox.Draft {
    var draft = try box.draft(sheets: 3)
    draft.kind = .restricted
    draft.voteKind = .ownersCommittee
    draft.info = [BundleField("Public-Bundle", bundle.hex)]
    draft.logLines = log
    let result = #"{"pages":[{"posts":[{"post":"member","seats":\#(seats)}]}]}"#
    draft.files = ["其他/result.json": .data(Array(result.utf8))]
    draft.tables.rows = [
      .owners: owners.enumerated().map { index, owner in
        [
          "owner": .integer(index + 1), "name": .string("业主"), "units": .integer(1),
          "area": .integer(owner.area),
          "slip": .bool(owner.slip != nil), "chosen": .string(chosen(owner.slip ?? [])),
        ]
      }
    ]
    draft.extraTables = [.log(log)]
    return draft
  }
}
