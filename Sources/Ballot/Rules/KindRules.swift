/// Everything the law says of one kind of election (RULES §2.1).
package struct KindRules: Codable, Sendable, Equatable {
  /// The bodies that may hold this vote, the usual one first.
  package let electorates: [Electorate]
  private let turnouts: [String: Ruled<[Share]>]
  /// The least and the most seats.
  package let seats: Ruled<[Int]>
  package let oddSeats: Ruled<Bool>
  /// Women that the body must have at least.
  package let womenLeast: Ruled<Int>
  package let surplusRequired: Ruled<Bool>
  package let win: Ruled<Threshold>
  package let winBase: Ruled<MajorityBase>
  private let winByBody: [String: Ruled<Threshold>]?
  package let runoff: Ruled<RunoffRule>
  package let runoffTurnout: Ruled<Threshold>
  package let runoffFloor: Ruled<Threshold>
  package let tie: Ruled<TieRule>
  package let proxies: Ruled<Bool>
  /// The anomaly that a failed turnout raises: A02 for an election, A01 for a meeting.
  package let turnoutAnomaly: String
  /// The name of the procedure in the pack that leads through this kind.
  package let procedure: String
  /// The posts from the highest to the lowest.
  package let postsFilled: [String]
  private let petitions: [String: Ruled<Share>]?

  /// The turnout of the usual body, as one threshold.
  package var turnout: Ruled<Threshold> {
    electorates.first.flatMap(turnout(of:))
      ?? Ruled(.moreThan(1, 1), source: "no electorate", confidence: .assumption)
  }

  /// The turnout that a body needs; the first alternative where there are several.
  package func turnout(of body: Electorate) -> Ruled<Threshold>? {
    guard let rule = turnouts[body.rawValue], let first = rule.value.first else { return nil }
    return Ruled(first.threshold, source: rule.source, confidence: rule.confidence)
  }

  /// The alternatives of which one is enough, such as `> 1/2 adults` or `>= 2/3 households`.
  package func quorum(of body: Electorate) -> Ruled<[Share]>? { turnouts[body.rawValue] }

  /// The share of the votes that wins in a body.
  package func win(in body: Electorate) -> Ruled<Threshold> { winByBody?[body.rawValue] ?? win }

  /// The petitions of which one is enough to put a recall to the vote.
  package var petitionRules: [Ruled<Share>] {
    (petitions ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether the body chosen is one that may hold this vote and has a turnout rule.
  package var isComplete: Bool {
    !electorates.isEmpty && electorates.allSatisfy { turnouts[$0.rawValue]?.value.isEmpty == false }
      && seats.value.count == 2
  }
}

/// When a meeting may open and how it decides (RULES §2.3).
package struct MeetingRules: Codable, Sendable, Equatable {
  /// The alternatives of which one is enough.
  package let opens: Ruled<[Share]>
  package let decides: Ruled<Share>
  package let noticeDays: Ruled<Int>
  package let noticeMayBeShorter: Ruled<Bool>
  /// Who can demand that it be called.
  package let callers: Ruled<[Share]>
  package let timesAYear: Ruled<Int>
}

/// The thresholds of homeowners' votes (RULES §2.5).
package struct OwnersRules: Codable, Sendable, Equatable {
  package let participationArea: Ruled<Threshold>
  package let participationHeads: Ruled<Threshold>
  package let ordinaryArea: Ruled<Threshold>
  package let ordinaryHeads: Ruled<Threshold>
  package let specialArea: Ruled<Threshold>
  package let specialHeads: Ruled<Threshold>
  /// The classes of Civil Code 278 that need three quarters.
  package let specialMatters: Ruled<[Int]>
  package let electionMatter: Ruled<Int>
  package let silence: Ruled<SilenceRule>
  package let areaOrder: Ruled<[AreaSource]>
  package let annulmentYears: Ruled<Int>
  package let electronicVoting: Ruled<Bool>

  /// Where a unit's area comes from, the better source first (SPC 8).
  package enum AreaSource: String, Codable, Sendable, CaseIterable { case registered, surveyed, contract }
}
