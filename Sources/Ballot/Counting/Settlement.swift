/// Fills the posts of a valid vote under the rules of composition.
///
/// Each pass ranks the persons who may still be in, from the highest post down. Whoever must give way to a
/// near relative is taken out, and the posts are filled again; since a pass takes out at least one person, it
/// ends. Then, if no woman is in, a woman over the threshold takes a seat first, or a seat is kept for women.
struct Settlement {
  let rules: OutcomeRules
  let returned: Int
  let posts: [PostVotes]
  let facts: PersonFacts?

  private struct Exclusions {
    var passedOver: [PersonID: PassedOver.Reason] = [:]
    /// Near relatives with equal votes for one post: one seat between them.
    var relativeTies: [PostID: [[PersonID]]] = [:]
    /// The woman who takes a seat of the last post first.
    var womanFirst: [PersonID] = []
  }

  struct Settled {
    let posts: [PostOutcome]
    let womenLacking: Int
  }

  func settled() -> Settled {
    var exclusions = Exclusions()
    for (person, reasons) in facts?.unfit ?? [:] where !reasons.isEmpty {
      exclusions.passedOver[person] = .unfit(reasons)
    }
    var outcomes = withoutRelatives(&exclusions)
    if womenLacking(outcomes) > 0, rules.womenSeat == .priorityThenReserve {
      // A woman put first may have to give way to a relative; then it is the next woman's turn.
      var women = firstWomen(outcomes, exclusions)
      while womenLacking(outcomes) > 0, !women.isEmpty, women != exclusions.womanFirst {
        exclusions.womanFirst = women
        outcomes = withoutRelatives(&exclusions)
        women = firstWomen(outcomes, exclusions)
      }
      if womenLacking(outcomes) > 0 { outcomes = reserving(outcomes, exclusions) }
    }
    return Settled(posts: outcomes, womenLacking: womenLacking(outcomes))
  }

  // MARK: Filling

  /// Fills every post; whoever is elected to any of them stands in no runoff.
  private func filled(_ exclusions: Exclusions) -> [PostOutcome] {
    let elected = Set(pass(exclusions, barred: []).flatMap(\.elected))
    return pass(exclusions, barred: elected)
  }

  private func pass(_ exclusions: Exclusions, barred: Set<PersonID>) -> [PostOutcome] {
    var taken = Set(facts?.inOffice ?? [])
    var carried: [PersonID: Int] = [:]
    return posts.map { post in
      let votes = rules.accumulatesDownward ? post.votes.merging(carried, uniquingKeysWith: +) : post.votes
      let open = votes.filter { !taken.contains($0.key) && $0.value > 0 }
      let outcome = fill(post, open, exclusions, barred: barred)
      taken.formUnion(outcome.elected)
      carried = votes.filter { !taken.contains($0.key) }
      return outcome
    }
  }

