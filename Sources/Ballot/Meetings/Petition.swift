/// Who asks for a recall, against each base that the law takes.
package struct Petition: Sendable, Equatable {
  private let signers: Attendance

  package init(_ signers: [ShareBase: (present: Int, due: Int)]) { self.signers = Attendance(signers) }

  /// Each share the law knows that was counted; one that holds is enough.
  package func checks(_ rules: KindRules) -> [RuleCheck] {
    rules.petitionRules.flatMap { rule in
      signers.checks(Ruled([rule.value], source: rule.source, confidence: rule.confidence)).map {
        RuleCheck(.petition, $0.count, of: $0.base, $0.of, $0.threshold, source: $0.source)
      }
    }
  }

  package func isAccepted(_ rules: KindRules) -> Bool { checks(rules).contains(where: \.holds) }

  /// Whether a new recall on the same facts may be asked for on a day.
  package static func mayRepeat(sameFacts: Bool, lastVote: Day?, on day: Day, _ pack: RulePack) -> Bool {
    guard sameFacts, let lastVote else { return true }
    return day >= lastVote.adding(days: pack.recallCooldownDays.value)
  }
}

/// A vote on one question: a recall, a resignation, a plan.
package struct QuestionVote: Sendable, Equatable {
  package let agree: Int
  package let disagree: Int
  package let abstain: Int
  package let void: Int

  package init(agree: Int, disagree: Int = 0, abstain: Int = 0, void: Int = 0) {
    self.agree = agree
    self.disagree = disagree
    self.abstain = abstain
    self.void = void
  }
}

/// What became of a question, with the checks that explain it.
package struct QuestionOutcome: Sendable, Equatable {
  package enum Verdict: Sendable, Equatable {
    case carried
    case failed
    case void(AnomalyCode)
  }

  package let verdict: Verdict
  package let checks: [RuleCheck]
}

extension OutcomeRules {
  /// Decides a question: returned within issued, turnout, then more than half of those voting say yes.
  ///
  /// Exactly half is a failure; there is no runoff and no re-vote.
  package func decide(roll: Int, issued: Int, returned: Int, question: QuestionVote) -> QuestionOutcome {
    let checks = [
      RuleCheck(
        .returnedWithinIssued, issued, of: returned, .returned, .atLeast(1, 1), source: "SH 19, ZJ 27, BJ 28"),
      RuleCheck(.turnout, returned, of: roll, turnoutBase, turnout, source: turnoutSource),
    ]
    guard checks[0].holds else {
      return QuestionOutcome(verdict: .void(.moreReturnedThanIssued), checks: checks)
    }
    guard checks[1].holds else {
      let anomaly = AnomalyCode(rawValue: turnoutAnomaly) ?? .turnoutNotReached
      return QuestionOutcome(verdict: .void(anomaly), checks: checks)
    }
    let yes = RuleCheck(.majority, question.agree, of: returned, winBase, win, source: winSource)
    return QuestionOutcome(verdict: yes.holds ? .carried : .failed, checks: checks + [yes])
  }
}
