import Archive
import Ballot
import Foundation

/// The result of a vote as it is kept, printed and published: every number and every reason.
struct ResultDocument: Codable, Equatable {
  struct Person: Codable, Equatable {
    let person: String
    let name: String
    let votes: Int
    /// Against and abstain on the printed line; nil for a write-in.
    let against: Int?
    let abstain: Int?
    let void: Int?
    let writeIn: Bool
    let elected: Bool
  }

  struct PostResult: Codable, Equatable {
    let post: String
    let title: String
    let seats: Int
    let threshold: String
    let base: Int
    let need: Int
    let persons: [Person]
    let elected: [String]
    let tied: [String]
    let tiedSeats: Int
    let vacant: Int
    let runoff: [String]
    let voidSections: Int
    let nobody: Int
    /// Whether a question was carried; nil for a post.
    var carried: Bool?
  }

  struct Page: Codable, Equatable {
    let page: Int
    let returned: Int
    let valid: Int
    let abstentions: Int
    let void: Int
    let voids: [String: Int]
    /// `valid`, `moreReturnedThanIssued` or `turnoutNotReached`.
    let validity: String
    let anomaly: String?
    let turnoutNeed: Int
    let posts: [PostResult]
  }

  struct Check: Codable, Equatable {
    let id: String
    let holds: Bool
    let numbers: String
  }

  let election: String
  let communityCode: String
  let pack: String
  let packDigest: String
  let rollDigest: String
  let quantities: Quantities
  let pages: [Page]
  let identities: [Check]
  let decided: Int
  /// From 2 on, and what kind of vote; both absent for a first vote.
  var round: Int?
  var vote: VoteKind?

  var json: String { JSON(encoding: self).canonical }
  var posts: [PostResult] { pages.flatMap(\.posts) }
  var isValid: Bool { pages.allSatisfy { $0.validity == "valid" } }
}

extension ResultDocument {
  /// Works the result out from the tallies.
  init(_ desk: CountDesk, _ tallies: [PageTally], _ identities: [Identity], roll: Roll) throws {
    let election = desk.election
    guard let pack = election.pack, let rules = election.outcomeRules else { throw Failure.noElection }
    let (outcome, facts) = try rules.joining(desk.box.elected(before: election))
    let quantities = election.quantities
    self.init(
      election: election.id.rawValue, communityCode: election.plan.community.code, pack: pack.id,
      packDigest: election.packDigest, rollDigest: election.frozen?.digest ?? "", quantities: quantities,
      pages: tallies.map { tally in
        if let question = election.plan.question {
          return Page(tally, question, outcome, election)
        }
        let vote = outcome.decide(
          roll: quantities.roll, issued: quantities.issued, returned: tally.returned,
          posts: tally.posts.map { PostVotes(post: $0.post, seats: $0.seats, votes: $0.votes) }, facts: facts)
        return Page(tally, vote, election: election, roll: roll)
      },
      identities: identities.map { Check(id: $0.id.rawValue, holds: $0.holds, numbers: $0.numbers) },
      decided: try desk.store.decisions().count, round: election.round == 1 ? nil : election.round,
      vote: election.round == 1 ? nil : election.vote)
  }

  /// The anomalies that the result raises (RULES §6).
  var anomalies: [AnomalyRaised] {
    var anomalies = pages.compactMap { page in
      page.anomaly.map { AnomalyRaised(code: $0, detail: "page \(page.page): \(page.validity)") }
    }
    for post in posts {
      if !post.tied.isEmpty { anomalies.append(AnomalyRaised(code: "A07", detail: post.post)) }
      if post.vacant > 0 { anomalies.append(AnomalyRaised(code: "A08", detail: post.post)) }
    }
    return anomalies
  }
}

extension ResultDocument.Page {
  init(_ tally: PageTally, _ vote: VoteOutcome, election: ElectionState, roll: Roll) {
    let (validity, anomaly): (String, String?) =
      switch vote.validity {
      case .valid: ("valid", nil)
      case .moreReturnedThanIssued: ("moreReturnedThanIssued", "A03")
      case .turnoutNotReached(let anomaly): ("turnoutNotReached", anomaly)
      }
    self.init(
      page: tally.page, returned: tally.returned, valid: tally.valid, abstentions: tally.abstentions,
      void: tally.void,
      voids: Dictionary(uniqueKeysWithValues: tally.voids.map { ($0.key.rawValue, $0.value) }),
      validity: validity, anomaly: anomaly, turnoutNeed: vote.turnoutNeed,
      posts: tally.posts.map { post in
        ResultDocument.PostResult(
          post, vote.posts.first { $0.post == post.post },
          title: election.plan.post(post.post)?.title ?? post.post.rawValue, roll: roll)
      })
  }
}

extension ResultDocument.PostResult {
  init(_ tally: PostTally, _ outcome: PostOutcome?, title: String, roll: Roll) {
    let elected = Set(outcome?.elected ?? [])
    let printed = tally.lines.map(\.person)
    let written = tally.votes.keys.filter { !printed.contains($0) }
    let lines = Dictionary(tally.lines.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    let order =
      printed + written.sorted { (tally.votes[$1, default: 0], $0) < (tally.votes[$0, default: 0], $1) }
    self.init(
      post: tally.post.rawValue, title: title, seats: tally.seats,
      threshold: outcome?.threshold.description ?? "", base: outcome?.base ?? tally.base,
      need: outcome?.need ?? 0,
      persons: order.map { person in
        ResultDocument.Person(
          person: person.rawValue, name: roll.name(person), votes: tally.votes[person, default: 0],
          against: lines[person]?.against, abstain: lines[person]?.abstain, void: lines[person]?.void,
          writeIn: lines[person] == nil, elected: elected.contains(person))
      },
      elected: (outcome?.elected ?? []).map(\.rawValue), tied: (outcome?.tied ?? []).map(\.rawValue),
      tiedSeats: outcome?.tiedSeats ?? 0, vacant: outcome?.vacant ?? 0,
      runoff: (outcome?.runoff ?? []).map(\.rawValue), voidSections: tally.voidSections, nobody: tally.nobody)
  }

  func name(_ person: String) -> String { persons.first { $0.person == person }?.name ?? person }
}
