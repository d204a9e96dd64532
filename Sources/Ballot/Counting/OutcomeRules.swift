/// How a vote is decided (RULES §5.3): returned against issued, turnout, each post, then composition.
package struct OutcomeRules: Sendable, Equatable {
  package let turnout: Threshold
  package let win: Threshold
  package let runoffSurplus: Int
  package let turnoutAnomaly: String
  package var turnoutSource = ""
  package var winSource = ""
  package var turnoutBase = ShareBase.roll
  package var winBase = ShareBase.returned
  package var isRunoff = false
  package var womenLeast = 0
  package var womenSeat = WomenSeatRule.none
  package var relatives = NearRelativeRule.none
  /// Whether votes for a higher post also count for the lower ones (高职票下加).
  package var accumulatesDownward = false

  package init(turnout: Threshold, win: Threshold, runoffSurplus: Int, turnoutAnomaly: String = "A02") {
    self.turnout = turnout
    self.win = win
    self.runoffSurplus = runoffSurplus
    self.turnoutAnomaly = turnoutAnomaly
  }

  /// The rules of a first vote held by a body; the usual body when none is named.
  package init(first rules: KindRules, pack: RulePack, body: Electorate? = nil) {
    let turnout = body.flatMap(rules.turnout(of:)) ?? rules.turnout
    let win = body.map(rules.win(in:)) ?? rules.win
    self.init(
      turnout: turnout.value, win: win.value, runoffSurplus: pack.runoffSurplus.value,
      turnoutAnomaly: rules.turnoutAnomaly)
    turnoutSource = turnout.source
    winSource = win.source
    adopt(rules, pack, body)
  }

  /// The rules of a runoff: plurality with a floor.
  package init(runoff rules: KindRules, pack: RulePack, body: Electorate? = nil) {
    let turnout = body.flatMap(rules.turnout(of:)).map { $0.value } ?? rules.runoffTurnout.value
    self.init(
      turnout: turnout, win: rules.runoffFloor.value, runoffSurplus: pack.runoffSurplus.value,
      turnoutAnomaly: rules.turnoutAnomaly)
    turnoutSource = rules.runoffTurnout.source
    winSource = rules.runoffFloor.source
    isRunoff = true
    adopt(rules, pack, body)
  }

  private mutating func adopt(_ rules: KindRules, _ pack: RulePack, _ body: Electorate?) {
    womenLeast = rules.womenLeast.value
    womenSeat = pack.womenSeat.value
    relatives = pack.nearRelativeResolution.value
    accumulatesDownward = pack.accumulateDownward.value
    let usual = body ?? rules.electorates.first
    turnoutBase = usual.flatMap(rules.quorum)?.value.first?.base ?? .roll
    winBase = rules.winBase.value == .returned ? .returned : .attendees
  }

  /// Decides a vote; with `facts` of the persons the composition is settled too.
  package func decide(
    roll: Int, issued: Int, returned: Int, posts: [PostVotes], facts: PersonFacts? = nil
  ) -> VoteOutcome {
    let checks = [
      RuleCheck(
        .returnedWithinIssued, issued, of: returned, .returned, .atLeast(1, 1), source: "SH 19, ZJ 27, BJ 28"),
      RuleCheck(.turnout, returned, of: roll, turnoutBase, turnout, source: turnoutSource),
    ]
    func outcome(
      _ validity: VoteOutcome.Validity, _ posts: [PostOutcome] = [], lacking: Int = 0
    ) -> VoteOutcome {
      VoteOutcome(
        validity: validity, turnoutNeed: checks[1].needed, checks: checks, posts: posts, womenLacking: lacking
      )
    }
    guard checks[0].holds else { return outcome(.moreReturnedThanIssued) }
    guard checks[1].holds else { return outcome(.turnoutNotReached(anomaly: turnoutAnomaly)) }
    let settled = Settlement(rules: self, returned: returned, posts: posts, facts: facts).settled()
    return outcome(.valid, settled.posts, lacking: settled.womenLacking)
  }
}
