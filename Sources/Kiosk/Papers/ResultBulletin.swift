import Archive
import Ballot
import Foundation
import Printing

/// Bulletin B22: the result with everybody's votes (RULES §3.1).
struct ResultBulletin {
  /// What was sealed, for the copy that goes on the wall after sealing.
  struct Seals {
    let publicID: String
    let checkpoint: String
  }

  private let election: ElectionState
  private let result: ResultDocument
  private let document: String
  private let words: ResultWords

  init(_ election: ElectionState, _ result: ResultDocument, document: String) {
    self.election = election
    self.result = result
    self.document = document
    words = ResultWords(result)
  }

  private var plan: Plan { election.plan }

  /// The whole paper with the result as a signed note; the copy made after sealing carries the seals' codes too.
  func paper(seal: Picture?, announced: Instant, note: String, seals: Seals? = nil) -> Paper {
    Paper(
      title: "\(election.voteTitle)结果公告",
      masthead: .init(issuer: plan.issuer, number: document),
      blocks: opening(announced) + tables + verdicts + checks
        + [
          .seal(issuer: plan.issuer, date: plan.day.chinese, seal),
          .signatures(["总监票员：", "唱票员：", "计票员：", "监票员："]),
          .codes(codes(note, seals)),
        ], size: 14, footer: "B22/1　规则包 \(result.pack)　摘要 \(result.packDigest.prefix(16))")
  }

  private func opening(_ announced: Instant) -> [Block] {
    let quantities = result.quantities
    let page = result.pages.first
    return [
      .paragraph(
        "根据\(election.pack?.legalBasis ?? "")，\(plan.community.name)于\(plan.day.chinese)举行\(election.voteName)。现将结果公告如下。"
      ),
      .paragraph(
        "登记选民 \(quantities.roll) 人，发出选票 \(quantities.issued) 张，收回选票 \(page?.returned ?? 0) 张。其中有效票 \(page?.valid ?? 0) 张，弃权票 \(page?.abstentions ?? 0) 张，无效票 \(page?.void ?? 0) 张。经监票员认定的疑难符号 \(result.decided) 处。"
      ),
    ] + words.validity.map { .paragraph($0.zh) } + [
      .paragraph("公布时间：\(announced.day.chinese) \(announced.clock)。")
    ]
  }

  private var tables: [Block] {
    result.posts.flatMap { post in
      [
        Block.heading(
          post.carried == nil
            ? "\(post.title)（应选 \(post.seats) 名，当选需 \(post.need) 票）" : "\(post.title)（通过需 \(post.need) 票）"),
        post.carried == nil ? votes(post) : answers(post),
      ]
    }
  }

  private func votes(_ post: ResultDocument.PostResult) -> Block {
    .table(
      Table(
        columns: [
          .init("姓名", width: 3), .init("赞成", width: 1.4, .right), .init("反对", width: 1.4, .right),
          .init("弃权", width: 1.4, .right), .init("作废", width: 1.4, .right),
          .init("来源", width: 2, .centre), .init("结果", width: 2, .centre),
        ], rows: post.persons.map { row($0, post) }))
  }

  /// The answers to a question with their votes.
  private func answers(_ post: ResultDocument.PostResult) -> Block {
    .table(
      Table(
        columns: [.init("意见", width: 3, .centre), .init("票数", width: 2, .right)],
        rows: post.persons.map { [$0.name, String($0.votes)] } + [
          ["未作选择", String(post.nobody)], ["无效", String(result.pages.first?.void ?? 0)],
          ["收回合计", String(post.base)],
        ]))
  }

  private func row(_ person: ResultDocument.Person, _ post: ResultDocument.PostResult) -> [String] {
    let tied = post.tied.contains(person.person)
    return [
      person.name, String(person.votes), person.against.map(String.init) ?? "—",
      person.abstain.map(String.init) ?? "—", person.void.map(String.init) ?? "—",
      person.writeIn ? "另选他人" : "正式候选人",
      person.elected ? "当选" : tied ? "票数相同" : "",
    ]
  }

  private var verdicts: [Block] {
    words.outcome.dropFirst(result.pages.count).map { .paragraph($0.zh) }
  }

  private var checks: [Block] {
    let ids = Set(result.identities.filter(\.holds).map(\.id)).sorted()
    let failing = Set(result.identities.filter { !$0.holds }.map(\.id)).sorted()
    let good = "数字核对 \(ids.first ?? "")—\(ids.last ?? "") 共 \(ids.count) 项相符"
    return [.paragraph(failing.isEmpty ? "\(good)。" : "\(good)；\(failing.joined(separator: "、")) 不符。")]
  }

  private func codes(_ note: String, _ seals: Seals?) -> [(text: String, caption: String)] {
    let own = (text: note, caption: "结果（签名）")
    guard let seals else { return [own] }
    return [own, (seals.publicID, "公开档案包编号"), (seals.checkpoint, "日志检查点")]
  }

  /// The result as plain text that fits a code: the numbers, everybody's votes, and the hash of the whole result.
  func noteText(digest: String) -> String {
    let quantities = result.quantities
    var lines = [
      "kiosk-result/1", "\(plan.community.code) \(plan.community.name) \(plan.election.rawValue) \(plan.day)",
      "V=\(quantities.roll) I=\(quantities.issued) R=\(result.pages.map { String($0.returned) }.joined(separator: "+"))",
    ]
    for post in result.posts {
      let persons = post.persons.prefix(12).map { "\($0.name)=\($0.votes)\($0.elected ? "*" : "")" }
      lines.append("\(post.title): \(persons.joined(separator: " "))")
    }
    lines.append("sha256=\(digest)")
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Box {
  /// Draws B22 once more after sealing, with the codes of bundle and checkpoint.
  func drawResult(to file: URL, bulletin: BulletinIssued, sealed: ResultBulletin.Seals) throws {
    let plan = try election().plan
    let document = bulletin.document ?? plan.documentNumber(bulletin.number)
    try resultPaper(document: document, sealed: sealed).write(to: file.path, created: plan.day)
  }

  /// B22 as a paper: the result with its signed code.
  func resultPaper(document: String, sealed: ResultBulletin.Seals? = nil) throws -> Paper {
    let election = try election()
    let announced = election.stages.last { $0.stage == .declared }?.at ?? now()
    return ResultBulletin(election, try result(), document: document).paper(
      seal: try seal(), announced: announced, note: try resultNote(document: document).description,
      seals: sealed)
  }

  /// The published result under the box's signature: what the bulletin's code says.
  func resultNote(document: String) throws -> SignedNote {
    let result = try result()
    let bulletin = ResultBulletin(try election(), result, document: document)
    return try keys.signer.sign(
      SignedNote(text: bulletin.noteText(digest: Digest.of(result.published.json).hex)))
  }
}
