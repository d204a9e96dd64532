import Archive
import Ballot
import Foundation
import Printing

/// The paper ballot of an election: its words, its layout and its geometry.
struct BallotPaper {
  let specification: BallotSpecification
  let layout: BallotLayout

  init(_ election: ElectionState, batch: BatchCode) throws {
    specification = BallotPaper.specification(election, batch)
    do {
      layout = try BallotLayout(specification)
    } catch {
      throw Failure(.refused, "ballotDoesNotFit", error.sentence)
    }
  }

  private static func specification(_ election: ElectionState, _ batch: BatchCode) -> BallotSpecification {
    let plan = election.plan
    return BallotSpecification(
      type: election.ballotType, batch: batch,
      title: election.voteTitle, subtitle: plan.question == nil ? "选　票" : "表决票",
      posts: plan.posts.map { post($0, election) }, instructions: instructions(election),
      issuer: plan.issuer, date: plan.day.chinese)
  }

  private static func post(_ post: Post, _ election: ElectionState) -> BallotSpecification.Post {
    if let question = election.plan.question {
      return BallotSpecification.Post(
        id: post.id, heading: question.sentence(election.plan.kind), seats: 1, candidates: [], asks: true)
    }
    let word = post.candidates.isEmpty ? "" : "候选人"
    return BallotSpecification.Post(
      id: post.id, heading: "\(post.title)\(word)（应选 \(post.seats) 名）", seats: post.seats,
      candidates: post.candidates.map(\.name), writeIns: election.vote == .revote ? 0 : post.seats)
  }

  private static func instructions(_ election: ElectionState) -> [String] {
    let plan = election.plan
    if plan.question != nil { return questionInstructions(election) }
    let scope = plan.choices.overvoteScope == .ballot ? "整张选票无效" : "该职位的选择无效"
    let names = "赞成的，在姓名后的方框内画“○”；反对的，画“×”；弃权的，不画任何符号。"
    let writing = "另选他人的，在“另选他人”栏写上姓名，并在方框内画“○”。"
    let hasNames = plan.posts.contains { !$0.candidates.isEmpty }
    let first = (hasNames ? [names] : []) + (election.vote == .revote ? [] : [writing])
    return first + [
      "每个职位所选人数等于或少于应选名额的有效，多于应选名额的\(scope)。",
      "请用黑色或蓝色笔在秘密写票处填写，不要写与选举无关的内容。",
    ]
  }

  /// How an answer is marked; a wholly blank sheet is what the meeting decided.
  private static func questionInstructions(_ election: ElectionState) -> [String] {
    let blank = election.validity?.blankBallotClass == .void ? "整张无效" : "按弃权计算"
    return [
      "只选一项，在所选一项后的方框内画“○”。", "选了两项以上的，整张无效；一项也没有选的，\(blank)。",
      "请用黑色或蓝色笔在秘密写票处填写，不要写与表决无关的内容。",
    ]
  }

  /// The paper's geometry in the form that other programs read.
  var geometry: Geometry { Geometry(specification, layout) }
}

extension BallotLayout.Refusal {
  var sentence: Sentence {
    switch self {
    case .noPosts: Sentence(zh: "方案里没有职位，不能排选票。", en: "The plan has no posts, so there is no ballot.")
    case .tooManyLines(let post, let lines, let most):
      Sentence(
        zh: "职位 \(post.rawValue) 有 \(lines) 行，一页最多 \(most) 行，排不下。",
        en: "Post \(post.rawValue) needs \(lines) lines; a page holds \(most).")
    case .nameTooLong(let post, let name, let most):
      Sentence(
        zh: "职位 \(post.rawValue) 的“\(name)”太长，最多 \(most) 个字。",
        en: "“\(name)” of \(post.rawValue) is longer than \(most) characters.")
    }
  }
}

/// `geometry.json`: millimetres from the top left of the page (PRODUCT §4).
struct Geometry: Codable, Equatable {
  struct Line: Codable, Equatable {
    let id: String
    let post: String
    let kind: String
    let name: String?
    let box: Rect
    let nameBox: Rect?
  }

  struct Page: Codable, Equatable {
    let page: Int
    let width: Double
    let height: Double
    let lines: [Line]
    let fiducials: [Point]
    let code: Rect
  }

  let ballotType: String
  let batch: String
  let pages: [Page]

  init(_ ballot: BallotSpecification, _ layout: BallotLayout) {
    ballotType = ballot.type.rawValue
    batch = ballot.batch.rawValue
    pages = layout.pages.map { page in
      Page(
        page: page.page, width: page.width, height: page.height, lines: page.lines.map(Line.init),
        fiducials: page.fiducials, code: page.code)
    }
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data()) + [10]
  }
}

extension Geometry.Line {
  init(_ line: BallotLine) {
    id = line.id.rawValue
    post = line.post.rawValue
    kind = line.kind.rawValue
    name = line.name
    box = line.box
    nameBox = line.kind == .writeIn ? line.nameBox : nil
  }
}
