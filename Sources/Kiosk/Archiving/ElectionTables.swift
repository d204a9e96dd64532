import Archive
import Ballot

/// The tables of an election's bundle (ARCHIVE §3): flat rows with fixed, described columns.
struct ElectionTables {
  let election: ElectionState
  let result: ResultDocument
  private let common: [String: JSON]

  init(_ election: ElectionState, _ result: ResultDocument, revision: Int) {
    self.election = election
    self.result = result
    common = [
      "community_code": .string(election.plan.community.code), "election_id": .string(election.id.rawValue),
      "revision": .integer(revision), "kind": .string(election.plan.kind.rawValue),
    ]
  }

  private func row(_ values: [String: JSON]) -> String {
    JSON.object(common.merging(values) { _, own in own }).canonical
  }

  func table(
    _ name: String, zh: String, en: String, _ columns: [BundleTable.Column], _ rows: [[String: JSON]]
  ) -> BundleTable {
    BundleTable(
      name: name, title: .init(zh: zh, en: en), columns: BundleTable.commonColumns + columns,
      rows: rows.map(row))
  }

  /// What everybody may read.
  func publicTables(_ sheets: [CountDesk.CountedSheet], _ desk: CountDesk) -> [BundleTable] {
    [
      electionTable, posts, candidates, tally, ballots(sheets, desk), turnout, checks, stages, anomalies,
      bulletins,
    ].filter { !$0.rows.isEmpty }
  }

  private var electionTable: BundleTable {
    let plan = election.plan
    return table(
      "election", zh: "选举", en: "election",
      [
        .init("community", .text, zh: "村（社区）名称", en: "name of the community"),
        .init("election_day", .date, zh: "选举日", en: "election day"),
        .init("term", .integer, zh: "届次", en: "term of office"),
        .init("rule_pack", .text, zh: "规则包", en: "rule pack"),
        .init("rule_pack_sha256", .digest, zh: "规则包摘要", en: "hash of the rule pack"),
        .init("plan_sha256", .digest, zh: "方案摘要", en: "hash of the plan"),
        .init("roll_sha256", .digest, zh: "名册摘要", en: "hash of the roll"),
        .init("valid", .boolean, zh: "选举是否有效", en: "whether the vote is valid"),
      ],
      [
        [
          "community": .string(plan.community.name), "election_day": .string(plan.day.description),
          "term": .integer(plan.term), "rule_pack": .string(plan.pack),
          "rule_pack_sha256": .string(election.packDigest), "plan_sha256": .string(election.planDigest),
          "roll_sha256": .string(result.rollDigest), "valid": .bool(result.isValid),
        ]
      ])
  }

  private var posts: BundleTable {
    table(
      "posts", zh: "职位和结论", en: "posts and verdicts",
      [
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
      ],
      result.posts.map { post in
        [
          "post": .string(post.post), "title": .string(post.title), "seats": .integer(post.seats),
          "rule": .string(post.threshold), "rule_pack_sha256": .string(election.packDigest),
          "denominator": .integer(post.base), "need": .integer(post.need),
          "elected": .integer(post.elected.count), "vacant": .integer(post.vacant),
          "tied_seats": .integer(post.tiedSeats), "void_sections": .integer(post.voidSections),
          "nobody": .integer(post.nobody),
        ]
      })
  }

  private var candidates: BundleTable {
    table(
      "candidates", zh: "正式候选人", en: "formal candidates",
      [
        .init("post", .text, zh: "职位", en: "post"),
        .init("line", .text, zh: "选票上的行", en: "line on the ballot"),
        .init("name", .text, zh: "姓名", en: "name"),
      ],
      election.plan.posts.flatMap { post in
        post.candidates.enumerated().map { index, candidate in
          [
            "post": .string(post.id.rawValue),
            "line": .string(LineID.candidate(index + 1, of: post.id).rawValue),
            "name": .string(candidate.name),
          ]
        }
      })
  }

  private var tally: BundleTable {
    table(
      "tally", zh: "得票", en: "votes",
      [
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
      ],
      result.posts.flatMap { post in post.persons.map { person in tallyRow(post, person) } })
  }

