import ArgumentParser
import Ballot

struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "另行选举、再次投票、重新选举。Further rounds of an election.",
    subcommands: [Open.self, List.self])

  struct Open: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "开始下一轮投票。Open the next round.")
    @Argument(help: "runoff 另行选举 | revote 再次投票 | fresh 重新选举") var vote: String
    @Option(help: "投票日，不写则为当天 / the day; the last round's without it") var day: String?
    @Option(help: "候选人次序 votes|strokes / order of the candidates") var order: String?
    @Flag(help: "重发选民证，旧证作废 / new voter cards; the old ones are void") var newCards = false

    func perform(_ session: Session) async throws -> Answer? {
      guard let vote = VoteKind(rawValue: vote), vote != .first else {
        throw Failure.usage("round open runoff|revote|fresh")
      }
      let wanted = try day.map { text in
        guard let day = Day(iso: text) else { throw Failure.usage("--day 2027-05-18") }
        return day
      }
      let order = try order.map { text in
        guard let order = CandidateOrder(rawValue: text), order != .nomination else {
          throw Failure.usage("--order votes|strokes")
        }
        return order
      }
      let box = try session.box()
      let opened = try box.nextRound(vote, day: wanted, order: order, newCards: newCards)
      try box.carryOut(.openRound(opened))
      let report = RoundReport(try box.election(), nil)
      return Answer(
        report,
        [
          Sentence(
            zh:
              "第 \(opened.round) 轮（\(vote.sentence.zh)）已经开始，投票日 \(opened.day)，\(opened.cards == .new ? "须重发选民证" : "原选民证继续有效")。下一步：公告，排印选票。",
            en:
              "Round \(opened.round) (\(vote.sentence.en)) is open, day \(opened.day); \(opened.cards == .new ? "new cards are needed" : "the cards stay good"). Next: post it, print the ballots."
          )
        ] + report.lines)
    }
  }

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出各轮和还没有选出的名额。List the rounds and what is still open.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let election = try box.election()
      let needs = election.countClosed == nil ? nil : try box.roundNeeds()
      let reports = election.rounds.map { RoundReport($0, $0.round == election.round ? needs : nil) }
      return Answer(lines: reports, reports.flatMap { [$0.sentence] + $0.lines } + open(needs))
    }

    private func open(_ needs: RoundNeeds?) -> [Sentence] {
      guard let needs else { return [] }
      if needs.openVotes.isEmpty {
        return [Sentence(zh: "没有需要再投票的职位。", en: "No post is to be voted on again.")]
      }
      return needs.openVotes.map { vote in
        let posts = needs.open(vote).keys.map(\.rawValue).sorted().joined(separator: "、")
        return Sentence(
          zh: "可以\(vote.sentence.zh)：\(posts)。", en: "Open for a \(vote.sentence.en): \(posts).")
      }
    }
  }
}

/// One round in a listing.
private struct RoundReport: Encodable {
  struct Post: Encodable {
    let post: String
    let seats: Int
    let candidates: [String]
  }

  let round: Int
  let vote: VoteKind
  let day: String
  let counted: Bool
  let ballotType: String
  let posts: [Post]
  /// The kinds of round that may follow; nil while this one is not counted.
  let next: [VoteKind]?
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case round, vote, day, counted, ballotType, posts, next }

  init(_ election: ElectionState, _ needs: RoundNeeds?) {
    round = election.round
    vote = election.vote
    day = election.plan.day.description
    counted = election.countClosed != nil
    ballotType = election.ballotType.rawValue
    posts = election.plan.posts.map {
      Post(post: $0.id.rawValue, seats: $0.seats, candidates: $0.candidates.map(\.name))
    }
    next = needs?.openVotes
    sentence = Sentence(
      zh: "第 \(round) 轮 \(vote.sentence.zh) \(day)：\(counted ? "已计票" : "进行中")",
      en: "Round \(round), \(vote.sentence.en), \(day): \(counted ? "counted" : "under way")")
  }

  var lines: [Sentence] {
    posts.map { post in
      let names = post.candidates.joined(separator: "、")
      return Sentence(
        zh: "  \(post.post)（\(post.seats) 名）：\(names)", en: "  \(post.post) (\(post.seats)): \(names)")
    }
  }
}
