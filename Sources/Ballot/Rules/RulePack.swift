import FoundationEssentials

/// A value of a rule pack with where it comes from and how sure that is.
package struct Ruled<Value: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  package let value: Value
  /// Articles in the notation of the rule book, such as `V26 18` or `SH 20`.
  package let source: String
  package let confidence: Confidence

  package init(_ value: Value, source: String, confidence: Confidence) {
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}

/// How well a rule is sourced.
package enum Confidence: String, Codable, Sendable {
  /// In the text of a law in force that was read in full.
  case law
  /// Taken from another province's measures, not binding here.
  case comparator
  /// An assumption that the bureau has to confirm before release (`[U]`).
  case assumption
}

/// The kinds of election that a pack may know (RULES §2.1).
package enum ElectionKind: String, Codable, Sendable, CaseIterable {
  case villageCommittee
  case residentsAllVoters = "residentsCommittee.allVoters"
  case residentsHousehold = "residentsCommittee.household"
  case residentsRepresentatives = "residentsCommittee.representatives"
  case groupLeader
  case runoff
}

/// What happens to a ballot that chooses one person for two posts.
package enum SamePersonRule: String, Codable, Sendable, CaseIterable { case voidBallot, keepHigherPost }

/// How far an over-vote reaches.
package enum OvervoteScope: String, Codable, Sendable, CaseIterable { case post, ballot }

/// Whether a wholly blank ballot is an abstention or void.
package enum BlankBallotClass: String, Codable, Sendable, CaseIterable { case abstention, void }

/// The thresholds of one kind of election.
package struct KindRules: Codable, Sendable, Equatable {
  package let seats: Ruled<[Int]>
  package let surplusRequired: Ruled<Bool>
  package let turnout: Ruled<Threshold>
  package let win: Ruled<Threshold>
  package let runoffTurnout: Ruled<Threshold>
  package let runoffFloor: Ruled<Threshold>
  package let proxies: Ruled<Bool>
  /// The anomaly that a failed turnout raises: A02 for an election, A01 for a meeting.
  package let turnoutAnomaly: String
}

/// The law of one family of elections for a range of election days, as data.
///
/// Packs are JSON files of this package; their bytes are hashed into the plan and the result.
package struct RulePack: Codable, Sendable, Equatable {
  package let id: String
  package let title: String
  package let firstElectionDay: Day
  package let lastElectionDay: Day?
  package let minimumAge: Ruled<Int>
  package let rollPostingLeadDays: Ruled<Int>
  package let rollObjectionDays: Ruled<Int>
  package let rollDecisionDays: Ruled<Int>
  package let formalListLeadDays: Ruled<Int>
  package let minSurplusPerPost: Ruled<Int>
  package let proxyMaxPrincipals: Ruled<Int>
  package let proxyCandidateBarred: Ruled<Bool>
  package let overvoteScope: Ruled<OvervoteScope>
  package let samePersonTwoPosts: Ruled<SamePersonRule>
  package let blankBallotClass: Ruled<BlankBallotClass>
  package let runoffSurplus: Ruled<Int>
  package let runoffWindowDays: Ruled<Int>
  package let scrutineersPerDecision: Ruled<Int>
  package let legalBasis: String
  private let kinds: [String: KindRules]

  /// The rules of a kind; nil where this pack has none.
  package func rules(for kind: ElectionKind) -> KindRules? { kinds[kind.rawValue] }

  /// The kinds this pack knows.
  package var knownKinds: [ElectionKind] { ElectionKind.allCases.filter { kinds[$0.rawValue] != nil } }
}

extension RulePack {
  /// The files of all packs that ship with the program, by id.
  package static let files: [String: [UInt8]] = [
    "CQ-V-2026": PackageResources.CQ_V_2026_json,
    "CQ-R-2026": PackageResources.CQ_R_2026_json,
  ]

  /// The pack with this id; nil where none ships.
  package static func named(_ id: String) -> RulePack? {
    guard let file = files[id] else { return nil }
    return try? JSONDecoder().decode(RulePack.self, from: Data(file))
  }
}
