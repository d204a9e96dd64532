extension SupervisionQuery {
  /// What the query asks, as a heading.
  var title: Bilingual {
    switch self {
    case .turnout: Bilingual("各镇街参选情况", "Turnout by street")
    case .spread: Bilingual("参选率分布", "How the turnout is spread")
    case .unfilled: Bilingual("须另行选举或再次投票的职位", "Seats to be voted on again")
    case .officers: Bilingual("当选人员名册", "The elected")
    case .missing: Bilingual("应报未报", "Due and not received")
    case .returned: Bilingual("票数不平衡", "Sheets that do not balance")
    case .recount: Bilingual("重新计票不一致", "Recount differs")
    case .anomalies: Bilingual("异常情况未经授权", "Anomalies without authorisation")
    case .late: Bilingual("阶段超过期限", "Stages after their last day")
    case .disorder: Bilingual("阶段先后颠倒", "Stages out of order")
    case .revisions: Bilingual("更正链不完整", "Broken chains of corrections")
    }
  }

  /// What to do about its rows.
  var advice: Bilingual {
    switch self {
    case .turnout: Bilingual("参选率 = 收回票 ÷ 选民数。", "Turnout is sheets returned over registered voters.")
    case .spread: Bilingual("每根柱是参选率相差十个百分点的选举次数。", "Each bar counts elections within ten points of turnout.")
    case .unfilled:
      Bilingual("请安排另行选举，或对平票人员再次投票。", "Arrange a runoff, or a second vote between those who tied.")
    case .officers: Bilingual("可用于更新两委成员、代表和小组长名册。", "For the communities' rosters of officers.")
    case .missing: Bilingual("请联系该村（社区），催报或到现场取回。", "Call the community, or fetch the bundle on a stick.")
    case .returned:
      Bilingual(
        "收回不得多于发出；印制 = 发出 + 调换 + 未用。请调阅封存的选票和登记。",
        "Returned may not exceed issued; printed is issued + spoiled + unused. Look into the sealed papers.")
    case .recount:
      Bilingual("公布的票数与逐张选票不符。请立即核查。", "Published votes differ from the ballots. Look into it at once.")
    case .anomalies: Bilingual("请按程序审核授权或退回。", "Authorise them or send them back.")
    case .late: Bilingual("请核对原因；需要时补办授权。", "Ask why; where needed, an authorisation is to be made up for.")
    case .disorder: Bilingual("请核对各阶段的记录。", "Check the records of the stages.")
    case .revisions: Bilingual("缺少中间的版本，或没有写明取代哪一版。请核查。", "A revision is missing or names no predecessor.")
    }
  }

  /// The columns that people see, in order, with their headings.
  var columns: [(name: String, title: Bilingual)] {
    let place = [("community_code", Bilingual("代码", "Code")), ("election_id", Bilingual("选举", "Election"))]
    switch self {
    case .turnout:
      return [
        ("street", Bilingual("镇街", "Street")), ("elections", Bilingual("选举次数", "Elections")),
        ("valid_elections", Bilingual("有效", "Valid")), ("roll", Bilingual("选民数", "Voters")),
        ("issued", Bilingual("发出票", "Issued")), ("returned", Bilingual("收回票", "Returned")),
        ("permille", Bilingual("参选率", "Turnout")),
      ]
    case .spread:
      return [("tenth", Bilingual("参选率", "Turnout")), ("elections", Bilingual("选举次数", "Elections"))]
    case .unfilled:
      return place + [
        ("title", Bilingual("职位", "Post")), ("seats", Bilingual("名额", "Seats")),
        ("elected", Bilingual("当选", "Elected")), ("vacant", Bilingual("空缺", "Vacant")),
        ("tied_seats", Bilingual("平票名额", "Tied")), ("valid", Bilingual("选举有效", "Valid")),
      ]
    case .officers:
      return [
        ("street", Bilingual("镇街", "Street")), ("community_code", Bilingual("代码", "Code")),
        ("community", Bilingual("村（社区）", "Community")), ("body", Bilingual("类别", "Body")),
        ("title", Bilingual("职务", "Post")), ("name", Bilingual("姓名", "Name")),
        ("term", Bilingual("届次", "Term")), ("election_day", Bilingual("选举日", "Election day")),
        ("votes", Bilingual("得票", "Votes")), ("base", Bilingual("基数", "Base")),
      ]
    case .missing:
      return [
        ("street", Bilingual("镇街", "Street")), ("community_code", Bilingual("代码", "Code")),
        ("community", Bilingual("村（社区）", "Community")), ("election_id", Bilingual("选举", "Election")),
        ("election_day", Bilingual("选举日", "Election day")),
      ]
    case .returned:
      return place + [
        ("page", Bilingual("页", "Page")), ("printed", Bilingual("印制", "Printed")),
        ("issued", Bilingual("发出", "Issued")), ("spoiled", Bilingual("调换", "Spoiled")),
        ("unused", Bilingual("未用", "Unused")), ("returned", Bilingual("收回", "Returned")),
        ("valid", Bilingual("有效", "Valid")), ("abstentions", Bilingual("弃权", "Blank")),
        ("void", Bilingual("无效", "Void")),
      ]
    case .recount:
      return place + [
        ("person", Bilingual("人或页", "Person or page")), ("stated_votes", Bilingual("公布", "Published")),
        ("found_votes", Bilingual("重计", "Recounted")),
      ]
    case .anomalies:
      return place + [
        ("code", Bilingual("编号", "Anomaly")), ("detail", Bilingual("说明", "Detail")),
        ("state", Bilingual("状态", "State")),
      ]
    case .late:
      return place + [
        ("code", Bilingual("阶段", "Stage")), ("due_day", Bilingual("期限", "Last day")),
        ("over_day", Bilingual("完成", "Over")), ("entered", Bilingual("进入", "Entered")),
      ]
    case .disorder:
      return place + [
        ("code", Bilingual("阶段", "Stage")), ("entered_at", Bilingual("进入", "Entered")),
        ("earlier_stage_entered_at", Bilingual("前一阶段进入", "Earlier stage entered")),
      ]
    case .revisions:
      return place + [
        ("revision", Bilingual("版", "Revision")), ("previous_revision", Bilingual("前一版", "Previous")),
        ("supersedes", Bilingual("写明取代", "Names")),
      ]
    }
  }
}
