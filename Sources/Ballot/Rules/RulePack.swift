import FoundationEssentials

/// The law of one family of elections for a range of election days, as data.
///
/// Packs are JSON files of this package; their bytes are hashed into the plan and the result. Every rule has
/// a value, a source and a confidence.
package struct RulePack: Codable, Sendable, Equatable {
  package let id: String
  package let family: RuleFamily
  package let title: String
  package let firstElectionDay: Day
  package let lastElectionDay: Day?
  package let legalBasis: String
  package let minimumAge: Ruled<Int>
  package let termYears: Ruled<Int>
  package let rollPostingLeadDays: Ruled<Int>
  package let rollObjectionDays: Ruled<Int>
  package let rollDecisionDays: Ruled<Int>
  package let committeeObjectionDays: Ruled<Int>
  package internal(set) var formalListLeadDays: Ruled<Int>
  package internal(set) var minSurplusPerPost: Ruled<Int>
  package let maxSurplusMembers: Ruled<Int>
  package internal(set) var nominatorsMin: Ruled<Int>
  package let partyMayNominate: Ruled<Bool>
  package let negativeList: Ruled<[NegativeListItem]>
  package let negativeListBindsWriteIns: Ruled<Bool>
  package internal(set) var proxyMaxPrincipals: Ruled<Int>
  package let proxyAgentScope: Ruled<ProxyScope>
  package let proxyCandidateBarred: Ruled<Bool>
  package internal(set) var proxyCutoffLeadDays: Ruled<Int>
  package internal(set) var proxyListLeadDays: Ruled<Int>
  package internal(set) var mobileBoxMinScrutineers: Ruled<Int>
  package let mobileBoxNeedsGuidanceApproval: Ruled<Bool>
  package let majorityBase: Ruled<MajorityBase>
  package let runoffFloorBase: Ruled<MajorityBase>
  package internal(set) var runoffSurplus: Ruled<Int>
  package internal(set) var runoffWindowDays: Ruled<Int>
  package let vacancyAllowedAfterRunoff: Ruled<Int>
  package internal(set) var overvoteScope: Ruled<OvervoteScope>
  package internal(set) var samePersonTwoPosts: Ruled<SamePersonRule>
  package internal(set) var blankBallotClass: Ruled<BlankBallotClass>
  package internal(set) var accumulateDownward: Ruled<Bool>
  package internal(set) var womenSeat: Ruled<WomenSeatRule>
  package let nearRelativeResolution: Ruled<NearRelativeRule>
  package internal(set) var scrutineersPerDecision: Ruled<Int>
  package let recallCooldownDays: Ruled<Int>
  package let recallVoteWithinDays: Ruled<Int>
  package let auditLeadDays: Ruled<Int>
  package let candidateWithdrawalLeadDays: Ruled<Int>
  package let ballotRetention: Ruled<BallotRetention>
  package internal(set) var resultFilingDays: Ruled<Int>
  package let handoverDays: Ruled<Int>
  package let disclosureDays: Ruled<Int>
  package let resignationByMeeting: Ruled<Bool>
  package let representativesShare: Ruled<Threshold>
  package let womenRepresentativesShare: Ruled<Threshold>
  package let appraisalFailure: Ruled<Threshold>
  package let appraisalIntervalMonths: Ruled<Int>
  package let appraisalFailuresInRow: Ruled<Int>

  /// What the meeting may choose, and within which limits.
  package let adjustable: [String: Adjustable]
  private let meetings: [String: MeetingRules]
  private let kinds: [String: KindRules]
  private let procedures: [String: [ProcedureStep]]
  private let anomalies: [String: AnomalyRule]
  package let owners: OwnersRules?

  /// The rules of a kind; nil where this pack has none.
  package func rules(for kind: ElectionKind) -> KindRules? { kinds[kind.rawValue] }

  /// The kinds this pack knows.
  package var knownKinds: [ElectionKind] { ElectionKind.allCases.filter { kinds[$0.rawValue] != nil } }

  /// The quorum rules of a meeting.
  package func meeting(_ body: Electorate) -> MeetingRules? { meetings[body.rawValue] }

  /// The steps that lead through a kind.
  package func procedure(for kind: ElectionKind) -> Procedure? {
    guard let rules = rules(for: kind), let steps = procedures[rules.procedure] else { return nil }
    return Procedure(name: rules.procedure, steps: steps)
  }

  /// What an anomaly leads to under this pack.
  package func rule(of anomaly: AnomalyCode) -> AnomalyRule? { anomalies[anomaly.rawValue] }

  /// Whether this is the law on an election day.
  package func isInForce(on day: Day) -> Bool {
    day >= firstElectionDay && (lastElectionDay.map { day <= $0 } ?? true)
  }
}
