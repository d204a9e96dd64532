/// The kinds of election and vote that packs know (RULES §2.1 and §2.5).
package enum ElectionKind: String, Codable, Sendable, CaseIterable {
  case villageCommittee
  case residentsAllVoters = "residentsCommittee.allVoters"
  case residentsHousehold = "residentsCommittee.household"
  case residentsRepresentatives = "residentsCommittee.representatives"
  case electionCommittee
  case groupLeader
  case villagerRepresentative
  case residentRepresentative
  case residentGroupLeader
  case supervisionCommittee
  case residentsSupervision
  case subCommittee
  case byElection
  case recall
  case resignation
  case runoff
  case freshElection
  case ownersCommittee
  case ownersDecision

  /// Whether homeowners vote, by area and by head, on signed slips.
  package var isOwnersVote: Bool { self == .ownersCommittee || self == .ownersDecision }

  /// Whether it answers one question with yes or no instead of filling posts.
  package var isQuestion: Bool {
    switch self {
    case .recall, .resignation, .ownersDecision: true
    case .villageCommittee, .residentsAllVoters, .residentsHousehold, .residentsRepresentatives,
      .electionCommittee, .groupLeader, .villagerRepresentative, .residentRepresentative,
      .residentGroupLeader, .supervisionCommittee, .residentsSupervision, .subCommittee, .byElection,
      .runoff, .freshElection, .ownersCommittee:
      false
    }
  }
}

/// The families of packs: one law each.
package enum RuleFamily: String, Codable, Sendable, CaseIterable { case village, residents, owners }

/// Who votes: the bodies of RULES §2.1 and the meetings of §2.3.
package enum Electorate: String, Codable, Sendable, CaseIterable {
  case registeredVoters
  case householdRepresentatives
  case residentsRepresentatives
  case villagersMeeting
  case villagersRepresentativesMeeting
  case groupMeeting
  case cluster
  case residentsMeeting
  case residentsRepresentativesMeeting
  case residentsGroup
  case ownersAssembly
}
