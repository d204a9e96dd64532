import Ballot

/// Holds the totals that a bundle states against the ballots in it and the rules of its pack.
struct TallyComparison {
  let stated: StatedResult
  let replay: TallyReplay
  let pack: RulePack
  private(set) var reasons: [Reason] = []

  init(_ stated: StatedResult, _ replay: TallyReplay, _ pack: RulePack) {
    self.stated = stated
    self.replay = replay
    self.pack = pack
    for row in stated.turnout { compare(turnout: row) }
    let pages = Set(stated.turnout.compactMap { $0["page"]?.integer })
    for page in replay.pages.keys.sorted() where !pages.contains(page) {
      differ(.returned, "\(page)", "0", "\(replay.pages[page]?.returned ?? 0)")
    }
    for row in stated.posts { compare(post: row) }
    compareVotes()
    compareCandidates()
  }

  private mutating func differ(
    _ quantity: Reason.Difference.Quantity, _ place: String, _ stated: String, _ found: String
  ) {
    guard stated != found else { return }
    let place = String(place.prefix(64))
    reasons.append(
      .differs(
        .init(
          quantity: quantity, place: place, stated: String(stated.prefix(64)), found: String(found.prefix(64))
        )))
  }

  private mutating func differ(
    _ quantity: Reason.Difference.Quantity, _ place: String, _ row: JSON, _ column: String, _ found: Int
  ) {
    differ(quantity, place, row[column]?.integer.map(String.init) ?? "—", String(found))
  }

  private mutating func compare(turnout row: JSON) {
    let page = row["page"]?.integer ?? 0
    let count = replay.pages[page] ?? TallyReplay.PageCount()
    let place = "\(page)"
    differ(.returned, place, row, "returned", count.returned)
    differ(.void, place, row, "void", count.void)
    differ(.abstentions, place, row, "abstentions", count.abstentions)
    differ(.valid, place, row, "valid", count.valid)
    guard let roll = row["roll"]?.integer, let issued = row["issued"]?.integer, roll >= 0,
      let need = row["need"]?.integer
    else { return }
    let needs = turnoutThresholds.map { $0.minimum(of: roll) }
    if !needs.isEmpty && !needs.contains(need) {
      differ(.turnoutNeed, place, "\(need)", needs.map(String.init).joined(separator: " / "))
    }
    let verdict =
      count.returned > issued
      ? "moreReturnedThanIssued" : count.returned < need ? "turnoutNotReached" : "valid"
    differ(.validity, place, row["verdict"]?.string ?? "—", verdict)
    if verdict != "valid" { differ(.validity, place, "\(stated.isValid)", "false") }
  }

  /// Every threshold by which a vote of this kind may become valid under the pack.
  private var turnoutThresholds: [Threshold] {
    guard let rules = stated.kind.flatMap(pack.rules) else { return [] }
    let bodies = rules.electorates.compactMap { rules.quorum(of: $0)?.value.map(\.threshold) }
    return [rules.turnout.value, rules.runoffTurnout.value] + bodies.flatMap(\.self)
  }

  /// Every threshold by which a person may be elected under the pack.
  private var winThresholds: [Threshold] {
    guard let rules = stated.kind.flatMap(pack.rules) else { return [] }
    return [rules.win.value, rules.runoffFloor.value, .plurality]
      + rules.electorates.map(rules.win(in:))
      .map(\.value)
  }

  private mutating func compare(post row: JSON) {
    let post = row["post"]?.string ?? ""
    let count = replay.posts[post] ?? TallyReplay.PostCount()
    differ(.voidSections, post, row, "void_sections", count.voidSections)
    differ(.nobody, post, row, "nobody", count.nobody)
    let tally = stated.tally.filter { $0["post"]?.string == post }
    let elected = tally.count { $0["elected"] == .bool(true) }
    differ(.elected, post, row, "elected", elected)
    guard stated.isValid else { return differ(.elected, post, "\(elected)", "0") }
    compareRule(row, tally, returned: replay.pages[count.page]?.returned ?? 0, post: post)
    let seats = row["seats"]?.integer ?? 0
    let filled =
      elected + max(0, row["vacant"]?.integer ?? 0) + max(0, row["tied_seats"]?.integer ?? 0)
    differ(.seats, post, "\(seats)", "\(filled)")
  }

  private mutating func compareRule(_ row: JSON, _ tally: [JSON], returned: Int, post: String) {
    let text = row["rule"]?.string ?? ""
    guard let rule = Threshold(text), winThresholds.isEmpty || winThresholds.contains(rule) else {
      return differ(.rule, post, text, winThresholds.map(\.description).joined(separator: " / "))
    }
    if (stated.kind.flatMap(pack.rules)?.winBase.value ?? .returned) == .returned {
      differ(.denominator, post, row, "denominator", returned)
    }
    let need = rule.minimum(of: max(0, row["denominator"]?.integer ?? 0))
    differ(.need, post, row, "need", need)
    for person in tally where person["elected"] == .bool(true) {
      // Where votes for a higher post also count for the lower ones, a person has those of all posts (高职票下加).
      let name = person["name"]?.string
      let votes = stated.tally.filter { $0["name"]?.string == name }
        .reduce(0) { $0 + max(0, min($1["votes"]?.integer ?? 0, 1 << 40)) }
      if votes < need { differ(.elected, person["person"]?.string ?? post, "\(votes)", "≥ \(need)") }
    }
  }

  private mutating func compareVotes() {
    var seen: Set<String> = []
    for row in stated.tally {
      guard let post = row["post"]?.string, let person = row["person"]?.string else { continue }
      let count = replay.posts[post] ?? TallyReplay.PostCount()
      seen.insert(person)
      differ(.votes, person, row, "votes", count.votes[person, default: 0])
      differ(.votes, person, row, "numerator", count.votes[person, default: 0])
      guard row["write_in"] == .bool(false) else { continue }
      differ(.against, person, row, "against", count.against[person, default: 0])
      differ(.abstain, person, row, "abstain", count.abstain[person, default: 0])
    }
    for (_, count) in replay.posts.sorted(by: { $0.key < $1.key }) {
      for (person, votes) in count.votes.sorted(by: { $0.key < $1.key }) where !seen.contains(person) {
        differ(.votes, person, "—", "\(votes)")
      }
    }
  }

  /// The names on the ballot are the names in the tally.
  private mutating func compareCandidates() {
    let names = Dictionary(
      stated.tally.filter { $0["write_in"] == .bool(false) }
        .compactMap { row in row["person"]?.string.map { ($0, row["name"]?.string ?? "") } },
      uniquingKeysWith: { first, _ in first })
    for row in stated.candidates {
      let line = row["line"]?.string ?? ""
      differ(.candidateName, line, names[line] ?? "—", row["name"]?.string ?? "")
    }
  }
}
