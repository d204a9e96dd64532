/// Who is present and who is due at a meeting, by each way of counting that was taken.
package struct Attendance: Sendable, Equatable {
  /// Present and due, by base.
  private let counts: [ShareBase: (present: Int, due: Int)]

  package init(_ counts: [ShareBase: (present: Int, due: Int)]) { self.counts = counts }

  package static func == (left: Attendance, right: Attendance) -> Bool {
    left.counts.keys == right.counts.keys
      && left.counts.allSatisfy { $0.value == right.counts[$0.key] ?? (0, 0) }
  }

  /// Each alternative of a quorum rule with its numbers; an alternative nobody counted is left out.
  package func checks(_ quorum: Ruled<[Share]>) -> [RuleCheck] {
    quorum.value.compactMap { share in
      counts[share.base].map {
        RuleCheck(.quorum, $0.present, of: $0.due, share.base, share.threshold, source: quorum.source)
      }
    }
  }
}

/// Whether a meeting is lawful and what it decided; the meeting is void without a quorum (A01).
package struct MeetingOutcome: Sendable, Equatable {
  package enum Verdict: Sendable, Equatable {
    case carried
    /// Quorate, but the votes do not suffice.
    case failed
    /// No quorum: nothing decided there stands (A01).
    case void
  }

  package let verdict: Verdict
  package let quorum: [RuleCheck]
  /// Nil where the meeting is void.
  package let decision: RuleCheck?

  package var anomaly: AnomalyCode? { verdict == .void ? .meetingVoid : nil }
}

extension MeetingRules {
  /// Whether the meeting may open: one alternative is enough.
  package func isQuorate(_ attendance: Attendance) -> Bool {
    attendance.checks(opens).contains(where: \.holds)
  }

  /// What a meeting decided by `agreed` votes of `attending` people.
  package func decide(agreed: Int, attending: Int, _ attendance: Attendance) -> MeetingOutcome {
    let quorum = attendance.checks(opens)
    guard quorum.contains(where: \.holds) else {
      return MeetingOutcome(verdict: .void, quorum: quorum, decision: nil)
    }
    let check = RuleCheck(
      .decision, agreed, of: attending, decides.value.base, decides.value.threshold, source: decides.source)
    return MeetingOutcome(verdict: check.holds ? .carried : .failed, quorum: quorum, decision: check)
  }

  /// Whether the people who ask for a meeting are enough that it must be called.
  package func mustBeCalled(_ asking: Attendance) -> [RuleCheck] { asking.checks(callers) }
}

extension OutcomeRules {
  /// Decides an election held by a meeting: its quorum by any alternative, then the votes of those attending.
  package func decide(
    meeting attendance: Attendance, quorum: Ruled<[Share]>, attending: Int, posts: [PostVotes],
    facts: PersonFacts? = nil
  ) -> VoteOutcome {
    let checks = attendance.checks(quorum)
    guard checks.contains(where: \.holds) else {
      return VoteOutcome(
        validity: .turnoutNotReached(anomaly: "A01"), turnoutNeed: checks.first?.needed ?? 0, checks: checks,
        posts: [], womenLacking: 0)
    }
    let settled = Settlement(rules: self, returned: attending, posts: posts, facts: facts).settled()
    return VoteOutcome(
      validity: .valid, turnoutNeed: checks.first?.needed ?? 0, checks: checks, posts: settled.posts,
      womenLacking: settled.womenLacking)
  }
}
