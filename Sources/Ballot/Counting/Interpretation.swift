/// The rules that a sheet is judged by: the pack's defaults with the meeting's choices over them.
package struct ValidityRules: Sendable, Equatable {
  package let overvoteScope: OvervoteScope
  package let samePersonTwoPosts: SamePersonRule
  package let blankBallotClass: BlankBallotClass

  package init(
    overvoteScope: OvervoteScope = .post, samePersonTwoPosts: SamePersonRule = .voidBallot,
    blankBallotClass: BlankBallotClass = .abstention
  ) {
    self.overvoteScope = overvoteScope
    self.samePersonTwoPosts = samePersonTwoPosts
    self.blankBallotClass = blankBallotClass
  }

  package init(pack: RulePack, choices: LocalChoices) {
    self.init(
      overvoteScope: choices.overvoteScope ?? pack.overvoteScope.value,
      samePersonTwoPosts: choices.samePersonTwoPosts ?? pack.samePersonTwoPosts.value,
      blankBallotClass: choices.blankBallotClass ?? pack.blankBallotClass.value)
  }
}

/// A post as the count sees it: its printed lines and who stands on each.
package struct CountedPost: Sendable, Equatable {
  package let id: PostID
  package let seats: Int
  /// The printed lines in order, with the person of each.
  package let candidates: [(line: LineID, person: PersonID)]
  package let writeIns: [LineID]
  /// Whether its lines are the answers to a question, of which one may be marked.
  package let asks: Bool

  package init(id: PostID, seats: Int, candidates: [(line: LineID, person: PersonID)]) {
    self.id = id
    self.seats = seats
    self.candidates = candidates
    self.writeIns = (1...max(1, seats)).map { .writeIn($0, of: id) }
    asks = false
  }

  /// The one section of a ballot that asks a question.
  package static let question = CountedPost(
    answers: Question.Answer.allCases.map { (line: $0.line, person: $0.person) })

  private init(answers: [(line: LineID, person: PersonID)]) {
    id = Question.post
    seats = 1
    candidates = answers
    writeIns = []
    asks = true
  }

  package static func == (left: CountedPost, right: CountedPost) -> Bool {
    left.id == right.id && left.seats == right.seats
      && left.candidates.map(\.line) == right.candidates.map(\.line)
      && left.candidates.map(\.person) == right.candidates.map(\.person)
  }
}

/// What one line finally says.
package enum LineVerdict: Sendable, Equatable, Hashable {
  case `for`
  case against
  case blank
  case void(LineDecision.Rule)
}

/// What one post's section of a sheet finally says.
package struct SectionVerdict: Sendable, Equatable {
  package let post: PostID
  /// The persons chosen, each once (M07, M13), in line order.
  package let chosen: [PersonID]
  /// More chosen than seats (M16): none of them counts.
  package let overvoted: Bool
  package let lines: [LineID: LineVerdict]
  /// Whether nothing at all stands in the section.
  package let untouched: Bool

  package var counted: [PersonID] { overvoted ? [] : chosen }
}

/// What one sheet finally says (RULES §4.4).
package struct SheetVerdict: Sendable, Equatable {
  package enum Standing: Sendable, Equatable {
    case valid
    /// Everything blank and counted as an abstention (M18).
    case abstention
    case void(SheetVoid)
  }

  package let standing: Standing
  package let sections: [SectionVerdict]
}

/// A sheet as recorded: the machine's reading and every decision added to it.
package struct RecordedSheet: Sendable, Equatable {
  package let page: Int
  package let lines: [LineReading]
  package let decisions: [LineDecision]
  /// A whole-sheet finding by the committee, if any.
  package let void: SheetVoid?

  package init(page: Int, lines: [LineReading], decisions: [LineDecision] = [], void: SheetVoid? = nil) {
    self.page = page
    self.lines = lines
    self.decisions = decisions
    self.void = void
  }

  /// The lines that a person still has to decide, in order.
  package var undecided: [LineID] {
    guard void == nil else { return [] }
    let decided = Set(decisions.map(\.line))
    return lines.filter { $0.needsDecision && !decided.contains($0.id) }.map(\.id)
  }
}

