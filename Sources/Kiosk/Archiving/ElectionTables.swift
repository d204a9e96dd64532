import Archive
import Ballot

/// The tables of an election's bundle (ARCHIVE §3): flat rows with fixed, described columns.
struct ElectionTables {
  /// One round with everything that was counted in it.
  struct Round {
    let election: ElectionState
    let result: ResultDocument
    let desk: CountDesk
    let sheets: [CountDesk.CountedSheet]
  }

  let election: ElectionState
  let result: ResultDocument
  let rounds: [Round]
  private let steps: [CalendarLine]
  private let common: [String: JSON]

  /// The tables of all rounds; the last one is the election as it stands.
  init(_ rounds: [Round], _ last: Round, revision: Int, today: Day) {
    election = last.election
    result = last.result
    self.rounds = rounds
    steps = election.calendar(today: today)?.lines ?? []
    common = [
      "community_code": .string(election.plan.community.code), "election_id": .string(election.id.rawValue),
      "revision": .integer(revision), "kind": .string(election.plan.kind.rawValue),
    ]
  }

  private func row(_ values: [String: JSON]) -> String {
    JSON.object(common.merging(values) { _, own in own }).canonical
  }

  func table(_ table: RecordTable, _ rows: [[String: JSON]]) -> BundleTable {
    table.table(rows.map(row))
  }

  /// What everybody may read.
  func publicTables(_ bulletins: BulletinRecords) throws -> [BundleTable] {
    [
      electionTable, posts, candidates, tally, ballots, turnout, checks, recounts, stages, anomalies,
      try papers(bulletins), postings(bulletins),
    ].filter { !$0.rows.isEmpty }
  }

  /// The rows of every round, each with its number first.
  func inRounds(_ rows: (Round) -> [[String: JSON]]) -> [[String: JSON]] {
    rounds.flatMap { round in
      rows(round).map { $0.merging(["round": .integer(round.election.round)]) { own, _ in own } }
    }
  }

  private var electionTable: BundleTable {
    let plan = election.plan
    return table(
      .election,
      [
        [
          "community": .string(plan.community.name),
          "election_day": .string(election.adopted.day.description),
          "term": .integer(plan.term), "rule_pack": .string(plan.pack),
          "rule_pack_sha256": .string(election.packDigest), "plan_sha256": .string(election.planDigest),
          "roll_sha256": .string(result.rollDigest), "valid": .bool(result.isValid),
        ]
      ])
  }

  private var posts: BundleTable {
    table(
      .posts,
      inRounds { round in
        round.result.posts.map { post in
          [
            "post": .string(post.post), "title": .string(post.title), "seats": .integer(post.seats),
            "rule": .string(post.threshold), "rule_pack_sha256": .string(election.packDigest),
            "denominator": .integer(post.base), "need": .integer(post.need),
            "elected": .integer(post.elected.count), "vacant": .integer(post.vacant),
            "tied_seats": .integer(post.tiedSeats), "void_sections": .integer(post.voidSections),
            "nobody": .integer(post.nobody), "carried": post.carried.map(JSON.bool) ?? .null,
          ]
        }
      })
  }

  private var candidates: BundleTable {
    table(
      .candidates,
      inRounds { round in
        round.election.plan.posts.flatMap { post in
          post.candidates.enumerated().map { index, candidate in
            [
              "post": .string(post.id.rawValue),
              "line": .string(LineID.candidate(index + 1, of: post.id).rawValue),
              "name": .string(candidate.name),
            ]
          }
        }
      })
  }

  private var tally: BundleTable {
    table(
      .tally,
      inRounds { round in
        round.result.posts.flatMap { post in post.persons.map { person in tallyRow(post, person) } }
      })
  }

