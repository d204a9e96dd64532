import Ballot

/// What papers say of nominations, of a question, and of who is voted on again.
extension ElectionFacts {
  /// A field that the book of candidates or the question fills in; staff may word it otherwise.
  func candidateField(_ name: String) -> [String: JSON] {
    switch name {
    case "nominees": nominees
    case "order": election.book.settled.map { ["order": .string($0.order.sentence.zh)] } ?? [:]
    case "vetting": vetting
    case "concerned": plan.question.map { ["concerned": .string($0.person.name)] } ?? [:]
    case "post": plan.question.map { ["post": .string($0.office)] } ?? [:]
    case "petitioners": plan.question?.petition?.voters.map { ["petitioners": .integer($0)] } ?? [:]
    case "voters", "returned", "yes", "no", "abstain", "void", "outcome": answers
    default: [:]
    }
  }

  private var nominees: [String: JSON] {
    let standing = election.book.nominations.filter { election.book.status(of: $0) != .withdrawn }
    guard !standing.isEmpty else { return [:] }
    return [
      "nominees": .array(
        standing.map { nomination in
          .object([
            "post": .string(election.adopted.post(nomination.post)?.title ?? nomination.post.rawValue),
            "name": .string(nomination.candidate.name), "nominator": .string(nomination.kind.sentence.zh),
            "count": .string(nomination.kind == .organisation ? "—" : String(nomination.support)),
          ])
        })
    ]
  }

  private var vetting: [String: JSON] {
    let book = election.book
    guard book.settled != nil else { return [:] }
    let vetted = book.findings.count
    let formal = book.nominations.count { book.status(of: $0) == .formal }
    return ["vetting": .string("经联审 \(vetted) 人次，确定正式候选人 \(formal) 名")]
  }

  /// The outcome of a question in the numbers of its bulletin.
  private var answers: [String: JSON] {
    guard let page = result?.pages.first, let post = page.posts.first, let carried = post.carried,
      let quantities = result?.quantities
    else { return [:] }
    func votes(_ answer: Question.Answer) -> Int {
      post.persons.first { $0.person == answer.rawValue }?.votes ?? 0
    }
    let verdict = page.validity == "valid" ? (carried ? "罢免获得通过" : "罢免没有获得通过") : "投票无效"
    return [
      "voters": .integer(quantities.roll), "returned": .integer(page.returned),
      "yes": .integer(votes(.agree)),
      "no": .integer(votes(.disagree)), "abstain": .integer(votes(.abstain) + post.nobody),
      "void": .integer(page.void), "outcome": .string(verdict),
    ]
  }

  /// The posts of a round that is open, and who stands, with the votes of the first time.
  var openRound: (posts: [JSON], candidates: [JSON])? {
    guard election.round > 1, result == nil else { return nil }
    let posts = plan.posts.map { post -> JSON in
      .object(["post": .string(post.title), "seats": .string(String(post.seats))])
    }
    let candidates = plan.posts.flatMap { post in
      zip(election.candidateRolls[post.id.rawValue] ?? [], post.candidates).map { roll, candidate -> JSON in
        let votes = firstVotes["\(post.id.rawValue)/\(roll)"].map(String.init) ?? "—"
        return .object([
          "post": .string(post.title), "name": .string(candidate.name), "votes": .string(votes),
        ])
      }
    }
    return (posts, candidates)
  }
}

extension ResultDocument {
  /// Everybody's votes by `<post>/<roll number>`.
  var votesByPerson: [String: Int] {
    Dictionary(
      posts.flatMap { post in post.persons.map { ("\(post.post)/\($0.person)", $0.votes) } },
      uniquingKeysWith: { first, _ in first })
  }
}
