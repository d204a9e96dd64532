import Ballot

extension ElectionState {
  /// What the vote is called on papers: `石桥村第十二届村民委员会选举`.
  var voteTitle: String { plan.community.name + voteName }

  /// The same without the community's name.
  var voteName: String {
    if let question = plan.question { return "\(question.title(plan.kind))投票" }
    return "第\(plan.term.chinese)届\(plan.kind.body(pack?.family))\(voteWord)"
  }

  private var voteWord: String {
    switch vote {
    case .first: plan.kind.word
    case .runoff: "另行选举"
    case .revote: "再次投票"
    case .fresh: "重新选举"
    }
  }
}

extension ElectionKind {
  /// The body that is elected, of a village where the kind does not say.
  var body: String { body(nil) }

  /// The body that is elected, of a village or of a community.
  func body(_ family: RuleFamily?) -> String {
    let isVillage = family != .residents
    switch self {
    case .villageCommittee: return "村民委员会"
    case .residentsAllVoters, .residentsHousehold, .residentsRepresentatives: return "居民委员会"
    case .byElection, .recall, .resignation, .runoff, .freshElection: return isVillage ? "村民委员会" : "居民委员会"
    case .electionCommittee: return isVillage ? "村民选举委员会" : "居民选举委员会"
    case .groupLeader: return "村民小组长"
    case .villagerRepresentative: return "村民代表"
    case .residentRepresentative: return "居民代表"
    case .residentGroupLeader: return "居民小组长"
    case .supervisionCommittee: return "村务监督委员会"
    case .residentsSupervision: return "居务监督委员会"
    case .subCommittee: return isVillage ? "村民委员会下属委员会" : "居民委员会下属委员会"
    case .ownersCommittee: return "业主委员会"
    case .ownersDecision: return "业主共同决定"
    }
  }

  /// What a first vote of this kind is called: bodies are elected, the others chosen by a meeting (推选).
  fileprivate var word: String {
    switch self {
    case .villageCommittee, .residentsAllVoters, .residentsHousehold, .residentsRepresentatives,
      .ownersCommittee:
      "选举"
    case .electionCommittee, .groupLeader, .villagerRepresentative, .residentRepresentative,
      .residentGroupLeader, .supervisionCommittee, .residentsSupervision, .subCommittee:
      "推选"
    case .byElection: "补选"
    case .runoff: "另行选举"
    case .freshElection: "重新选举"
    case .recall, .resignation, .ownersDecision: "表决"
    }
  }
}

extension Question {
  /// What is put to the vote: `罢免村民委员会主任王伟`.
  func title(_ kind: ElectionKind) -> String {
    kind == .resignation ? "\(office)\(person.name)辞职" : "罢免\(office)\(person.name)"
  }

  /// The question as it stands over the answers.
  func sentence(_ kind: ElectionKind) -> String {
    kind == .resignation ? "是否同意\(person.name)辞去\(office)职务？" : "是否同意罢免\(person.name)的\(office)职务？"
  }
}
