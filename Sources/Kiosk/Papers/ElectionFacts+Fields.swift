import Ballot

extension ElectionFacts {
  /// A field of a paper as the box knows it; nil where it knows nothing.
  func field(_ name: String) -> [String: JSON] {
    switch name {
    case "posts": ["posts": .array(plan.posts.map(post))]
    case "places": ["places": .array(plan.places.map(place))]
    case "staff": ["staff": .array(staff)]
    case "scribes": names(of: .scribe)
    case "scrutineers" where !election.ledgers.mobileBoxes.isEmpty: listed(name)
    case "scrutineers":
      [
        "scrutineers": .array(
          (plan.officers(.chiefScrutineer) + plan.officers(.scrutineer)).map { .string($0.name) })
      ]
    case "groups", "decisions": rollTotals.merging(rollGroups) { first, _ in first }
    case "roll": ["roll": .array((roll?.voters ?? []).map { voter($0) })]
    case "proxies": proxies
    case "mobileVoters", "mobileRoute": listed(name)
    case "validity": ["validity": .array(validity)]
    case "disclosed": ["disclosed": .array(disclosed)]
    case "runoffPosts": ["runoffPosts": .array(openRound?.posts ?? runoffPosts)]
    case "runoffCandidates": ["runoffCandidates": .array(openRound?.candidates ?? runoffCandidates)]
    default: dayField(name).merging(candidateField(name)) { first, _ in first }
    }
  }

  private func names(of role: Officer.Role) -> [String: JSON] {
    let people = plan.officers(role)
    return people.isEmpty ? [:] : ["scribes": .array(people.map { .string($0.name) })]
  }

  // MARK: The plan

  private func post(_ post: Post) -> JSON {
    let surplus = max(0, post.candidates.count - post.seats)
    let least = post.seats + (rules?.surplusRequired.value ?? true ? pack?.minSurplusPerPost.value ?? 1 : 0)
    return .object([
      "title": .string(post.title), "seats": .integer(post.seats), "least": .integer(least),
      "count": .integer(post.candidates.count), "surplus": .integer(surplus),
      "writeIns": .array((0..<post.seats).map { _ in .object([:]) }),
      "candidates": .array(
        post.candidates.enumerated().map { index, candidate in
          .object([
            "number": .integer(index + 1), "name": .string(candidate.name),
            "sex": .string(candidate.sex?.sign ?? ""), "group": .string(candidate.group ?? ""),
          ])
        }),
    ])
  }

  private func place(_ place: PollingPlace) -> JSON {
    let kind =
      switch place.kind {
      case .main: "中心会场"
      case .sub: "分会场"
      case .station: "投票站"
      }
    return .object([
      "number": .integer(place.number), "name": .string(place.name), "kind": .string(kind),
      "groups": .string(place.groups.isEmpty ? "其余各组" : place.groups.joined(separator: "、")),
      "hours": .string("\(plan.hours.open)—\(plan.hours.close)"),
    ])
  }

  private var staff: [JSON] {
    Officer.Role.allCases.compactMap { role in
      let people = plan.officers(role).map(\.name)
      guard !people.isEmpty else { return nil }
      return .object(["role": .string(role.chinese), "names": .string(people.joined(separator: "、"))])
    }
  }

  // MARK: The roll

  private var rollTotals: [String: JSON] {
    guard let facts = election.roll else { return [:] }
    return [
      "rollTotal": .integer(facts.voters), "rollMen": .integer(facts.men),
      "rollWomen": .integer(facts.women),
    ]
  }

  private func voter(_ voter: VoterRecord) -> JSON {
    .object([
      "number": .integer(voter.number.rawValue), "name": .string(voter.name),
      "sex": .string(voter.sex.sign), "group": .string(voter.group.rawValue),
    ])
  }

  /// The roll in its own order, group after group, with nothing but names and sexes.
  private var rollGroups: [String: JSON] {
    guard let roll, !roll.voters.isEmpty else { return [:] }
    var order: [String] = []
    var byGroup: [String: [VoterRecord]] = [:]
    for voter in roll.voters {
      if byGroup[voter.group.rawValue] == nil { order.append(voter.group.rawValue) }
      byGroup[voter.group.rawValue, default: []].append(voter)
    }
    return [
      "groups": .array(
        order.map { group in
          let voters = byGroup[group] ?? []
          let men = voters.count { $0.sex == .male }
          return .object([
            "group": .string(group), "total": .integer(voters.count), "men": .integer(men),
            "women": .integer(voters.count - men),
            "voters": .array(
              voters.map { .object(["name": .string($0.name), "sex": .string($0.sex.sign)]) }),
          ])
        })
    ]
  }

