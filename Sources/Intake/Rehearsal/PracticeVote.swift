import Archive
import Ballot

/// A made-up vote with its sheets, counted and decided by the law's own code.
struct PracticeVote {
  let posts: [(id: PostID, title: String, seats: Int, candidates: [String])]
  let sheets: [Ballot.RecordedSheet]
  let roll: Int
  let issued: Int
  let pack: RulePack
  let counted: [CountedPost]
  let tally: PageTally
  let outcome: VoteOutcome

  static let kind = ElectionKind.villageCommittee
  static let packID = "CQ-V-2026"
  /// Somebody who is on no ballot.
  static let written = PersonID(rawValue: "written")
  static let writtenName = "另选某"

  /// Draws a vote; the same seed gives the same vote.
  init?(roll: Int, returned: Int, using dice: inout PracticeDice) {
    guard let pack = RulePack.named(Self.packID), let rules = pack.rules(for: Self.kind) else { return nil }
    let posts = Self.posts(&dice)
    let counted = posts.map { post in
      CountedPost(
        id: post.id, seats: post.seats,
        candidates: post.candidates.indices.map { index in
          let line = LineID.candidate(index + 1, of: post.id)
          return (line: line, person: PersonID(rawValue: line.rawValue))
        })
    }
    let sheets = (0..<returned).map { _ in Self.sheet(counted, &dice) }
    guard let tally = Tallier(posts: counted, rules: ValidityRules()).tally(page: 1, sheets) else {
      return nil
    }
    self.posts = posts
    self.sheets = sheets
    self.roll = roll
    self.counted = counted
    self.pack = pack
    self.tally = tally
    issued = min(roll, returned + Int.random(in: 0...3, using: &dice))
    outcome = OutcomeRules(first: rules, pack: pack).decide(
      roll: roll, issued: issued, returned: returned,
      posts: tally.posts.map { PostVotes(post: $0.post, seats: $0.seats, votes: $0.votes) })
  }

  private static func posts(
    _ dice: inout PracticeDice
  ) -> [(id: PostID, title: String, seats: Int, candidates: [String])] {
    [("director", "主任", 1, 2), ("deputy", "副主任", 1, 2), ("member", "委员", 2, 3)].map {
      id, title, seats, count in
      (PostID(rawValue: id), title, seats, (0..<count).map { _ in dice.name() })
    }
  }

  /// Most sheets choose the first names; a few are blank, choose too many, or name somebody else.
  private static func sheet(_ posts: [CountedPost], _ dice: inout PracticeDice) -> Ballot.RecordedSheet {
    let fate = Int.random(in: 0..<40, using: &dice)
    var lines: [LineReading] = []
    var decisions: [LineDecision] = []
    for post in posts {
      for (index, candidate) in post.candidates.enumerated() {
        let mark: Mark = fate == 0 ? .blank : fate == 1 ? .for : self.mark(index, seats: post.seats, &dice)
        let certainty: Certainty = fate != 0 && Int.random(in: 0..<60, using: &dice) == 0 ? .doubtful : .clear
        lines.append(
          LineReading(id: candidate.line, mark: mark, certainty: certainty, confidence: 990, name: nil))
        if certainty == .doubtful { decisions.append(decided(candidate.line, .mark(mark))) }
      }
      for (index, line) in post.writeIns.enumerated() {
        let isWritten = fate == 2 && index == 0 && post.id.rawValue == "director"
        lines.append(
          LineReading(
            id: line, mark: isWritten ? .for : .blank, certainty: .clear, confidence: 990,
            name: isWritten ? .written : .empty))
        if isWritten { decisions.append(decided(line, .person(written))) }
      }
    }
    return Ballot.RecordedSheet(page: 1, lines: lines, decisions: decisions)
  }

  private static func decided(_ line: LineID, _ finding: LineDecision.Finding) -> LineDecision {
    LineDecision(line: line, finding: finding, deciders: ["甲", "乙"])
  }

  private static func mark(_ index: Int, seats: Int, _ dice: inout PracticeDice) -> Mark {
    let chance = index < seats ? 8 : 2
    let draw = Int.random(in: 0..<10, using: &dice)
    return draw < chance ? (index < seats ? .for : .against) : .blank
  }

  var isValid: Bool { outcome.validity == .valid }

  /// The person as the public tables know him: a line of the ballot, or a number of those written in.
  func reference(_ person: PersonID, of post: PostID) -> String {
    person == Self.written ? "\(post.rawValue)/written-1" : person.rawValue
  }

  func name(_ person: PersonID, of post: PostID) -> String {
    let line = Int(person.rawValue.split(separator: "/").last ?? "")
    guard let names = posts.first(where: { $0.id == post })?.candidates, let line,
      names.indices.contains(line - 1)
    else { return Self.writtenName }
    return names[line - 1]
  }
}
