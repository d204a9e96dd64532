/// Everybody who was nominated in an election and what became of it.
package struct CandidateBook: Sendable, Equatable {
  package private(set) var nominations: [Nomination] = []
  package private(set) var withdrawals: [Int: CandidateWithdrawn] = [:]
  package private(set) var findings: [Int: VettingFinding] = [:]
  /// The formal candidates; nil while nobody has settled them, and again after one of them stood down.
  package private(set) var settled: CandidatesSettled?

  package init() {}

  /// Where a nominee stands.
  package enum Status: String, Sendable, CaseIterable {
    /// Preliminary candidate (初步候选人), not vetted yet.
    case nominated
    case cleared
    case rejected
    case withdrawn
    /// Formal candidate (正式候选人).
    case formal
  }

  package func status(of nomination: Nomination) -> Status {
    if withdrawals[nomination.number] != nil { return .withdrawn }
    if isFormal(nomination) { return .formal }
    return findings[nomination.number].map { $0.cleared ? .cleared : .rejected } ?? .nominated
  }

  package subscript(number: Int) -> Nomination? {
    nominations.indices.contains(number - 1) ? nominations[number - 1] : nil
  }

  package var next: Int { nominations.count + 1 }

  /// Nominations that nobody has withdrawn or rejected.
  package var standing: [Nomination] {
    nominations.filter { [.nominated, .cleared, .formal].contains(status(of: $0)) }
  }

  /// Those that wait for the departments' findings.
  package var unvetted: [Nomination] {
    nominations.filter { withdrawals[$0.number] == nil && findings[$0.number] == nil }
  }

  func isFormal(_ nomination: Nomination) -> Bool {
    settled?.posts.contains { post in
      post.post == nomination.post && post.candidates.contains { $0.roll == nomination.roll }
    } ?? false
  }

  // MARK: What happened

  mutating func add(_ nomination: Nomination) { nominations.append(nomination) }

  mutating func withdraw(_ withdrawal: CandidateWithdrawn) {
    if let nomination = self[withdrawal.number], isFormal(nomination) { settled = nil }
    withdrawals[withdrawal.number] = withdrawal
  }

  /// A later finding of the same nominee takes the place of an earlier one; a formal candidate who is rejected after
  /// all leaves the list open again.
  mutating func take(_ vetted: CandidatesVetted) {
    for finding in vetted.findings {
      if !finding.cleared, let nomination = self[finding.number], isFormal(nomination) { settled = nil }
      findings[finding.number] = finding
    }
  }

  mutating func settle(_ settled: CandidatesSettled) { self.settled = settled }
}
