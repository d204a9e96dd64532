import Ballot
import Simulator

/// What one voter meant and did: the truth that the count has to find again.
struct DemoVote {
  /// What the scrutineers will say of a line that a person has to decide.
  let findings: [LineID: LineDecision.Finding]
  let marking: SheetMarking
  /// The persons chosen by post; nil where the section is void by over-vote.
  let chosen: [PostID: [PersonID]?]
  /// The printed lines that count as votes: what the talliers put on the paper sheet.
  let strokes: [LineID]
  let isBlank: Bool

  init(_ election: ElectionState, voters: Int, dice: inout DemoDice) {
    var hand = VoteHand(election, voters: voters)
    if dice.chance(12) {
      hand.leaveBlank()
    } else {
      for post in election.plan.posts { hand.vote(for: post, dice: &dice) }
    }
    findings = hand.findings
    marking = SheetMarking(hand.entries)
    chosen = hand.chosen
    strokes = hand.strokes
    isBlank = !hand.touched
  }
}

/// Fills one ballot in, post by post.
private struct VoteHand {
  private let election: ElectionState
  private let voters: Int
  private(set) var entries: [SheetMarking.Entry] = []
  private(set) var findings: [LineID: LineDecision.Finding] = [:]
  private(set) var chosen: [PostID: [PersonID]?] = [:]
  private(set) var strokes: [LineID] = []
  private(set) var touched = false
  private var taken: Set<PersonID> = []
  private let candidates: Set<Int>

  init(_ election: ElectionState, voters: Int) {
    self.election = election
    self.voters = voters
    candidates = Set((election.frozen?.candidates ?? [:]).values.flatMap { $0 })
  }

  mutating func leaveBlank() {
    for post in election.plan.posts { chosen[post.id] = .some([]) }
  }

  mutating func vote(for post: Post, dice: inout DemoDice) {
    let wanted = choice(post, &dice)
    var persons: [PersonID] = []
    var marked: [LineID] = []
    for number in 1...post.candidates.count {
      let line = LineID.candidate(number, of: post.id)
      let person = election.person(number, of: post.id) ?? PersonID(rawValue: line.rawValue)
      if mark(line, wanted: wanted.contains(number), &dice) {
        persons.append(person)
        marked.append(line)
      }
    }
    if persons.count <= post.seats { strokes += marked }
    if persons.count < post.seats, dice.chance(25) { writeIn(post, &persons, &dice) }
    taken.formUnion(persons)
    chosen[post.id] = persons.count > post.seats ? .some(nil) : .some(persons)
  }

  /// The numbers of the candidates wanted: usually as many as seats, rarely too many.
  private func choice(_ post: Post, _ dice: inout DemoDice) -> Set<Int> {
    let favour = post.seats == 1 ? [580, 330, 40] : [680, 640, 590, 300, 220]
    var wanted = (1...post.candidates.count).filter { number in
      dice.chance(favour[min(number, favour.count) - 1])
    }
    if wanted.count > post.seats, !dice.chance(40) { wanted = Array(wanted.prefix(post.seats)) }
    return Set(wanted)
  }

  /// Marks one printed line; whether it counts as a vote.
  private mutating func mark(_ line: LineID, wanted: Bool, _ dice: inout DemoDice) -> Bool {
    if wanted {
      entries.append(.init(line, dice.chance(120) ? .tick : .circle))
      touched = true
      return true
    }
    if dice.chance(6) { return unclear(line, &dice) }
    if dice.chance(350) {
      entries.append(.init(line, .cross))
      touched = true
    } else if dice.chance(4) {
      entries.append(.init(line, .dot))
      findings[line] = .mark(.blank)
    }
    return false
  }

  /// A mark that is neither sign; the scrutineers will find a corrected × against, the rest void.
  private mutating func unclear(_ line: LineID, _ dice: inout DemoDice) -> Bool {
    let kind = dice.pick([MarkKind.corrected, .both, .filled])
    entries.append(.init(line, kind))
    findings[line] = kind == .corrected ? .mark(.against) : .void(.m09)
    touched = true
    return false
  }

  /// Writes a name in: somebody on the roll, a printed candidate again, or nobody can read it.
  private mutating func writeIn(_ post: Post, _ persons: inout [PersonID], _ dice: inout DemoDice) {
    let line = LineID.writeIn(1, of: post.id)
    entries.append(.init(line, dice.chance(800) ? .circle : .blank, writesName: true))
    touched = true
    if dice.chance(120) {
      findings[line] = .void(.m11)
      return
    }
    let person: PersonID
    if dice.chance(150), let printed = election.person(1, of: post.id), !taken.contains(printed) {
      person = printed
    } else {
      let others = (1...min(voters, 20)).filter { !candidates.contains($0) }
      person = PersonID(roll: others.isEmpty ? 1 : dice.pick(others))
    }
    findings[line] = .person(person)
    if !persons.contains(person), !taken.contains(person) {
      persons.append(person)
    } else if taken.contains(person) {
      findings[line] = .void(.m12)
    }
  }
}

/// The true count, added up by the demonstration itself and not by the program's own tally.
struct DemoTruth: Equatable {
  private(set) var returned = 0
  private(set) var blank = 0
  private(set) var overvotes: [PostID: Int] = [:]
  private(set) var votes: [PostID: [PersonID: Int]] = [:]
  /// The paper tally sheets.
  private(set) var strokes: [LineID: Int] = [:]

  mutating func add(_ vote: DemoVote) {
    returned += 1
    for line in vote.strokes { strokes[line, default: 0] += 1 }
    if vote.isBlank { blank += 1 }
    for (post, persons) in vote.chosen {
      guard let persons else {
        overvotes[post, default: 0] += 1
        continue
      }
      for person in persons { votes[post, default: [:]][person, default: 0] += 1 }
    }
  }

  /// What differs between a result and the truth, in words; empty when they are equal.
  func differences(_ result: ResultDocument) -> [String] {
    var differences: [String] = []
    let page = result.pages.first
    if page?.returned != returned { differences.append("returned \(page?.returned ?? 0) ≠ \(returned)") }
    if page?.abstentions != blank { differences.append("blank \(page?.abstentions ?? 0) ≠ \(blank)") }
    if page?.void != 0 { differences.append("void \(page?.void ?? 0) ≠ 0") }
    for post in result.posts {
      let id = PostID(rawValue: post.post)
      if post.voidSections != overvotes[id, default: 0] {
        differences.append("\(post.post) over-votes \(post.voidSections) ≠ \(overvotes[id, default: 0])")
      }
      let counted = Dictionary(uniqueKeysWithValues: post.persons.map { ($0.person, $0.votes) })
      let known = Dictionary(uniqueKeysWithValues: (votes[id] ?? [:]).map { ($0.key.rawValue, $0.value) })
      for person in Set(counted.keys).union(known.keys).sorted()
      where counted[person, default: 0] != known[person, default: 0] {
        differences.append(
          "\(post.post) \(person): \(counted[person, default: 0]) ≠ \(known[person, default: 0])")
      }
    }
    return differences
  }
}