  private var proxies: [String: JSON] {
    let standing = election.proxies.standing
    guard !standing.isEmpty else { return [:] }
    let names: (Int) -> JSON = { .string(roll?.voter($0)?.name ?? "第 \($0) 号") }
    return [
      "proxies": .array(
        standing.map { proxy in
          .object([
            "certificate": .string(String(proxy.certificate)), "principal": names(proxy.principal),
            "agent": names(proxy.agent), "relation": .string(proxy.relation.chinese),
          ])
        })
    ]
  }

  // MARK: Rules and papers

  /// The decision table of RULES §4.4 as the meeting adopted it.
  private var validity: [JSON] {
    let over = pack?.overvoteScope.value == .ballot ? "整张无效" : "该职位无效，其他职位有效"
    let two = pack?.samePersonTwoPosts.value == .keepHigherPost ? "计入较高职位" : "整张无效"
    let blank = pack?.blankBallotClass.value == .void ? "无效票" : "弃权票"
    let table: [(String, String)] = [
      ("姓名后画“○”，或画“√”、写“同意”", "赞成"), ("姓名后画“×”，或划去姓名、写“反对”", "反对"),
      ("姓名后没有任何符号", "对该人弃权"), ("符号画在方框外，能看清属于哪一人", "按所画符号认定"),
      ("同一人画了两次相同的符号", "只计一次"), ("有涂改，能看清最后的意思", "按最后的意思认定"),
      ("同一人既画“○”又画“×”，看不清意思", "对该人作废"), ("另选他人，写了姓名未画“○”", "计该人一票"),
      ("另选他人，姓名无法辨认", "该行作废"), ("另选他人，可能指两个人", "由选举委员会认定，认定不了的作废"),
      ("另选他人写的是同一职位的候选人", "计该人一票，不重复计算"), ("所选人数少于或等于应选名额", "有效"),
      ("所选人数多于应选名额", over), ("同一人在两个职位上都被选", two), ("整张选票没有任何符号", blank),
      ("全部画“×”，没有选任何人", "有效，未选任何人"), ("部分无法辨认，其余清楚", "无法辨认的部分作废，其余有效"),
      ("整张无法辨认", "整张无效"), ("写有姓名、编号或者能认出写票人的记号", "整张无效"),
      ("不是加盖公章的本次选票", "无效"), ("撕破、残缺", "由选举委员会认定，缺少职位的作废"),
      ("同类选票两张折在一起", "均无效"), ("在密封的票箱外发现的选票", "不计入收回票"),
      ("由他人代写", "与本人所写同样认定"), ("用铅笔或者其他颜色的笔填写，能看清", "有效"),
    ]
    return table.enumerated().map { index, line in
      .object(["id": .integer(index + 1), "paper": .string(line.0), "result": .string(line.1)])
    }
  }

  private var disclosed: [JSON] {
    election.bulletins.filter { PaperCatalogue.standard[$0.code]?.share ?? .public == .public }.map {
      bulletin in
      .object([
        "title": .string(PaperCatalogue.standard[bulletin.code]?.title ?? bulletin.code),
        "document": .string(bulletin.document ?? plan.documentNumber(bulletin.number)),
        "day": .string(election.issuedOn[bulletin.number]?.chinese ?? ""),
      ])
    }
  }
}

extension Plan {
  /// The number that stands on a bulletin unless the committee gives another.
  func documentNumber(_ number: Int) -> String { "\(community.name)选字〔\(day.year)〕第\(number)号" }
}

extension Officer.Role {
  /// What the officer is called on papers.
  var chinese: String {
    switch self {
    case .chiefScrutineer: "总监票员"
    case .scrutineer: "监票员"
    case .caller: "唱票员"
    case .tallier: "计票员"
    case .issueClerk: "验证发票员"
    case .committeeHead: "选举委员会主任"
    case .scribe: "代书员"
    }
  }
}

extension Proxy.Relation {
  fileprivate var chinese: String {
    switch self {
    case .nearRelative: "近亲属"
    case .villager: "其他村民"
    case .voter: "其他选民"
    }
  }
}
