import Archive
import Ballot

/// The tables of a made-up election, row by row as the box writes them; a test may change a row before it is sealed.
struct PracticeTables {
  /// The rows by table; the common columns are added when they are sealed.
  var rows: [RecordTable: [[String: JSON]]] = [:]

  init(_ vote: PracticeVote, community: String, day: Day, using dice: inout PracticeDice) {
    let digest = Digest.of(RulePack.files[PracticeVote.packID] ?? []).hex
    rows[.election] = [
      [
        "community": .string(community), "election_day": .string(day.description), "term": .integer(12),
        "rule_pack": .string(PracticeVote.packID), "rule_pack_sha256": .string(digest),
        "plan_sha256": .string(dice.hex(32)), "roll_sha256": .string(dice.hex(32)),
        "valid": .bool(vote.isValid),
      ]
    ]
    rows[.posts] = vote.tally.posts.map { Self.post($0, vote, digest) }
    rows[.candidates] = vote.posts.flatMap { post in
      post.candidates.enumerated().map { index, name in
        [
          "round": .integer(1), "post": .string(post.id.rawValue), "name": .string(name),
          "line": .string(LineID.candidate(index + 1, of: post.id).rawValue),
        ]
      }
    }
    rows[.tally] = vote.tally.posts.flatMap { Self.tally($0, vote, digest) }
    rows[.ballots] = Self.ballots(vote, &dice)
    rows[.turnout] = [Self.turnout(vote)]
    rows[.stages] = Self.stages(day)
    rows[.bulletins] = [["code": .string("B22"), "number": .integer(1), "sha256": .string(dice.hex(32))]]
  }

  private static func post(_ tally: PostTally, _ vote: PracticeVote, _ digest: String) -> [String: JSON] {
    let outcome = vote.outcome.posts.first { $0.post == tally.post }
    return [
      "round": .integer(1), "post": .string(tally.post.rawValue),
      "title": .string(vote.posts.first { $0.id == tally.post }?.title ?? ""),
      "seats": .integer(tally.seats), "rule": .string(outcome?.threshold.description ?? ""),
      "rule_pack_sha256": .string(digest), "denominator": .integer(outcome?.base ?? tally.base),
      "need": .integer(outcome?.need ?? 0), "elected": .integer(outcome?.elected.count ?? 0),
      "vacant": .integer(outcome?.vacant ?? 0), "tied_seats": .integer(outcome?.tiedSeats ?? 0),
      "void_sections": .integer(tally.voidSections), "nobody": .integer(tally.nobody), "carried": .null,
    ]
  }

  private static func tally(_ tally: PostTally, _ vote: PracticeVote, _ digest: String) -> [[String: JSON]] {
    let outcome = vote.outcome.posts.first { $0.post == tally.post }
    return tally.votes.sorted { $0.key < $1.key }.map { person, votes in
      let line = tally.lines.first { $0.person == person }
      let need = outcome?.need ?? 0
      return [
        "round": .integer(1), "post": .string(tally.post.rawValue), "person": .string(vote.reference(person, of: tally.post)),
        "name": .string(vote.name(person, of: tally.post)), "write_in": .bool(line == nil),
        "votes": .integer(votes), "against": line.map { .integer($0.against) } ?? .null,
        "abstain": line.map { .integer($0.abstain) } ?? .null,
        "elected": .bool(outcome?.elected.contains(person) == true),
        "rule": .string(outcome?.threshold.description ?? ""), "rule_pack_sha256": .string(digest),
        "numerator": .integer(votes), "denominator": .integer(outcome?.base ?? tally.base),
        "reason": .string("\(votes) \(votes >= need ? "≥" : "<") \(need)"),
      ]
    }
  }

  private static func turnout(_ vote: PracticeVote) -> [String: JSON] {
    let verdict =
      switch vote.outcome.validity {
      case .valid: "valid"
      case .moreReturnedThanIssued: "moreReturnedThanIssued"
      case .turnoutNotReached: "turnoutNotReached"
      }
    return [
      "round": .integer(1), "page": .integer(1), "roll": .integer(vote.roll), "printed": .integer(vote.roll + 10),
      "issued": .integer(vote.issued), "spoiled": .integer(0),
      "unused": .integer(vote.roll + 10 - vote.issued),
      "returned": .integer(vote.tally.returned), "valid": .integer(vote.tally.valid),
      "abstentions": .integer(vote.tally.abstentions), "void": .integer(vote.tally.void),
      "need": .integer(vote.outcome.turnoutNeed), "verdict": .string(verdict),
    ]
  }

  /// The steps of the procedure, each on its day before or after election day.
  private static func stages(_ day: Day) -> [[String: JSON]] {
    let steps: [(Stage, Int)] = [
      (.planAdopted, -40), (.rollPosted, -25), (.candidatesPosted, -8), (.polling, 0), (.counting, 0),
      (.declared, 0), (.archived, 3),
    ]
    return steps.enumerated().map { index, step in
      let entered = day.adding(days: step.1)
      return [
        "stage": .string(step.0.rawValue), "code": .string(step.0.code),
        "entered_at": .string("\(entered)T\(index < 4 ? "09" : "1\(index)"):00:00+08:00"),
        "due": .string(entered.adding(days: 1).description), "over": .string(entered.description),
      ]
    }
  }

  private static func ballots(_ vote: PracticeVote, _ dice: inout PracticeDice) -> [[String: JSON]] {
    let rules = ValidityRules()
    let identified = vote.sheets.map { (id: dice.hex(16), sheet: $0) }.sorted { $0.id < $1.id }
    return identified.flatMap { id, sheet -> [[String: JSON]] in
      guard let verdict = rules.judge(sheet, posts: vote.counted) else { return [] }
      return sheet.lines.map { ballot(id, $0, sheet, verdict, vote) }
    }
  }

  private static func ballot(
    _ id: String, _ line: LineReading, _ sheet: Ballot.RecordedSheet, _ verdict: SheetVerdict,
    _ vote: PracticeVote
  ) -> [String: JSON] {
    let post = PostID(rawValue: String(line.id.rawValue.split(separator: "/").first ?? ""))
    let section = verdict.sections.first { $0.post == post }
    let final = section?.lines[line.id] ?? .blank
    let decision = sheet.decisions.first { $0.line == line.id }
    var person: PersonID? = final == .for ? PersonID(rawValue: line.id.rawValue) : nil
    if case .person(let written)? = decision?.finding { person = written }
    var ground: JSON = .null
    if case .void(let reason) = verdict.standing { ground = .string(reason.rawValue) }
    let counts = ground == .null && person.map { section?.counted.contains($0) == true } == true
    return [
      "round": .integer(1), "ballot": .string(id), "page": .integer(sheet.page), "post": .string(post.rawValue),
      "line": .string(line.id.rawValue), "reading": .string(line.mark.rawValue),
      "certainty": .string(line.certainty.rawValue), "decided": .bool(decision != nil),
      "verdict": .string(name(final)),
      "person": person.map { .string(vote.reference($0, of: post)) } ?? .null, "counted": .bool(counts),
      "ballot_void": ground,
    ]
  }

  private static func name(_ verdict: LineVerdict) -> String {
    switch verdict {
    case .for: "for"
    case .against: "against"
    case .blank: "blank"
    case .void(let rule): "void-\(rule.rawValue)"
    }
  }
}
