extension RecordTable {
  /// Rows of the first released version have none: they are of round 1.
  static let round = Column(
    "round", .integer, zh: "第几轮投票", en: "round of voting, from 1", isOptional: true)

  static let electionColumns: [Column] = [
    .init("community", .text, zh: "村（社区）名称", en: "name of the community"),
    .init("election_day", .date, zh: "选举日", en: "election day"),
    .init("term", .integer, zh: "届次", en: "term of office"),
    .init("rule_pack", .text, zh: "规则包", en: "rule pack"),
    .init("rule_pack_sha256", .digest, zh: "规则包摘要", en: "hash of the rule pack"),
    .init("plan_sha256", .digest, zh: "方案摘要", en: "hash of the plan"),
    .init("roll_sha256", .digest, zh: "名册摘要", en: "hash of the roll"),
    .init("valid", .boolean, zh: "选举是否有效", en: "whether the vote is valid"),
  ]

  static let postColumns: [Column] = [
    round,
    .init("post", .text, zh: "职位", en: "post"),
    .init("title", .text, zh: "职位名称", en: "title of the post"),
    .init("seats", .integer, zh: "应选名额", en: "seats"),
    .init("rule", .text, zh: "当选规则", en: "rule for being elected"),
    .init("rule_pack_sha256", .digest, zh: "规则包摘要", en: "hash of the rule pack"),
    .init("denominator", .integer, zh: "基数（收回选票）", en: "base: sheets returned"),
    .init("need", .integer, zh: "当选所需票数", en: "votes needed"),
    .init("elected", .integer, zh: "当选人数", en: "persons elected"),
    .init("vacant", .integer, zh: "空缺", en: "vacant seats"),
    .init("tied_seats", .integer, zh: "平票名额", en: "seats tied for"),
    .init("void_sections", .integer, zh: "该职位作废票", en: "sheets void for this post"),
    .init("nobody", .integer, zh: "未选任何人", en: "sheets that chose nobody"),
    .init("carried", .boolean, zh: "表决是否通过", en: "whether a question was carried", isOptional: true),
  ]

  static let candidateColumns: [Column] = [
    round,
    .init("post", .text, zh: "职位", en: "post"),
    .init("line", .text, zh: "选票上的行", en: "line on the ballot"),
    .init("name", .text, zh: "姓名", en: "name"),
  ]

  static let tallyColumns: [Column] = [
    round,
    .init("post", .text, zh: "职位", en: "post"),
    .init("person", .text, zh: "选票上的行或另选人编号", en: "line on the ballot, or number of a person written in"),
    .init("name", .text, zh: "姓名", en: "name"),
    .init("write_in", .boolean, zh: "是否另选他人", en: "whether written in"),
    .init("votes", .integer, zh: "赞成票", en: "votes for"),
    .init("against", .integer, zh: "反对票", en: "votes against", isOptional: true),
    .init("abstain", .integer, zh: "弃权", en: "abstentions", isOptional: true),
    .init("elected", .boolean, zh: "是否当选", en: "whether elected"),
    .init("rule", .text, zh: "规则", en: "rule"),
    .init("rule_pack_sha256", .digest, zh: "规则包摘要", en: "hash of the rule pack"),
    .init("numerator", .integer, zh: "得票", en: "votes, the rule's numerator"),
    .init("denominator", .integer, zh: "基数", en: "base, the rule's denominator"),
    .init("reason", .text, zh: "结论的理由", en: "reason of the verdict"),
  ]

  static let ballotColumns: [Column] = [
    round,
    .init("ballot", .text, zh: "随机编号", en: "random id"),
    .init("page", .integer, zh: "页", en: "page"),
    .init("post", .text, zh: "职位", en: "post"),
    .init("line", .text, zh: "行", en: "line"),
    .init("reading", .text, zh: "机读符号", en: "the machine's reading"),
    .init("certainty", .text, zh: "机读把握", en: "clear or doubtful"),
    .init("decided", .boolean, zh: "是否经监票员认定", en: "whether scrutineers decided"),
    .init("verdict", .text, zh: "最后认定", en: "final verdict"),
    .init("person", .text, zh: "所选的人", en: "the person chosen", isOptional: true),
    .init("counted", .boolean, zh: "是否计入得票", en: "whether it counts as a vote"),
    .init(
      "ballot_void", .text, zh: "整张无效的依据", en: "ground of the whole sheet's voidness", isOptional: true),
  ]

  static let turnoutColumns: [Column] = [
    round,
    .init("page", .integer, zh: "页", en: "page"),
    .init("roll", .integer, zh: "选民数", en: "registered voters"),
    .init("printed", .integer, zh: "印制", en: "ballots printed"),
    .init("issued", .integer, zh: "发出", en: "ballots issued"),
    .init("spoiled", .integer, zh: "污损调换", en: "spoiled and exchanged"),
    .init("unused", .integer, zh: "未用销毁", en: "unused and destroyed"),
    .init("returned", .integer, zh: "收回", en: "sheets returned"),
    .init("valid", .integer, zh: "有效", en: "valid sheets"),
    .init("abstentions", .integer, zh: "弃权", en: "blank sheets"),
    .init("void", .integer, zh: "无效", en: "void sheets"),
    .init("need", .integer, zh: "有效所需收回数", en: "returned sheets needed"),
    .init("verdict", .text, zh: "是否有效", en: "validity"),
  ]

  static let recountColumns: [Column] = [
    round,
    .init("number", .integer, zh: "第几次复核", en: "number of the recount, from 1"),
    .init("outcome", .text, zh: "结果", en: "agreed, differs, or abandoned"),
    .init("first", .integer, zh: "第一遍张数", en: "sheets in the first reading"),
    .init("second", .integer, zh: "第二遍张数", en: "sheets in the second reading"),
    .init("differing", .integer, zh: "不一致的行", en: "lines of the ballot that differ"),
    .init("comparison_sha256", .digest, zh: "比较表摘要", en: "hash of the comparison"),
    .init("signers", .text, zh: "签字的监票员", en: "scrutineers who signed"),
  ]
}
