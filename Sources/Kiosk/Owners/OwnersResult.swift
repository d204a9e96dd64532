import Archive
import Ballot
import Foundation

extension ResultDocument {
  /// The result of an owners' election: every count by head, every verdict by area too.
  init(_ election: ElectionState, _ book: OwnersBook, _ identities: [Identity]) throws {
    guard let pack = election.pack, let rules = pack.owners else { throw Failure.noElection }
    let posts = try election.plan.posts.map { try OwnersCount(election, $0, book, rules) }
    self.init(
      election: election.id.rawValue, communityCode: election.plan.community.code, pack: pack.id,
      packDigest: election.packDigest, rollDigest: election.frozen?.digest ?? "",
      quantities: election.quantities, pages: [OwnersCount.page(posts, slips: election.ledgers.slips.count)],
      identities: identities.map { Check(id: $0.id.rawValue, holds: $0.holds, numbers: $0.numbers) },
      decided: 0)
  }
}

/// The slips for one post.
struct OwnersCount {
  private let post: Post
  private let book: OwnersBook
  private let outcome: OwnersElection.Result
  private let persons: [PersonID]
  private let void: Int

  init(_ election: ElectionState, _ post: Post, _ book: OwnersBook, _ rules: OwnersRules) throws {
    self.post = post
    self.book = book
    let persons = election.frozen?.candidates[post.id.rawValue]?.map(PersonID.init(roll:)) ?? []
    var slips: [OwnerID: Set<PersonID>] = [:]
    for slip in election.ledgers.slips.values {
      guard let owner = book.owner(slip.owner) else { continue }
      slips[owner] = Set(
        persons.indices.filter { slip.lines.contains(.candidate($0 + 1, of: post.id)) }.map { persons[$0] })
    }
    void = slips.values.count { $0.count > post.seats }
    self.persons = persons
    outcome = OwnersElection(seats: post.seats, candidates: persons, slips: slips).decide(
      rules, book.register)
  }

  /// The one page of the result.
  static func page(_ posts: [OwnersCount], slips: Int) -> ResultDocument.Page {
    let participation = posts.first?.outcome.participation ?? []
    let isShort = !participation.allSatisfy(\.holds)
    let void = posts.map(\.void).max() ?? 0
    let heads = participation.last { $0.rule == .participationHeads }
    return ResultDocument.Page(
      page: 1, returned: slips, valid: slips - void, abstentions: 0, void: void, voids: [:],
      validity: isShort ? "participationShort" : "valid", anomaly: isShort ? "A22" : nil,
      turnoutNeed: heads?.needed ?? 0, posts: posts.map(\.result), checks: participation, womenLacking: 0,
      anomalies: isShort
        ? [.init(code: "A22", post: nil)]
        : posts.compactMap { post in
          post.outcome.anomaly.map { .init(code: $0.rawValue, post: post.post.id.rawValue) }
        })
  }

  private var result: ResultDocument.PostResult {
    func heads(_ person: PersonID) -> RuleCheck? {
      outcome.candidates[person]?.first { $0.rule == .agreementHeads }
    }
    let any = persons.first.flatMap(heads)
    return ResultDocument.PostResult(
      post: post.id.rawValue, title: post.title, seats: post.seats,
      threshold: any?.threshold.description ?? "", base: any?.base ?? 0, need: any?.needed ?? 0,
      persons: persons.map { person in
        ResultDocument.Person(
          person: person.rawValue, name: book.name(person), votes: heads(person)?.count ?? 0,
          check: heads(person),
          areaCheck: outcome.candidates[person]?.first { $0.rule == .agreementArea }, against: nil,
          abstain: nil, void: nil, writeIn: false, elected: outcome.elected.contains(person))
      },
      elected: outcome.elected.map(\.rawValue), tied: outcome.tied.map(\.rawValue),
      tiedSeats: outcome.tiedSeats, vacant: outcome.vacant, runoff: [], voidSections: void, nobody: 0,
      reservedForWomen: 0, womenRunoff: [], passedOver: [])
  }
}

extension Box {
  /// Counts the slips, keeps the result, and closes the count under the scrutineers' names.
  func countOwners(signers: [String]) throws -> ResultDocument {
    let before = try election()
    guard before.plan.kind.isOwnersVote else { throw Failure(Refusal.slipRefused(.notAnOwnersVote)) }
    try before.checkScrutineers(signers)
    let names = Set(signers).sorted()
    let slips = before.ledgers.slips.count
    if before.countOpened == nil {
      try carryOut(.openCount(CountOpened(boxes: [slips], witnesses: names)))
    }
    let election = try election()
    let book = try owners()
    let identities = [
      Identity(.n03, slips <= book.owners.count, "\(slips) ≤ \(book.owners.count)"),
      Identity(.n06, election.quantities.fromBoxes == slips, "\(slips) = \(election.quantities.fromBoxes)"),
      Identity(
        .n17, Digest.of(book.bytes).hex == election.frozen?.digest,
        "\((election.frozen?.digest ?? "").prefix(8))"),
    ]
    try carryOut(.reconcile(identities))
    let result = try ResultDocument(
      election, book, identities + [Identity(.n16, true, names.joined(separator: ", "))])
    let command = Command.closeCount(
      CountClosed(resultDigest: try blobs.put(Array(result.json.utf8)).hex, signers: names),
      anomalies: result.raised)
    try carryOut(command)
    return result
  }
}
