import Ballot
import Foundation
import Printing
import Spreadsheet

/// The table that goes to the departments for joint vetting (form F06), as a spreadsheet and as a paper.
///
/// It holds ID numbers, without which nobody can be looked up; it is made on demand and not kept.
struct VettingSheet {
  /// The words of the columns that come back.
  enum Column {
    static let number = "提名号"
    static let post = "职位"
    static let name = "姓名"
    static let conclusion = "联审结论"
    static let reason = "理由"
    static let passed = "通过"
    static let failed = "不通过"
    static let met = "有"
    static let unmet = "无"
  }

  struct Row {
    let number: Int
    let post: String
    let name: String
    let sex: String
    let birth: String
    let identity: String
    let group: String
    let kind: String
  }

  let rows: [Row]
  private let election: ElectionState
  private let items: [NegativeListItem]

  /// Everybody who is nominated and not vetted yet.
  ///
  /// - Throws: a refusal when nobody waits.
  init(_ box: Box) throws {
    election = try box.election()
    guard election.frozen != nil else { throw Failure(Refusal.rollNotFrozen) }
    guard election.adopted.takesNominations else { throw Failure(Refusal.candidatesRefused(.namedInPlan)) }
    items = election.effectivePack?.negativeList.value ?? []
    let roll = try box.roll()
    let plan = election.adopted
    rows = election.book.unvetted.compactMap { nomination in
      guard let voter = roll.voter(nomination.roll) else { return nil }
      return Row(
        number: nomination.number, post: plan.post(nomination.post)?.title ?? nomination.post.rawValue,
        name: voter.name, sex: voter.sex.sign, birth: voter.birth.description,
        identity: voter.identity?.unmasked ?? "", group: voter.group.rawValue,
        kind: nomination.kind.sentence.zh)
    }
    guard !rows.isEmpty else {
      throw Failure.refused(
        "nobodyToVet", zh: "没有等待联审的人。请先登记提名。", en: "Nobody waits for vetting. Record nominations first.")
    }
  }

  private var title: String { "\(election.voteTitle)候选人资格联审表" }

  func writeTable(to file: URL) throws {
    let table = TableWriter(
      title: title,
      header: [Column.number, Column.post, Column.name, "性别", "出生日期", "身份证号", "组别", "提名方式"]
        + items.map(\.sentence.zh) + [Column.conclusion, Column.reason],
      rows: rows.map { row in
        [
          String(row.number), row.post, row.name, row.sex, row.birth, row.identity, row.group, row.kind,
        ] + items.map { _ in "" } + ["", ""]
      }, widths: [8, 10, 10, 6, 12, 22, 8, 14] + items.map { _ in 16 } + [12, 24])
    do {
      try table.write(to: file.path)
    } catch {
      throw Failure.unreadable(file.path, reason: "\(error)")
    }
  }

  /// The same as a paper to fill by hand and to be sealed.
  func writePaper(to file: URL) throws {
    let columns =
      [
        Table.Column("号", width: 0.8, .centre), .init("职位", width: 1.6), .init("姓名", width: 2),
        .init("身份证号", width: 4),
      ] + items.map { Table.Column($0.sentence.zh, width: 1.1, .centre) } + [
        .init("结论", width: 1.5, .centre)
      ]
    let paper = Paper(
      title: "候选人资格联审表",
      blocks: [
        .plain("选举：\(election.voteTitle)"),
        .paragraph(
          "请各有关部门按\(election.pack?.legalBasis ?? "法律")的规定对下列人员进行联审：有所列情形的，在相应栏内填“有”；没有的，填“无”。结论填“通过”或“不通过”，不通过的另附理由。"
        ),
        .table(
          Table(
            columns: columns,
            rows: rows.map {
              [String($0.number), $0.post, $0.name, $0.identity] + items.map { _ in "" } + [""]
            })),
        .plain("本表含个人信息，只供联审使用，由专人送达和收回。"),
        .signatures(["联审部门（盖章）：", "经办人：", "镇街选举指导机构（盖章）：", "日期："]),
      ], size: 13, footer: "F06/1　\(election.id.rawValue)")
    try paper.write(to: file.path, created: election.plan.day)
  }
}
