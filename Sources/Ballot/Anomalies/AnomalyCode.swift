/// The anomalies of RULES §6.
package enum AnomalyCode: String, Codable, Sendable, CaseIterable, Comparable {
  case meetingVoid = "A01"
  case turnoutNotReached = "A02"
  case moreReturnedThanIssued = "A03"
  case committeeUnlawful = "A04"
  case candidatesUnlawful = "A05"
  case procedureBroken = "A06"
  case tie = "A07"
  case seatsUnfilled = "A08"
  case stockUnexplained = "A09"
  case noWoman = "A10"
  case winnerUnfit = "A11"
  case winVoid = "A12"
  case pollDisrupted = "A13"
  case dayMoved = "A14"
  case announcementDelayed = "A15"
  case committeeFails = "A16"
  case extraBox = "A17"
  case rollChanged = "A18"
  case deadlineMissed = "A19"
  case surplusLost = "A20"
  case boxFailed = "A21"
  case ownersAbsent = "A22"
  case recallDelayed = "A23"

  package static func < (left: AnomalyCode, right: AnomalyCode) -> Bool { left.rawValue < right.rawValue }

  /// Whether the engine sees it by itself; the others are raised by staff.
  package var isSeenByBox: Bool {
    switch self {
    case .meetingVoid, .turnoutNotReached, .moreReturnedThanIssued, .candidatesUnlawful, .tie, .seatsUnfilled,
      .stockUnexplained, .noWoman, .winnerUnfit, .announcementDelayed, .extraBox, .deadlineMissed,
      .ownersAbsent, .recallDelayed:
      true
    case .committeeUnlawful, .procedureBroken, .winVoid, .pollDisrupted, .dayMoved, .committeeFails,
      .rollChanged, .surplusLost, .boxFailed:
      false
    }
  }
}

/// What may be done about an anomaly.
///
/// None of these appoints, replaces or recalls a member of a committee: the guidance body may not.
package enum AnomalyAction: String, Codable, Sendable, CaseIterable {
  case newMeeting, freshElection, reformCommittee, declareVoid, renominate, `continue`, revote, runoff
  case leaveVacant, recount, womenPriority, womenRunoff, voidWin, refill, dismiss, resume, moveDay
  case announceLater, announceByGuidance, replaceMembers, approve, refuse, correctRoll, blockCard
  case nextNominee, paperFallback, extend, restart, convene

  /// Whether this vote is over for good: what follows is another election, and this one's archive.
  package var endsVote: Bool {
    switch self {
    case .freshElection, .declareVoid, .newMeeting, .restart: true
    default: false
    }
  }

  /// The stage that the election goes back to, with everything after it undone; nil where it goes on.
  package var returnsTo: Stage? {
    switch self {
    case .reformCommittee: .committeeFormed
    case .renominate: .nominating
    default: nil
    }
  }
}

/// Who has to act on an anomaly.
package enum AnomalyAuthority: String, Codable, Sendable {
  /// G: nothing moves without a signed authorisation of the guidance body.
  case guidance
  /// g: the guidance body is told.
  case inform
}

/// What a pack says of one anomaly.
package struct AnomalyRule: Codable, Sendable, Equatable {
  package let authority: Ruled<AnomalyAuthority>
  package let actions: [AnomalyAction]
  /// From this stage on the guidance body has to authorise even where it was only told before.
  package let guidanceFrom: Stage?

  /// Who has to act when it is raised in a stage.
  package func authority(at stage: Stage?) -> AnomalyAuthority {
    if let guidanceFrom, let stage, stage >= guidanceFrom { return .guidance }
    return authority.value
  }
}
