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
      title: "\(plan.community.name)第\(plan.term.chinese)届\(plan.kind.body)选举",
      subtitle: "选　票", posts: plan.posts.map { post($0, plan) }, instructions: instructions(plan),
      issuer: plan.issuer, date: plan.day.chinese)
  }

  private static func post(_ post: Post, _ plan: Plan) -> BallotSpecification.Post {
    BallotSpecification.Post(
      id: post.id, heading: "\(post.title)候选人（应选 \(post.seats) 名）", seats: post.seats,
      candidates: post.candidates.map(\.name))
  }

  private static func instructions(_ plan: Plan) -> [String] {
    let scope = plan.choices.overvoteScope == .ballot ? "整张选票无效" : "该职位的选择无效"
    return [
      "赞成的，在姓名后的方框内画“○”；反对的，画“×”；弃权的，不画任何符号。",
      "另选他人的，在“另选他人”栏写上姓名，并在方框内画“○”。",
      "每个职位所选人数等于或少于应选名额的有效，多于应选名额的\(scope)。",
      "请用黑色或蓝色笔在秘密写票处填写，不要写与选举无关的内容。",
    ]
  }

  /// The paper's geometry in the form that other programs read.
  var geometry: Geometry { Geometry(specification, layout) }
}

extension ElectionKind {
  /// The body that is elected.
  var body: String {
    switch self {
    case .villageCommittee: "村民委员会"
    case .residentsAllVoters, .residentsHousehold, .residentsRepresentatives: "居民委员会"
    case .electionCommittee: "选举委员会"
    case .groupLeader: "村民小组长"
    case .villagerRepresentative: "村民代表"
    case .residentRepresentative: "居民代表"
    case .residentGroupLeader: "居民小组长"
    case .supervisionCommittee: "村务监督委员会"
    case .residentsSupervision: "居务监督委员会"
    case .subCommittee: "下属委员会"
    case .byElection: "补选"
    case .recall: "罢免"
    case .resignation: "辞职"
    case .runoff: "另行选举"
    case .freshElection: "重新选举"
    case .ownersCommittee: "业主委员会"
    case .ownersDecision: "业主共同决定"
    }
  }
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