extension LineReading {
  /// Whether a person must look: a doubtful reading, a mark that is neither sign, or anything in a write-in row.
  package var needsDecision: Bool {
    if certainty == .doubtful || mark == .other { return true }
    // A cross in a box for an answer may choose it or refuse it; only people can say.
    if id.answer != nil, mark == .against { return true }
    guard let name else { return false }
    return name == .written || mark == .for
  }
}

extension ValidityRules {
  /// Judges a sheet; nil while a line is still undecided.
  package func judge(_ sheet: RecordedSheet, posts: [CountedPost]) -> SheetVerdict? {
    guard sheet.undecided.isEmpty else { return nil }
    let sections = posts.map { section($0, sheet) }
    let asks = posts.contains(where: \.asks)
    return SheetVerdict(standing: standing(sheet, sections, asks: asks), sections: resolved(sections))
  }

  private func standing(
    _ sheet: RecordedSheet, _ sections: [SectionVerdict], asks: Bool
  ) -> SheetVerdict.Standing {
    if let void = sheet.void { return .void(void) }
    if sections.allSatisfy(\.untouched) { return blankBallotClass == .void ? .void(.blank) : .abstention }
    if asks, sections.contains(where: \.overvoted) { return .void(.twoAnswers) }
    if overvoteScope == .ballot, sections.contains(where: \.overvoted) { return .void(.overvote) }
    let chosen = sections.flatMap(\.counted)
    let twice = Set(chosen).count < chosen.count
    return twice && samePersonTwoPosts == .voidBallot ? .void(.samePersonTwoPosts) : .valid
  }

  /// Takes a person chosen for a higher post out of the lower ones where the rule says so.
  private func resolved(_ sections: [SectionVerdict]) -> [SectionVerdict] {
    guard samePersonTwoPosts == .keepHigherPost else { return sections }
    var seen: Set<PersonID> = []
    return sections.map { section in
      let kept = section.chosen.filter { !seen.contains($0) }
      seen.formUnion(section.counted)
      return SectionVerdict(
        post: section.post, chosen: kept, overvoted: section.overvoted, lines: section.lines,
        untouched: section.untouched)
    }
  }

  private func section(_ post: CountedPost, _ sheet: RecordedSheet) -> SectionVerdict {
    var lines: [LineID: LineVerdict] = [:]
    var chosen: [PersonID] = []
    let persons = Dictionary(
      post.candidates.map { ($0.line, $0.person) }, uniquingKeysWith: { first, _ in first })
    let own = Set(persons.keys).union(post.writeIns)
    for reading in sheet.lines where own.contains(reading.id) {
      let decision = sheet.decisions.last { $0.line == reading.id }
      let (verdict, person) = line(reading, decision, printed: persons[reading.id])
      lines[reading.id] = verdict
      if verdict == .for, let person, !chosen.contains(person) { chosen.append(person) }
    }
    return SectionVerdict(
      post: post.id, chosen: chosen, overvoted: chosen.count > post.seats, lines: lines,
      untouched: lines.values.allSatisfy { $0 == .blank })
  }

  private func line(
    _ reading: LineReading, _ decision: LineDecision?, printed: PersonID?
  ) -> (LineVerdict, PersonID?) {
    switch decision?.finding {
    case .void(let rule): return (.void(rule), nil)
    case .person(let person): return (.for, person)
    case .mark(let mark): return (LineVerdict(mark), printed)
    case nil: return (LineVerdict(reading.mark), printed)
    }
  }
}

extension LineVerdict {
  /// The verdict of a mark that nobody doubts; a mark that is neither sign is void (M09).
  init(_ mark: Mark) {
    switch mark {
    case .for: self = .for
    case .against: self = .against
    case .blank: self = .blank
    case .other: self = .void(.m09)
    }
  }
}