  private func tallyRow(
    _ post: ResultDocument.PostResult, _ person: ResultDocument.Person
  ) -> [String: JSON] {
    let enough = person.votes >= post.need && post.need > 0
    let reason =
      post.carried != nil
      ? "\(person.votes)"
      : person.elected
        ? "\(person.votes) ≥ \(post.need)，当选"
        : enough ? "\(person.votes) ≥ \(post.need)，名额已满或平票" : "\(person.votes) < \(post.need)"
    return [
      "post": .string(post.post), "person": .string(post.reference(person)), "name": .string(person.name),
      "write_in": .bool(person.writeIn), "votes": .integer(person.votes),
      "against": person.against.map(JSON.integer) ?? .null,
      "abstain": person.abstain.map(JSON.integer) ?? .null, "elected": .bool(person.elected),
      "rule": .string(post.threshold), "rule_pack_sha256": .string(election.packDigest),
      "numerator": .integer(person.votes), "denominator": .integer(post.base), "reason": .string(reason),
    ]
  }

  /// One row a line of a sheet, under the sheet's random id and in the order of the ids.
  private var ballots: BundleTable {
    table(
      .ballots,
      inRounds { round in
        let references = Dictionary(
          uniqueKeysWithValues: round.result.posts.map { post in
            (
              post.post,
              Dictionary(post.persons.map { ($0.person, post.reference($0)) }) { first, _ in first }
            )
          })
        return round.sheets.flatMap { SheetRows($0, round.desk, references).rows }
      })
  }

  private var turnout: BundleTable {
    table(
      .turnout,
      inRounds { round in
        let quantities = round.result.quantities
        return round.result.pages.map { page in
          [
            "page": .integer(page.page), "roll": .integer(quantities.roll),
            "printed": .integer(quantities.printed),
            "issued": .integer(quantities.issued), "spoiled": .integer(quantities.spoiled),
            "unused": .integer(quantities.unused), "returned": .integer(page.returned),
            "valid": .integer(page.valid), "abstentions": .integer(page.abstentions),
            "void": .integer(page.void),
            "need": .integer(page.turnoutNeed), "verdict": .string(page.validity),
          ]
        }
      })
  }

  private var stages: BundleTable {
    table(
      .stages,
      election.stages.map { entry in
        let step = steps.first { $0.stage == entry.stage }
        return [
          "stage": .string(entry.stage.rawValue), "code": .string(entry.stage.code),
          "entered_at": .string(entry.at.description),
          "due": step?.latest.map { .string($0.description) } ?? .null,
          "over": step?.done.map { .string($0.description) } ?? .null,
        ]
      })
  }

  private func papers(_ bulletins: BulletinRecords) throws -> BundleTable {
    table(
      .bulletins, try bulletins.bulletinRows())
  }

  private func postings(_ bulletins: BulletinRecords) -> BundleTable {
    table(.postings, bulletins.postingRows())
  }

  /// Who was nominated, and what became of it; for the restricted bundle alone.
  var nominations: BundleTable {
    let book = election.book
    return table(
      .nominations,
      book.nominations.map { nomination in
        let finding = book.findings[nomination.number]
        let reasons =
          (finding?.items.map(\.sentence.zh) ?? [])
          + [finding?.reason, book.withdrawals[nomination.number]?.reason].compactMap(\.self)
        return [
          "number": .integer(nomination.number), "post": .string(nomination.post.rawValue),
          "name": .string(nomination.candidate.name), "nomination": .string(nomination.kind.rawValue),
          "support": .integer(nomination.support), "status": .string(book.status(of: nomination).rawValue),
          "reason": .string(reasons.filter { !$0.isEmpty }.joined(separator: "；")),
        ]
      })
  }

  /// The roll, for the restricted bundle alone.
  func roll(_ roll: Roll) -> BundleTable {
    table(
      .roll,
      roll.voters.map { voter in
        [
          "roll": .integer(voter.number.rawValue), "name": .string(voter.name),
          "sex": .string(voter.sex.rawValue), "birth": .string(voter.birth.description),
          "group_name": .string(voter.group.rawValue), "household": .string(voter.household),
          "registration_class": .integer(voter.registrationClass.rawValue),
          "identity": voter.identity.map { .string($0.unmasked) } ?? .null,
          "ballot_issued": .bool(rounds.contains { $0.election.issues[voter.number.rawValue] != nil }),
        ]
      })
  }
}