  /// Fills one post; whoever holds a higher post already was taken out.
  private func fill(
    _ post: PostVotes, _ votes: [PersonID: Int], _ exclusions: Exclusions, barred: Set<PersonID>
  ) -> PostOutcome {
    let ranked = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (person: $0.key, votes: $0.value) }
    let checks = ranked.map { PostOutcome.Standing(person: $0.person, check: check($0.votes)) }
    let ties = (exclusions.relativeTies[post.post] ?? []).map {
      Tie(persons: $0, seats: 1, cause: .nearRelatives)
    }
    let apart = Set(ties.flatMap(\.persons))
    let eligible = ranked.filter { exclusions.passedOver[$0.person] == nil && !apart.contains($0.person) }
    let over = eligible.filter { rules.win.isMet(by: $0.votes, of: returned) }
    let cut = Cut(over, seats: max(0, post.seats - ties.count), first: exclusions.womanFirst)
    let vacant = max(0, post.seats - ties.count - cut.elected.count - cut.tiedSeats)
    let losers = eligible.filter {
      !rules.win.isMet(by: $0.votes, of: returned) && !barred.contains($0.person)
    }
    return PostOutcome(
      post: post.post, seats: post.seats, need: rules.win.minimum(of: returned), threshold: rules.win,
      base: returned, elected: cut.elected, ties: ties + cut.ties, vacant: vacant, reservedForWomen: 0,
      runoff: runoff(losers, vacant: vacant), womenRunoff: [],
      passedOver: passedOver(ranked, post, exclusions)
        + cut.gaveWay.map {
          PassedOver(person: $0, post: post.post, reason: .womanFirst(cut.elected[0]))
        }, checks: checks)
  }

  private func check(_ votes: Int) -> RuleCheck {
    RuleCheck(
      rules.isRunoff ? .runoffFloor : .majority, votes, of: returned, rules.winBase, rules.win,
      source: rules.winSource)
  }

  /// Everybody over the threshold who was taken out.
  private func passedOver(
    _ ranked: [(person: PersonID, votes: Int)], _ post: PostVotes, _ exclusions: Exclusions
  ) -> [PassedOver] {
    ranked.filter { rules.win.isMet(by: $0.votes, of: returned) }.compactMap { entry in
      exclusions.passedOver[entry.person].map {
        PassedOver(person: entry.person, post: post.post, reason: $0)
      }
    }
  }

  /// The highest losers, as many as vacant seats and surplus; all who tie at the last place.
  private func runoff(_ losers: [(person: PersonID, votes: Int)], vacant: Int) -> [PersonID] {
    guard vacant > 0 else { return [] }
    let places = vacant + rules.runoffSurplus
    guard losers.count > places else { return losers.map(\.person) }
    let last = losers[places - 1].votes
    return losers.filter { $0.votes >= last }.map(\.person)
  }

  // MARK: Near relatives

  private func withoutRelatives(_ exclusions: inout Exclusions) -> [PostOutcome] {
    var outcomes = filled(exclusions)
    guard rules.relatives == .higherPostThenVotes, let facts else { return outcomes }
    while resolve(outcomes, facts, &exclusions) { outcomes = filled(exclusions) }
    return outcomes
  }

  /// Takes out the first person who has to give way to a near relative; false when nobody has to.
  private func resolve(
    _ outcomes: [PostOutcome], _ facts: PersonFacts, _ exclusions: inout Exclusions
  ) -> Bool {
    var kept = Set(facts.inOffice)
    for (outcome, post) in zip(outcomes, posts) {
      for group in byVotes(outcome.elected, post) {
        for person in group {
          if let relative = facts.relatives(of: person).intersection(kept).min() {
            exclusions.passedOver[person] = .nearRelative(of: relative)
            return true
          }
        }
        for person in group {
          let equals = facts.relatives(of: person).intersection(group).sorted()
          guard !equals.isEmpty else { continue }
          exclusions.relativeTies[outcome.post, default: []].append(([person] + equals).sorted())
          return true
        }
        kept.formUnion(group)
      }
      for person in outcome.tied {
        if let relative = facts.relatives(of: person).intersection(kept).min() {
          remove(person, in: outcome.post, because: relative, from: &exclusions)
          return true
        }
      }
    }
    return false
  }

  private func remove(
    _ person: PersonID, in post: PostID, because relative: PersonID, from exclusions: inout Exclusions
  ) {
    exclusions.passedOver[person] = .nearRelative(of: relative)
    exclusions.relativeTies[post] = exclusions.relativeTies[post]?.map { $0.filter { $0 != person } }
      .filter { $0.count > 1 }
  }

  /// The elected in groups of equal votes, the most first.
  private func byVotes(_ elected: [PersonID], _ post: PostVotes) -> [[PersonID]] {
    Dictionary(grouping: elected) { post.votes[$0] ?? 0 }.sorted { $0.key > $1.key }
      .map { $0.value.sorted() }
  }

  // MARK: The woman's seat

  private func womenLacking(_ outcomes: [PostOutcome]) -> Int {
    guard let facts, rules.womenSeat != .none else { return 0 }
    let women = (outcomes.flatMap(\.elected) + facts.inOffice).count(where: facts.isWoman)
    return max(0, rules.womenLeast - women)
  }

  /// The women over the threshold for the last post with the most votes: one, or several with equal votes.
  private func firstWomen(_ outcomes: [PostOutcome], _ exclusions: Exclusions) -> [PersonID] {
    guard let facts, let last = outcomes.last else { return [] }
    let apart = Set(last.ties.filter { $0.cause == .nearRelatives }.flatMap(\.persons))
    let women = last.checks.filter {
      $0.check.holds && facts.isWoman($0.person) && exclusions.passedOver[$0.person] == nil
        && !apart.contains($0.person)
    }
    let most = women.map(\.check.count).max()
    return women.filter { $0.check.count == most }.map(\.person)
  }

  /// Keeps one seat of the last post for a runoff among women.
  ///
  /// A vacant seat is taken for it, else that of the elected person with the fewest votes. Where a tie decides
  /// the last seat nothing is taken: its re-vote comes first.
  private func reserving(_ outcomes: [PostOutcome], _ exclusions: Exclusions) -> [PostOutcome] {
    guard let facts, let last = outcomes.last, last.ties.isEmpty else { return outcomes }
    let losers = last.checks.filter {
      !$0.check.holds && facts.isWoman($0.person) && exclusions.passedOver[$0.person] == nil
    }
    let gaveWay = last.vacant == 0 ? last.elected.last : nil
    let others = max(0, last.vacant - 1)
    let reserved = PostOutcome(
      post: last.post, seats: last.seats, need: last.need, threshold: last.threshold, base: last.base,
      elected: last.elected.filter { $0 != gaveWay }, ties: last.ties, vacant: max(1, last.vacant),
      reservedForWomen: 1, runoff: Array(last.runoff.prefix(others > 0 ? others + rules.runoffSurplus : 0)),
      womenRunoff: runoff(losers.map { ($0.person, $0.check.count) }, vacant: 1),
      passedOver: last.passedOver
        + [gaveWay].compactMap { person in
          person.map { PassedOver(person: $0, post: last.post, reason: .seatReserved) }
        }, checks: last.checks)
    return outcomes.dropLast() + [reserved]
  }
}

