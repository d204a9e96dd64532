/// What the parameters of a rule pack are called in Chinese; a path names its last known part.
enum RuleName {
  static func zh(of rule: String) -> String? {
    let parts = rule.split(separator: ".").map(String.init)
    return parts.reversed().lazy.compactMap { names[$0] }.first
  }

  private static let names: [String: String] = [
    "minimumAge": "选民最低年龄", "termYears": "任期（年）", "rollPostingLeadDays": "名单公布提前天数",
    "rollObjectionDays": "异议天数", "rollDecisionDays": "异议答复天数", "committeeObjectionDays": "对选举委员会的异议天数",
    "formalListLeadDays": "正式候选人公布提前天数", "minSurplusPerPost": "每职位差额", "maxSurplusMembers": "委员最大差额",
    "nominatorsMin": "联名提名人数", "partyMayNominate": "党组织可以提名", "negativeList": "负面清单",
    "negativeListBindsWriteIns": "负面清单适用于另选他人", "proxyMaxPrincipals": "每人接受委托上限",
    "proxyAgentScope": "受委托人范围", "proxyCandidateBarred": "候选人不得受托", "proxyCutoffLeadDays": "委托截止提前天数",
    "proxyListLeadDays": "委托名单公布提前天数", "mobileBoxMinScrutineers": "流动票箱监票员人数",
    "mobileBoxNeedsGuidanceApproval": "流动票箱须经批准", "majorityBase": "过半数的基数", "runoffFloorBase": "三分之一的基数",
    "runoffSurplus": "另行选举差额", "runoffWindowDays": "另行选举期限（天）", "vacancyAllowedAfterRunoff": "可以暂缺的最少成员数",
    "overvoteScope": "多选的无效范围", "samePersonTwoPosts": "一人两职", "blankBallotClass": "空白票归类",
    "accumulateDownward": "高职票下加", "womenSeat": "妇女名额办法", "nearRelativeResolution": "近亲属回避办法",
    "scrutineersPerDecision": "认定疑难票的监票员人数", "recallCooldownDays": "再次罢免间隔（天）",
    "recallVoteWithinDays": "罢免表决期限（天）", "auditLeadDays": "审计公布提前天数",
    "candidateWithdrawalLeadDays": "候选人退出提前天数", "ballotRetention": "选票保存期限", "resultFilingDays": "备案期限（天）",
    "handoverDays": "移交期限（天）", "disclosureDays": "公开天数", "resignationByMeeting": "辞职由会议接受",
    "representativesShare": "代表比例", "womenRepresentativesShare": "妇女代表比例", "appraisalFailure": "不称职比例",
    "appraisalIntervalMonths": "评议间隔（月）", "appraisalFailuresInRow": "连续不称职次数", "opens": "会议法定人数",
    "decides": "会议表决", "noticeDays": "会议通知天数", "noticeMayBeShorter": "通知可以缩短", "callers": "可以要求开会",
    "timesAYear": "每年次数", "turnouts": "投票有效人数", "seats": "职数", "oddSeats": "应为单数", "womenLeast": "妇女至少",
    "surplusRequired": "实行差额", "win": "当选票数", "winBase": "当选票数的基数", "runoff": "另行选举办法",
    "runoffTurnout": "另行选举有效人数", "runoffFloor": "另行选举当选票数", "tie": "票数相同", "proxies": "可以委托",
    "petitions": "罢免联名", "winByBody": "各会议当选票数", "participationArea": "参与表决面积",
    "participationHeads": "参与表决人数",
    "ordinaryArea": "一般事项同意面积", "ordinaryHeads": "一般事项同意人数", "specialArea": "重大事项同意面积",
    "specialHeads": "重大事项同意人数", "specialMatters": "重大事项类别", "electionMatter": "选举事项类别", "silence": "未表态的处理",
    "areaOrder": "面积依据顺序", "annulmentYears": "申请撤销期限（年）", "electronicVoting": "电子表决", "authority": "异常处理权限",
    "needs": "完成条件", "latest": "最迟", "earliest": "最早",
  ]
}
