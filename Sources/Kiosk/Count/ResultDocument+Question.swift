import Ballot

extension ResultDocument.Page {
  /// The outcome of a question: turnout, then more than half of the sheets returned say yes.
  init(_ tally: PageTally, _ question: Question, _ rules: OutcomeRules, _ election: ElectionState) {
    let quantities = election.quantities
    let answers = tally.posts.first
    func votes(_ answer: Question.Answer) -> Int { answers?.votes[answer.person] ?? 0 }
    let outcome = rules.decide(
      roll: quantities.roll, issued: quantities.issued, returned: tally.returned,
      question: QuestionVote(
        agree: votes(.agree), disagree: votes(.disagree),
        abstain: votes(.abstain) + (answers?.nobody ?? 0), void: tally.void))
    let anomaly: AnomalyCode? = if case .void(let code) = outcome.verdict { code } else { nil }
    self.init(
      page: tally.page, returned: tally.returned, valid: tally.valid, abstentions: tally.abstentions,
      void: tally.void,
      voids: Dictionary(uniqueKeysWithValues: tally.voids.map { ($0.key.rawValue, $0.value) }),
      validity: anomaly.map { $0 == .moreReturnedThanIssued ? "moreReturnedThanIssued" : "turnoutNotReached" }
        ?? "valid",
      anomaly: anomaly?.rawValue, turnoutNeed: outcome.checks.dropFirst().first?.needed ?? 0,
      posts: answers.map {
        [ResultDocument.PostResult($0, question, outcome, rules, tally.returned, election)]
      } ?? [],
      checks: outcome.checks, anomalies: anomaly.map { [.init(code: $0.rawValue, post: nil)] } ?? [])
  }
}

extension ResultDocument.PostResult {
  /// The answers in the place of persons; nobody is elected, but the question is carried or not.
  fileprivate init(
    _ tally: PostTally, _ question: Question, _ outcome: QuestionOutcome, _ rules: OutcomeRules,
    _ returned: Int, _ election: ElectionState
  ) {
    let isDecided = outcome.verdict == .carried || outcome.verdict == .failed
    self.init(
      post: tally.post.rawValue, title: question.title(election.plan.kind), seats: tally.seats,
      threshold: isDecided ? rules.win.description : "", base: returned,
      need: isDecided ? rules.win.minimum(of: returned) : 0,
      persons: Question.Answer.allCases.map { answer in
        let line = tally.lines.first { $0.line == answer.line }
        return ResultDocument.Person(
          person: answer.rawValue, name: answer.title, votes: tally.votes[answer.person] ?? 0,
          against: line?.against, abstain: line?.abstain, void: line?.void, writeIn: false, elected: false)
      },
      elected: [], tied: [], tiedSeats: 0, vacant: 0, runoff: [], voidSections: tally.voidSections,
      nobody: tally.nobody, carried: outcome.verdict == .carried)
  }
}