/// Who is in and who ties when ranked persons meet a number of seats.
private struct Cut {
  let elected: [PersonID]
  let ties: [Tie]
  /// Who would be in, had no woman taken a seat first.
  let gaveWay: [PersonID]

  var tiedSeats: Int { ties.reduce(0) { $0 + $1.seats } }

  /// Fills the seats, one of them with the first of `first` whoever ranks before.
  init(_ ranked: [(person: PersonID, votes: Int)], seats: Int, first: [PersonID]) {
    let women = ranked.filter { first.contains($0.person) }
    guard !women.isEmpty, seats > 0 else {
      (elected, ties) = Cut.plain(ranked, seats: seats)
      gaveWay = []
      return
    }
    let others = ranked.filter { !first.contains($0.person) }
    if women.count == 1 {
      let (rest, ties) = Cut.plain(others, seats: seats - 1)
      let chosen = women.map(\.person) + rest
      elected = chosen
      self.ties = ties
      gaveWay = Cut.plain(ranked, seats: seats).elected.filter { !chosen.contains($0) }
    } else {
      let (rest, ties) = Cut.plain(others, seats: seats - 1)
      elected = rest
      self.ties = [Tie(persons: women.map(\.person), seats: 1, cause: .equalVotes)] + ties
      gaveWay = []
    }
  }

  private static func plain(
    _ ranked: [(person: PersonID, votes: Int)], seats: Int
  ) -> (elected: [PersonID], ties: [Tie]) {
    guard ranked.count > seats, seats > 0, ranked[seats].votes == ranked[seats - 1].votes else {
      return (ranked.prefix(max(0, seats)).map(\.person), [])
    }
    let last = ranked[seats - 1].votes
    let elected = ranked.filter { $0.votes > last }.map(\.person)
    let tied = ranked.filter { $0.votes == last }.map(\.person)
    return (elected, [Tie(persons: tied, seats: seats - elected.count, cause: .equalVotes)])
  }
}
