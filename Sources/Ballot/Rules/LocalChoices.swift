/// What the meeting decided where the pack leaves a choice; nil keeps the pack's default.
package struct LocalChoices: Codable, Sendable, Equatable {
  package var overvoteScope: OvervoteScope?
  package var samePersonTwoPosts: SamePersonRule?
  package var blankBallotClass: BlankBallotClass?
  package var womenSeat: WomenSeatRule?
  package var accumulateDownward: Bool?
  /// Parameters that are numbers, by their name in the pack.
  package var numbers: [String: Int]?

  package init(
    overvoteScope: OvervoteScope? = nil, samePersonTwoPosts: SamePersonRule? = nil,
    blankBallotClass: BlankBallotClass? = nil, womenSeat: WomenSeatRule? = nil,
    accumulateDownward: Bool? = nil, numbers: [String: Int]? = nil
  ) {
    self.overvoteScope = overvoteScope
    self.samePersonTwoPosts = samePersonTwoPosts
    self.blankBallotClass = blankBallotClass
    self.womenSeat = womenSeat
    self.accumulateDownward = accumulateDownward
    self.numbers = numbers
  }

  /// Every choice made, with its name in the pack and its value as text.
  package var made: [(parameter: String, value: String)] {
    let words: [(String, String?)] = [
      ("overvoteScope", overvoteScope?.rawValue), ("samePersonTwoPosts", samePersonTwoPosts?.rawValue),
      ("blankBallotClass", blankBallotClass?.rawValue), ("womenSeat", womenSeat?.rawValue),
      ("accumulateDownward", accumulateDownward.map(String.init)),
    ]
    let counts = (numbers ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, String($0.value)) }
    return words.compactMap { name, value in value.map { (name, $0) } } + counts
  }
}

extension RulePack {
  /// The parameters that are numbers and that a pack may leave to the meeting.
  private static let adjustableNumbers: [String: any WritableKeyPath<RulePack, Ruled<Int>> & Sendable] = [
    "formalListLeadDays": \.formalListLeadDays, "minSurplusPerPost": \.minSurplusPerPost,
    "nominatorsMin": \.nominatorsMin, "proxyCutoffLeadDays": \.proxyCutoffLeadDays,
    "proxyListLeadDays": \.proxyListLeadDays, "mobileBoxMinScrutineers": \.mobileBoxMinScrutineers,
    "runoffSurplus": \.runoffSurplus, "runoffWindowDays": \.runoffWindowDays,
    "scrutineersPerDecision": \.scrutineersPerDecision, "resultFilingDays": \.resultFilingDays,
    "proxyMaxPrincipals": \.proxyMaxPrincipals,
  ]

  /// The names of the numbers that some pack leaves to the meeting.
  package static var choiceNumbers: [String] { adjustableNumbers.keys.sorted() }

  /// The numbers of this pack that a rule or a deadline may name.
  package func number(_ parameter: String) -> Ruled<Int>? {
    if let path = RulePack.adjustableNumbers[parameter] { return self[keyPath: path] }
    switch parameter {
    case "minimumAge": return minimumAge
    case "rollPostingLeadDays": return rollPostingLeadDays
    case "rollObjectionDays": return rollObjectionDays
    case "rollDecisionDays": return rollDecisionDays
    case "handoverDays": return handoverDays
    case "disclosureDays": return disclosureDays
    case "recallVoteWithinDays": return recallVoteWithinDays
    case "auditLeadDays": return auditLeadDays
    default: return nil
    }
  }

  /// Every choice that the pack does not leave to the meeting; empty when all may stand.
  package func refusals(of choices: LocalChoices) -> [ChoiceRefusal] {
    choices.made.compactMap { name, value in
      guard let limits = adjustable[name] else {
        let known = number(name) != nil || choices.numbers?[name] == nil
        return ChoiceRefusal(parameter: name, value: value, reason: known ? .notAdjustable : .unknown)
      }
      return limits.allows(value)
        ? nil : ChoiceRefusal(parameter: name, value: value, reason: .outOfRange(allowed: limits.allowed))
    }
  }

  /// The pack with the meeting's choices in place of its defaults.
  ///
  /// - Throws: the first choice that the pack does not leave to the meeting.
  package func adopting(_ choices: LocalChoices) throws(ChoiceRefusal) -> RulePack {
    if let refusal = refusals(of: choices).first { throw refusal }
    var pack = self
    pack.adopt(choices.overvoteScope, \.overvoteScope)
    pack.adopt(choices.samePersonTwoPosts, \.samePersonTwoPosts)
    pack.adopt(choices.blankBallotClass, \.blankBallotClass)
    pack.adopt(choices.womenSeat, \.womenSeat)
    pack.adopt(choices.accumulateDownward, \.accumulateDownward)
    for (name, value) in choices.numbers ?? [:] {
      if let path = RulePack.adjustableNumbers[name] { pack.adopt(value, path) }
    }
    return pack
  }

  private mutating func adopt<Value>(_ value: Value?, _ path: WritableKeyPath<RulePack, Ruled<Value>>) {
    guard let value else { return }
    self[keyPath: path] = Ruled(value, source: self[keyPath: path].source, confidence: .adopted)
  }
}