  private func tallyRow(
    _ post: ResultDocument.PostResult, _ person: ResultDocument.Person
  ) -> [String: JSON] {
    let enough = person.votes >= post.need && post.need > 0
    let reason =
      person.elected
      ? "\(person.votes) ≥ \(post.need)，当选"
      : enough ? "\(person.votes) ≥ \(post.need)，名额已满或平票" : "\(person.votes) < \(post.need)"
    return [
      "post": .string(post.post), "person": .string(post.reference(person)), "name": .string(person.name),
      "write_in": .bool(person.writeIn), "votes": .integer(person.votes),
      "against": person.against.map(JSON.integer) ?? .null,
      "abstain": person.abstain.map(JSON.integer) ?? .null, "elected": .bool(person.elected),
      "rule": .string(post.threshold), "rule_pack_sha256": .string(election.packDigest),
      "numerator": .integer(person.votes), "denominator": .integer(post.base), "reason": .string(reason),
    ]
  }

  /// One row a line of a sheet, under the sheet's random id and in the order of the ids.
  private func ballots(_ sheets: [CountDesk.CountedSheet], _ desk: CountDesk) -> BundleTable {
    let references = Dictionary(
      uniqueKeysWithValues: result.posts.map { post in
        (post.post, Dictionary(post.persons.map { ($0.person, post.reference($0)) }) { first, _ in first })
      })
    return table(
      "ballots", zh: "逐张选票", en: "ballots, one row a line",
      [
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
      ],
      sheets.flatMap { SheetRows($0, desk, references).rows })
  }

  private var turnout: BundleTable {
    let quantities = result.quantities
    return table(
      "turnout", zh: "发票收票", en: "issue and return",
      [
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
      ],
      result.pages.map { page in
        [
          "page": .integer(page.page), "roll": .integer(quantities.roll),
          "printed": .integer(quantities.printed),
          "issued": .integer(quantities.issued), "spoiled": .integer(quantities.spoiled),
          "unused": .integer(quantities.unused), "returned": .integer(page.returned),
          "valid": .integer(page.valid), "abstentions": .integer(page.abstentions),
          "void": .integer(page.void),
          "need": .integer(page.turnoutNeed), "verdict": .string(page.validity),
        ]
      })
  }

  private var stages: BundleTable {
    table(
      "stages", zh: "阶段", en: "stages",
      [
        .init("stage", .text, zh: "阶段", en: "stage"),
        .init("code", .text, zh: "编号", en: "code"),
        .init("entered_at", .time, zh: "进入时间", en: "when it was entered"),
      ],
      election.stages.map { entry in
        [
          "stage": .string(entry.stage.rawValue), "code": .string(entry.stage.code),
          "entered_at": .string(entry.at.description),
        ]
      })
  }

  private var bulletins: BundleTable {
    table(
      "bulletins", zh: "公告", en: "bulletins",
      [
        .init("code", .text, zh: "公告编号", en: "bulletin code"),
        .init("number", .integer, zh: "序号", en: "running number"),
        .init("sha256", .digest, zh: "内容摘要", en: "hash of the bulletin"),
      ],
      election.bulletins.map {
        ["code": .string($0.code), "number": .integer($0.number), "sha256": .string($0.digest)]
      })
  }

  /// The roll, for the restricted bundle alone.
  func roll(_ roll: Roll) -> BundleTable {
    table(
      "roll", zh: "选民名册", en: "roll of voters",
      [
        .init("roll", .integer, zh: "序号", en: "roll number"),
        .init("name", .text, zh: "姓名", en: "name"),
        .init("sex", .text, zh: "性别", en: "sex"),
        .init("birth", .date, zh: "出生日期", en: "date of birth"),
        .init("group_name", .text, zh: "村民小组", en: "group"),
        .init("household", .text, zh: "户", en: "household"),
        .init("registration_class", .integer, zh: "登记类别", en: "registration class"),
        .init("identity", .text, zh: "公民身份号码", en: "identity number", isOptional: true),
        .init("ballot_issued", .boolean, zh: "是否领票", en: "whether ballots were issued"),
      ],
      roll.voters.map { voter in
        [
          "roll": .integer(voter.number.rawValue), "name": .string(voter.name),
          "sex": .string(voter.sex.rawValue), "birth": .string(voter.birth.description),
          "group_name": .string(voter.group.rawValue), "household": .string(voter.household),
          "registration_class": .integer(voter.registrationClass.rawValue),
          "identity": voter.identity.map { .string($0.unmasked) } ?? .null,
          "ballot_issued": .bool(election.issues[voter.number.rawValue] != nil),
        ]
      })
  }
}
