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
    .init("title", .text, zh: "标题", en: "title", isOptional: true),
    .init("document", .text, zh: "发文字号", en: "number on the paper", isOptional: true),
    .init("issued_on", .date, zh: "发布日期", en: "day of issue", isOptional: true),
    .init("corrects", .integer, zh: "更正的公告序号", en: "number of the bulletin it corrects", isOptional: true),
    .init(
      "restricted", .boolean, zh: "是否只在内部包", en: "whether only the restricted bundle has it",
      isOptional: true),
    .init("retention", .text, zh: "保管期限", en: "how long it is kept", isOptional: true),
    .init("fields_sha256", .digest, zh: "各项内容的摘要", en: "hash of its facts", isOptional: true),
    .init("fields", .text, zh: "各项内容（JSON）", en: "its facts as JSON", isOptional: true),
  ]

  static let postingColumns: [Column] = [
    .init("number", .integer, zh: "公告序号", en: "number of the bulletin"),
    .init("place", .text, zh: "张贴地点", en: "where it hung"),
    .init("posted_on", .date, zh: "张贴日期", en: "since when"),
    .init("removed_on", .date, zh: "撤下日期", en: "until when", isOptional: true),
    .init("posted_picture", .digest, zh: "张贴照片的摘要", en: "hash of the photograph", isOptional: true),
    .init(
      "removed_picture", .digest, zh: "撤下照片的摘要", en: "hash of the photograph when taken down",
      isOptional: true),
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
    .init("ballot_issued", .boolean, zh: "是否领票（任何一轮）", en: "whether ballots were issued, in any round"),
  ]

  static let checkColumns: [Column] = [
    RecordTable.round,
    .init("post", .text, zh: "职位", en: "post", isOptional: true),
    .init(
      "person", .text, zh: "选票上的行或另选人编号", en: "line on the ballot, or number of a person written in",
      isOptional: true),
    .init("rule", .text, zh: "规则", en: "rule"),
    .init("source", .text, zh: "条文和出处", en: "article and source"),
    .init("threshold", .text, zh: "门槛", en: "threshold"),
    .init("numerator", .integer, zh: "数", en: "count"),
    .init("denominator", .integer, zh: "基数", en: "base"),
    .init("base", .text, zh: "基数是什么", en: "what the base is"),
    .init("need", .integer, zh: "至少", en: "smallest count that is enough"),
    .init("holds", .boolean, zh: "是否达到", en: "whether it is reached"),
  ]

  static let ownerColumns: [Column] = [
    .init("owner", .integer, zh: "序号", en: "number"),
    .init("name", .text, zh: "业主", en: "owner"),
    .init("units", .integer, zh: "套数", en: "units"),
    .init("area", .integer, zh: "面积（平方厘米）", en: "area in square centimetres"),
    .init("slip", .boolean, zh: "是否交票", en: "whether the slip is in"),
    .init("chosen", .text, zh: "赞成的行", en: "lines supported"),
  ]

  static let nominationColumns: [Column] = [
    .init("number", .integer, zh: "提名号", en: "number of the nomination"),
    .init("post", .text, zh: "职位", en: "post"),
    .init("name", .text, zh: "姓名", en: "name"),
    .init("nomination", .text, zh: "提名方式", en: "way of nomination"),
    .init("support", .integer, zh: "提名票数或提名人数", en: "votes or number of nominators"),
    .init("status", .text, zh: "结果", en: "what became of it"),
    .init("reason", .text, zh: "理由", en: "reason"),
  ]
}
