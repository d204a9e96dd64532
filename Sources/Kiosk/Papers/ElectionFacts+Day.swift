import Ballot
import Foundation

/// What is known after election day.
extension ElectionFacts {
  /// A field that speaks of the vote and the count.
  func dayField(_ name: String) -> [String: JSON] {
    switch name {
    case "stock": stock
    case "issues": ["issues": .array(issues)]
    case "boxes":
      [
        "boxes": .array((election.countOpened?.boxes ?? []).map { .object(["sheets": .integer($0)]) }),
        "witnesses": .string((election.opened?.witnesses ?? []).joined(separator: "、")),
      ]
    case "identities": ["identities": .array(identities)]
    case "anomalies":
      [
        "anomalies": .array(
          election.anomalies.map { .object(["code": .string($0.code), "detail": .string($0.detail)]) })
      ]
    case "result": outcome
    case "winners": ["winners": .array(winners)]
    default: [:]
    }
  }

  private var stock: [String: JSON] {
    guard election.opened != nil || !election.printRuns.isEmpty else { return [:] }
    let quantities = election.quantities
    let desks = Dictionary(grouping: election.issues.values, by: \.desk).sorted { $0.key < $1.key }
    return [
      "printed": .integer(quantities.printed), "packs": .integer(election.printRuns.count),
      "issuedSelf": .integer(quantities.issuedSelf), "issuedAgent": .integer(quantities.issuedAgent),
      "issuedMobile": .integer(quantities.issuedMobile), "issued": .integer(quantities.issued),
      "spoiled": .integer(quantities.spoiled),
      "unused": election.closed.map { .integer($0.unused) } ?? .string(""),
      "desks": .array(
        desks.map { .object(["desk": .string("\($0.key) 号"), "issued": .integer($0.value.count)]) }),
      "stock": .bool(true),
    ]
  }

  private var issues: [JSON] {
    election.issues.sorted { $0.key < $1.key }.map { roll, issue in
      let manner =
        switch issue.manner {
        case .inPerson: "本人"
        case .agent: "受委托人"
        case .mobile: "流动票箱"
        }
      return .object([
        "roll": .integer(roll), "manner": .string(manner), "time": .string(issue.at.clock),
        "desk": .integer(issue.desk),
      ])
    }
  }

  private var identities: [JSON] {
    guard let result else {
      return Identity.ID.allCases.map {
        .object(["id": .string($0.rawValue), "meaning": .string($0.chinese)])
      }
    }
    return result.identities.map { check in
      .object([
        "id": .string(check.id), "meaning": .string(Identity.ID(rawValue: check.id)?.chinese ?? ""),
        "numbers": .string(named(check.numbers)), "verdict": .string(check.holds ? "相符" : "不符"),
      ])
    }
  }

  /// Numbers with candidates' names in place of the lines of the ballot.
  private func named(_ numbers: String) -> String {
    plan.posts.flatMap { post in
      post.candidates.enumerated().map { index, candidate in
        ("\(LineID.candidate(index + 1, of: post.id).rawValue):", "\(candidate.name)：")
      }
    }.reduce(numbers) { text, name in text.replacingOccurrences(of: name.0, with: name.1) }
  }

  private var outcome: [String: JSON] {
    guard let result, let page = result.pages.first else { return rollCount }
    return rollCount.merging([
      "issued": .integer(result.quantities.issued), "returned": .integer(page.returned),
      "valid": .integer(page.valid), "abstentions": .integer(page.abstentions), "void": .integer(page.void),
      "validity": .string(result.isValid ? "有效" : "无效"), "result": .array(result.posts.map(post)),
    ]) { _, new in new }
  }

  private var rollCount: [String: JSON] {
    election.frozen.map { ["rollTotal": .integer($0.voters)] } ?? [:]
  }

  private func post(_ post: ResultDocument.PostResult) -> JSON {
    .object([
      "title": .string(post.title), "seats": .integer(post.seats), "need": .integer(post.need),
      "persons": .array(
        post.persons.map { person in
          .object([
            "name": .string(person.name), "votes": .integer(person.votes),
            "against": .string(person.against.map(String.init) ?? "—"),
            "abstain": .string(person.abstain.map(String.init) ?? "—"),
            "origin": .string(person.writeIn ? "另选他人" : "候选人"),
            "outcome": .string(
              person.elected ? "当选" : post.tied.contains(person.person) ? "票数相同" : ""),
          ])
        }),
    ])
  }

  private var winners: [JSON] {
    (result?.posts ?? []).flatMap { post in
      post.persons.filter(\.elected).map {
        .object(["name": .string($0.name), "title": .string(post.title)])
      }
    }
  }

  // MARK: The runoff

  /// The posts that are voted on again, with the seats left.
  var runoffPosts: [JSON] {
    open.map { post in
      .object([
        "post": .string(post.title), "seats": .string(String(max(post.vacant, post.tiedSeats))),
      ])
    }
  }

  /// Who stands in the runoff, with the votes of the first time.
  var runoffCandidates: [JSON] {
    open.flatMap { post in
      (post.tied.isEmpty ? post.runoff : post.tied).compactMap { id in
        post.persons.first { $0.person == id }.map { person in
          .object([
            "post": .string(post.title), "name": .string(person.name),
            "votes": .string(String(person.votes)),
          ])
        }
      }
    }
  }

  private var open: [ResultDocument.PostResult] {
    (result?.posts ?? []).filter { $0.vacant > 0 || $0.tiedSeats > 0 }
  }
}

extension Identity.ID {
  /// What adds up, as the reconciliation sheet says it.
  var chinese: String {
    switch self {
    case .n01: "印制 = 发出 + 污损调换 + 未用销毁"
    case .n02: "发出 = 本人 + 代领 + 流动票箱 = 各发票处之和"
    case .n03: "发出票不多于选民"
    case .n04: "每一受委托人不超过规定人数"
    case .n05: "用去的选民证和委托证与发出票相符"
    case .n06: "收回票 = 各票箱之和"
    case .n07: "收回票不多于发出票"
    case .n08: "参加投票人数达到规定"
    case .n09: "未收回票 = 发出 − 收回"
    case .n10: "收回票 = 有效 + 弃权 + 无效"
    case .n11: "单名额职位：各人得票与票数相符"
    case .n12: "多名额职位：得票之和不超过上限"
    case .n13: "每人：赞成 + 反对 + 弃权 + 作废 = 票数"
    case .n14: "扫描张数 = 收回票"
    case .n15: "机器计票 = 手工计票单"
    case .n16: "总数已由监票员签字"
    case .n17: "名册和规则与公布的一致"
    }
  }
}
