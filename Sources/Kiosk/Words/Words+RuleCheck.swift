import Ballot

extension RuleCheck {
  /// The rule with its numbers and its base: `得票 352 ≥ 321（收回 640 张的过半数），达到`.
  var sentence: Sentence {
    let sign = holds ? "≥" : "<"
    return Sentence(
      zh:
        "\(rule.sentence.zh)：\(number(count)) \(sign) \(number(needed))（\(of.sentence.zh) \(number(base)) 的\(threshold.chinese)），\(holds ? "达到" : "未达到")。依据 \(source)。",
      en:
        "\(rule.sentence.en): \(number(count)) \(sign) \(number(needed)) (\(threshold) of \(number(base)) \(of.sentence.en)); \(holds ? "reached" : "not reached"). Source: \(source)."
    )
  }

  private func number(_ value: Int) -> String {
    switch of {
    case .area, .participatingArea: "\(Area(rawValue: value))㎡"
    default: String(value)
    }
  }
}

extension RuleCheck.Rule {
  var sentence: Sentence {
    switch self {
    case .returnedWithinIssued: Sentence(zh: "发出票不少于收回票", en: "issued against returned")
    case .turnout: Sentence(zh: "参加投票", en: "turnout")
    case .majority: Sentence(zh: "得票", en: "votes")
    case .runoffFloor: Sentence(zh: "另行选举得票", en: "votes in the runoff")
    case .petition: Sentence(zh: "联名人数", en: "petitioners")
    case .quorum: Sentence(zh: "到会", en: "present")
    case .decision: Sentence(zh: "同意", en: "in favour")
    case .representativesShare: Sentence(zh: "代表比例", en: "share of representatives")
    case .womenRepresentatives: Sentence(zh: "妇女代表比例", en: "share of women")
    case .participationArea: Sentence(zh: "参与表决面积", en: "participating area")
    case .participationHeads: Sentence(zh: "参与表决人数", en: "participating owners")
    case .agreementArea: Sentence(zh: "同意面积", en: "agreeing area")
    case .agreementHeads: Sentence(zh: "同意人数", en: "agreeing owners")
    case .notCompetent: Sentence(zh: "不称职票", en: "not competent")
    }
  }
}

extension ShareBase {
  var sentence: Sentence {
    switch self {
    case .roll: Sentence(zh: "登记选民", en: "registered voters")
    case .adults: Sentence(zh: "成年村（居）民", en: "adults")
    case .households: Sentence(zh: "户", en: "households")
    case .householdRepresentatives: Sentence(zh: "户代表", en: "household representatives")
    case .representatives: Sentence(zh: "居（村）民代表", en: "representatives")
    case .members: Sentence(zh: "应到会人员", en: "members")
    case .groups: Sentence(zh: "小组", en: "groups")
    case .groupAdults: Sentence(zh: "本组成年人", en: "adults of the group")
    case .groupHouseholds: Sentence(zh: "本组户", en: "households of the group")
    case .groupRepresentatives: Sentence(zh: "本组代表", en: "representatives of the group")
    case .attendees: Sentence(zh: "到会人员", en: "attending")
    case .returned: Sentence(zh: "收回选票", en: "ballots returned")
    case .issued: Sentence(zh: "发出选票", en: "ballots issued")
    case .area: Sentence(zh: "专有部分面积", en: "exclusive area")
    case .heads: Sentence(zh: "业主人数", en: "owners")
    case .participatingArea: Sentence(zh: "参与表决面积", en: "participating area")
    case .participatingHeads: Sentence(zh: "参与表决人数", en: "participating owners")
    }
  }
}

extension PersonFacts.Unfit {
  var sentence: Sentence {
    switch self {
    case .negativeList(.expelledFromParty): Sentence(zh: "被开除党籍", en: "expelled from the Party")
    case .negativeList(.criminalPunishment): Sentence(zh: "受过刑事处罚", en: "criminal punishment")
    case .negativeList(.clanActivity): Sentence(zh: "参与宗族恶势力活动", en: "unlawful clan activity")
    case .negativeList(.criminalGangs): Sentence(zh: "参与黑恶势力活动", en: "criminal gangs")
    case .negativeList(.illegalReligionOrCult): Sentence(zh: "参与非法宗教、邪教活动", en: "illegal religion or cult")
    case .notOnRoll: Sentence(zh: "不在选民名册上", en: "not on the roll")
    case .underAge: Sentence(zh: "不满十八周岁", en: "under age")
    case .supervisionBody: Sentence(zh: "在监督委员会任职", en: "sits on the supervision body")
    }
  }
}
