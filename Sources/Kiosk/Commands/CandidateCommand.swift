import ArgumentParser
import Ballot

struct CandidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidate", abstract: "候选人。Candidates.", subcommands: [List.self])

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(abstract: "列出正式候选人。List the formal candidates.")

    func perform(_ session: Session) async throws -> Answer? {
      let election = try session.box().election()
      let lines = election.plan.posts.flatMap { post in
        post.candidates.enumerated().map { index, candidate in
          Line(
            post: post.id.rawValue, title: post.title, seats: post.seats,
            line: LineID.candidate(index + 1, of: post.id).rawValue, name: candidate.name,
            roll: election.person(index + 1, of: post.id).flatMap { Int($0.rawValue) })
        }
      }
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }

  private struct Line: Encodable {
    let post: String
    let title: String
    let seats: Int
    let line: String
    let name: String
    let roll: Int?

    var sentence: Sentence {
      let number = roll.map(String.init) ?? "—"
      return Sentence(
        zh: "\(line)\t\(title)（应选 \(seats)）\t\(name)\t序号 \(number)", en: "\(line)\t\(post) (\(seats) seats)\t\(name)\troll \(number)")
    }
  }
}
