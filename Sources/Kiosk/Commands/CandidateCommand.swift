import ArgumentParser
import Ballot

struct CandidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidate", abstract: "候选人。Candidates.",
    subcommands: [Nominate.self, Withdraw.self, Vet.self, Settle.self, List.self])

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出提名和正式候选人。List nominations and formal candidates.")

    func perform(_ session: Session) async throws -> Answer? {
      let election = try session.box().election()
      let lines = CandidateLine.formal(election) + CandidateLine.nominations(election)
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }
}

/// A candidate or nominee in a listing.
private struct CandidateLine: Encodable {
  let post: String
  let title: String
  let seats: Int
  /// The line on the ballot; nil for somebody who does not stand on it.
  let line: String?
  let name: String
  let roll: Int?
  /// The nomination's number; nil for a candidate of the plan.
  let number: Int?
  let kind: String?
  let support: Int?
  let status: CandidateBook.Status
  private let words: Sentence

  private enum CodingKeys: String, CodingKey {
    case post, title, seats, line, name, roll, number, kind, support, status
  }

  var sentence: Sentence { words }

  /// Those who stand on the ballot, in its order.
  static func formal(_ election: ElectionState) -> [CandidateLine] {
    election.plan.posts.flatMap { post in
      post.candidates.enumerated().map { index, candidate in
        let roll = election.person(index + 1, of: post.id).flatMap { Int($0.rawValue) }
        let nomination = election.book.nominations.last {
          $0.post == post.id && $0.roll == roll && election.book.status(of: $0) == .formal
        }
        return CandidateLine(
          post, .candidate(index + 1, of: post.id), candidate.name, roll, nomination, .formal)
      }
    }
  }

  /// Everybody else who was nominated.
  static func nominations(_ election: ElectionState) -> [CandidateLine] {
    election.book.nominations.compactMap { nomination in
      let status = election.book.status(of: nomination)
      guard status != .formal, let post = election.adopted.post(nomination.post) else { return nil }
      return CandidateLine(post, nil, nomination.candidate.name, nomination.roll, nomination, status)
    }
  }

  private init(
    _ post: Post, _ line: LineID?, _ name: String, _ roll: Int?, _ nomination: Nomination?,
    _ status: CandidateBook.Status
  ) {
    self.post = post.id.rawValue
    title = post.title
    seats = post.seats
    self.line = line?.rawValue
    self.name = name
    self.roll = roll
    number = nomination?.number
    kind = nomination?.kind.rawValue
    support = nomination?.support
    self.status = status
    let place = line?.rawValue ?? "—"
    let rollText = roll.map(String.init) ?? "—"
    let from = nomination.map { nomination in
      Sentence(
        zh: "\t第 \(nomination.number) 号提名，\(nomination.kind.sentence.zh)，\(nomination.support)",
        en: "\tnomination \(nomination.number), \(nomination.kind.sentence.en), \(nomination.support)")
    }
    words = Sentence(
      zh:
        "\(place)\t\(post.title)（应选 \(post.seats)）\t\(name)\t序号 \(rollText)\t\(status.sentence.zh)\(from?.zh ?? "")",
      en:
        "\(place)\t\(post.id.rawValue) (\(post.seats) seats)\t\(name)\troll \(rollText)\t\(status.sentence.en)\(from?.en ?? "")"
    )
  }
}

extension CandidateBook.Status: Encodable {}
