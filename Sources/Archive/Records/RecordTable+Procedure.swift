extension RecordTable {
  static let stageColumns: [Column] = [
    .init("stage", .text, zh: "阶段", en: "stage"),
    .init("code", .text, zh: "编号", en: "code"),
    .init("entered_at", .time, zh: "进入时间", en: "when it was entered"),
    .init("due", .date, zh: "按规则最迟完成日", en: "last day for it by the rule pack", isOptional: true),
    .init("over", .date, zh: "完成日", en: "day on which it was over", isOptional: true),
  ]

  static let anomalyColumns: [Column] = [
    .init("code", .text, zh: "编号", en: "code"),
    .init("detail", .text, zh: "说明", en: "detail"),
    .init("number", .integer, zh: "序号", en: "running number", isOptional: true),
    .init(
      "authority", .enumeration, zh: "由谁处理", en: "who has to act", isOptional: true,
      labels: [
        "guidance": .init(zh: "须镇街授权", en: "needs the street's authorisation"),
        "inform": .init(zh: "报镇街知晓", en: "the street is told"),
      ]),
    .init(
      "state", .enumeration, zh: "状态", en: "state", isOptional: true,
      labels: [
        "authorised": .init(zh: "已授权", en: "authorised"), "open": .init(zh: "未上报", en: "not submitted"),
        "returned": .init(zh: "已退回", en: "sent back"), "submitted": .init(zh: "已上报", en: "submitted"),
      ]),
    .init("action", .text, zh: "授权的处理", en: "what was authorised", isOptional: true),
    .init("authorisation", .text, zh: "授权文号", en: "document number of the authorisation", isOptional: true),
  ]

  static let officerColumns: [Column] = [
    .init(
      "body", .enumeration, zh: "类别", en: "body",
      labels: [
        "committee": .init(zh: "两委成员", en: "committee"), "groupLeader": .init(zh: "小组长", en: "group leader"),
        "representative": .init(zh: "代表", en: "representative"),
        "supervision": .init(zh: "监督委员会", en: "supervision committee"),
      ]),
    .init("post", .text, zh: "职位", en: "post"),
    .init("title", .text, zh: "职务", en: "title of the post"),
    .init("name", .text, zh: "姓名", en: "name"),
    .init("term", .integer, zh: "届次", en: "term of office"),
    .init("election_day", .date, zh: "选举日", en: "election day"),
    .init("votes", .integer, zh: "得票", en: "votes"),
    .init("denominator", .integer, zh: "基数", en: "base"),
  ]

  static let bulletinColumns: [Column] = [
    .init("code", .text, zh: "公告编号", en: "bulletin code"),
    .init("number", .integer, zh: "序号", en: "running number"),
    .init("sha256", .digest, zh: "内容摘要", en: "hash of the bulletin"),
  ]

  static let rollColumns: [Column] = [
    .init("roll", .integer, zh: "序号", en: "roll number"),
    .init("name", .text, zh: "姓名", en: "name"),
    .init("sex", .text, zh: "性别", en: "sex"),
    .init("birth", .date, zh: "出生日期", en: "date of birth"),
    .init("group_name", .text, zh: "村民小组", en: "group"),
    .init("household", .text, zh: "户", en: "household"),
    .init("registration_class", .integer, zh: "登记类别", en: "registration class"),
    .init("identity", .text, zh: "公民身份号码", en: "identity number", isOptional: true),
    .init("ballot_issued", .boolean, zh: "是否领票", en: "whether ballots were issued"),
  ]
}
