import Ballot

/// What an election's journal and roll say to its papers, by the names that templates use.
///
/// Everything here can be worked out again from the journal; nobody may write another value over it.
struct ElectionFacts {
  let election: ElectionState
  let roll: Roll?
  let result: ResultDocument?
  let today: Day

  /// The rules in force, with the meeting's choices.
  var pack: RulePack? { election.effectivePack }
  var plan: Plan { election.plan }
  var rules: KindRules? { pack?.rules(for: plan.kind) }
  var isVillage: Bool { pack.map { $0.family == .village } ?? true }

  /// The facts that every paper may use.
  var common: [String: JSON] {
    words.merging(days) { first, _ in first }.merging(numbers) { first, _ in first }
      .merging(rulings) { first, _ in first }
  }

  private var words: [String: JSON] {
    let kind = isVillage ? ("村民", "村务", "村") : ("居民", "居务", "社区")
    return [
      "community": .string(plan.community.name), "communityCode": .string(plan.community.code),
      "township": .string(plan.community.township ?? ""), "term": .string(plan.term.chinese),
      "body": .string(plan.kind.electedBody(isVillage: isVillage)), "people": .string(kind.0),
      "affairs": .string(kind.1), "cun": .string(kind.2), "isVillage": .bool(isVillage),
      "guidance": .string("\(plan.community.township ?? "镇街")选举指导机构"),
      "legalBasis": .string(pack?.legalBasis ?? ""), "pack": .string(plan.pack),
      "open": .string(plan.hours.open),
      "close": .string(plan.hours.close),
      "rollWord": .string(plan.kind == .residentsHousehold ? "户代表" : "选民"),
    ]
  }

  private var days: [String: JSON] {
    let day = election.currentDay
    let posted = election.facts.bulletins["B05"] ?? today
    return [
      "electionDay": .string(day.chinese), "today": .string(today.chinese),
      "objectionsUntil": .string(posted.adding(days: pack?.rollObjectionDays.value ?? 5).chinese),
      "withdrawalUntil": .string(day.adding(days: -(pack?.candidateWithdrawalLeadDays.value ?? 3)).chinese),
      "proxiesUntil": .string(day.adding(days: -(pack?.proxyCutoffLeadDays.value ?? 3)).chinese),
    ]
  }

  private var numbers: [String: JSON] {
    guard let pack else { return [:] }
    let counted: [(String, Int)] = [
      ("minimumAge", pack.minimumAge.value), ("objectionDays", pack.rollObjectionDays.value),
      ("decisionDays", pack.rollDecisionDays.value),
      ("committeeObjectionDays", pack.committeeObjectionDays.value),
      ("withdrawalDays", pack.candidateWithdrawalLeadDays.value),
      ("runoffDays", pack.runoffWindowDays.value), ("disclosureDays", pack.disclosureDays.value),
      ("handoverDays", pack.handoverDays.value), ("proxyMost", pack.proxyMaxPrincipals.value),
      ("termYears", pack.termYears.value), ("nominatorsMin", pack.nominatorsMin.value),
    ]
    return Dictionary(counted.map { ($0, JSON.integer($1)) }) { first, _ in first }
  }

  private var rulings: [String: JSON] {
    guard let pack else { return [:] }
    return [
      "mode": .string(plan.kind.mode), "turnoutRule": .string(rules?.turnout.value.chinese ?? "法定人数"),
      "winRule": .string(rules?.win.value.chinese ?? "过半数"),
      "overvote": .string(pack.overvoteScope.value == .ballot ? "整张选票无效" : "该职位的选择无效"),
      "samePerson": .string(pack.samePersonTwoPosts.value == .voidBallot ? "整张选票无效" : "只计算较高职位的一票"),
      "womenRule": .string(pack.womenSeat.value.chinese),
      "relativesRule": .string(
        pack.nearRelativeResolution.value == .none ? "由选举办法另行规定" : "保留职位较高的；职位相同的，保留得票多的"),
      "nominationRule": .string(nominationRule(pack)), "negativeList": .array(negativeList(pack)),
    ]
  }

  private func nominationRule(_ pack: RulePack) -> String {
    let least = pack.nominatorsMin.value
    let voters = least <= 1 ? "登记的选民可以直接提名候选人" : "选民 \(least) 人以上可以联名提名候选人"
    return pack.partyMayNominate.value ? "\(voters)，党组织也可以提名候选人" : voters
  }

  private func negativeList(_ pack: RulePack) -> [JSON] {
    let items = pack.negativeList.value.map(\.chinese) + ["法律、法规规定的其他情形"]
    return items.enumerated().map { .string("（\(($0 + 1).chinese)）\($1)；") }
  }
}

extension ElectionKind {
  /// The body that a paper speaks of: of a by-election, runoff or recall the committee, not the vote.
  func electedBody(isVillage: Bool) -> String {
    switch self {
    case .byElection, .recall, .resignation, .runoff, .freshElection:
      isVillage ? "村民委员会" : "居民委员会"
    case .villageCommittee, .residentsAllVoters, .residentsHousehold, .residentsRepresentatives,
      .electionCommittee, .groupLeader, .villagerRepresentative, .residentRepresentative,
      .residentGroupLeader, .supervisionCommittee, .residentsSupervision, .subCommittee, .ownersCommittee,
      .ownersDecision:
      body
    }
  }

  /// Who votes, as a sentence of the voting rules begins.
  var mode: String {
    switch self {
    case .residentsHousehold: "由每户派一名代表投票选举"
    case .residentsRepresentatives: "由居民代表投票选举"
    case .residentsAllVoters: "由全体选民直接投票选举"
    case .villageCommittee, .byElection, .runoff, .freshElection, .recall: "由登记的选民直接投票选举"
    case .electionCommittee, .groupLeader, .villagerRepresentative, .residentRepresentative,
      .residentGroupLeader, .supervisionCommittee, .residentsSupervision, .subCommittee, .resignation:
      "由会议投票推选"
    case .ownersCommittee, .ownersDecision: "由业主按专有部分面积和人数共同决定"
    }
  }
}

extension WomenSeatRule {
  fileprivate var chinese: String {
    switch self {
    case .priorityThenReserve: "得票过半数的妇女候选人优先当选；没有的，保留一个名额对妇女候选人另行选举"
    case .separateSeat: "选票上单设妇女委员职位"
    case .none: "按得票多少确定"
    }
  }
}

extension NegativeListItem {
  /// The item as a bulletin names it.
  var chinese: String {
    switch self {
    case .expelledFromParty: "被开除党籍的"
    case .criminalPunishment: "因犯罪受过刑事处罚的"
    case .clanActivity: "利用宗族势力从事违法活动的"
    case .criminalGangs: "参加黑恶势力从事违法活动的"
    case .illegalReligionOrCult: "组织、参加非法宗教或者邪教活动的"
    }
  }
}
