/// The count of one ballot page over all its sheets, recomputed from the sheets every time.
package struct PageTally: Sendable, Equatable {
  package let page: Int
  /// R: sheets taken out of the boxes and read.
  package let returned: Int
  /// Bb: wholly blank sheets, counted as abstentions.
  package let abstentions: Int
  /// Bv: void sheets, by reason.
  package let voids: [SheetVoid: Int]
  package let posts: [PostTally]

  package var void: Int { voids.values.reduce(0, +) }
  /// Bok: the rest.
  package var valid: Int { returned - abstentions - void }
}

/// The votes for one post.
package struct PostTally: Sendable, Equatable {
  package let post: PostID
  package let seats: Int
  /// Votes for every person named, printed or written in.
  package let votes: [PersonID: Int]
  /// Counts on each printed line.
  package let lines: [LineCount]
  /// Vp: sheets whose section for this post is void by over-vote.
  package let voidSections: Int
  /// Sheets that stand, whose section is not void, and that choose nobody for this post.
  package let nobody: Int
  /// Sheets that are not void: R − Bv.
  package let base: Int

  package var votesInAll: Int { votes.values.reduce(0, +) }
}

/// For, against, abstain and void on one printed line, over the sheets that are not void.
package struct LineCount: Sendable, Equatable {
  package let line: LineID
  package let person: PersonID
  package var `for` = 0
  package var against = 0
  package var abstain = 0
  package var void = 0

  package init(
    line: LineID, person: PersonID, for: Int = 0, against: Int = 0, abstain: Int = 0, void: Int = 0
  ) {
    self.line = line
    self.person = person
    self.for = `for`
    self.against = against
    self.abstain = abstain
    self.void = void
  }
}

/// Adds sheets up.
///
/// The order of the sheets never matters.
package struct Tallier: Sendable {
  private let posts: [CountedPost]
  private let rules: ValidityRules

  package init(posts: [CountedPost], rules: ValidityRules) {
    self.posts = posts
    self.rules = rules
  }

  /// Counts the sheets of one page; nil while any of them waits for a decision.
  package func tally(page: Int, _ sheets: [RecordedSheet]) -> PageTally? {
    var verdicts: [SheetVerdict] = []
    verdicts.reserveCapacity(sheets.count)
    for sheet in sheets {
      guard let verdict = rules.judge(sheet, posts: posts) else { return nil }
      verdicts.append(verdict)
    }
    return tally(page: page, verdicts)
  }

  private func tally(page: Int, _ verdicts: [SheetVerdict]) -> PageTally {
    var voids: [SheetVoid: Int] = [:]
    var standing: [SheetVerdict] = []
    for verdict in verdicts {
      if case .void(let reason) = verdict.standing {
        voids[reason, default: 0] += 1
      } else {
        standing.append(verdict)
      }
    }
    let abstentions = standing.count { $0.standing == .abstention }
    return PageTally(
      page: page, returned: verdicts.count, abstentions: abstentions, voids: voids,
      posts: posts.enumerated().map { index, post in count(post, standing.map { $0.sections[index] }) })
  }

  private func count(_ post: CountedPost, _ sections: [SectionVerdict]) -> PostTally {
    var votes = Dictionary(post.candidates.map { ($0.person, 0) }, uniquingKeysWith: { first, _ in first })
    var lines = post.candidates.map { LineCount(line: $0.line, person: $0.person) }
    for section in sections {
      for person in section.counted { votes[person, default: 0] += 1 }
      for index in lines.indices { lines[index].add(section) }
    }
    return PostTally(
      post: post.id, seats: post.seats, votes: votes, lines: lines,
      voidSections: sections.count(where: \.overvoted),
      nobody: sections.count { !$0.overvoted && $0.chosen.isEmpty }, base: sections.count)
  }
}

extension LineCount {
  /// Counts one section.
  ///
  /// A line of an over-voted section is void whatever stands on it.
  fileprivate mutating func add(_ section: SectionVerdict) {
    if section.overvoted {
      void += 1
      return
    }
    switch section.lines[line] ?? .blank {
    case .for: `for` += 1
    case .against: against += 1
    case .blank: abstain += 1
    case .void: void += 1
    }
  }
}
