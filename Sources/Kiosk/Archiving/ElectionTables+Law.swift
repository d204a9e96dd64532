import Archive
import Ballot

extension ElectionTables {
  /// Every rule that was applied, with its numbers, its base and its source.
  var checks: BundleTable {
    table(
      "checks", zh: "结论的依据", en: "why each verdict is as it is",
      [
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
      ],
      result.pages.flatMap { page in
        (page.checks ?? []).map { row($0, post: nil, person: nil) }
          + page.posts.flatMap { post in
            post.persons.flatMap { person in
              [person.check, person.areaCheck].compactMap { $0 }.map {
                row($0, post: post.post, person: post.reference(person))
              }
            }
          }
      })
  }

  private func row(_ check: RuleCheck, post: String?, person: String?) -> [String: JSON] {
    [
      "post": post.map(JSON.string) ?? .null, "person": person.map(JSON.string) ?? .null,
      "rule": .string(check.rule.rawValue), "source": .string(check.source),
      "threshold": .string(check.threshold.description), "numerator": .integer(check.count),
      "denominator": .integer(check.base), "base": .string(check.of.rawValue),
      "need": .integer(check.needed), "holds": .bool(check.holds),
    ]
  }

  /// The anomalies and what became of them; whose key signed what is in the log.
  var anomalies: BundleTable {
    table(
      "anomalies", zh: "异常情况", en: "anomalies",
      [
        .init("code", .text, zh: "编号", en: "code"),
        .init("detail", .text, zh: "说明", en: "detail"),
        .init("number", .integer, zh: "序号", en: "running number"),
        .init("authority", .text, zh: "权限", en: "who has to act"),
        .init("state", .text, zh: "状态", en: "where it stands"),
        .init("action", .text, zh: "决定", en: "decision", isOptional: true),
        .init("authorisation", .text, zh: "文号", en: "document number", isOptional: true),
      ],
      election.facts.anomalies.cases.map { found in
        let (state, action, authorisation): (String, JSON, JSON) =
          switch found.state {
          case .open: ("open", .null, .null)
          case .submitted: ("submitted", .null, .null)
          case .authorised(let action, let number): ("authorised", .string(action.rawValue), .string(number))
          case .returned: ("returned", .null, .null)
          }
        return [
          "code": .string(found.code.rawValue), "detail": .string(found.detail),
          "number": .integer(found.number), "authority": .string(found.authority.rawValue),
          "state": .string(state), "action": action, "authorisation": authorisation,
        ]
      })
  }

  /// The owners with their areas and slips, for the restricted bundle alone.
  func owners(_ book: OwnersBook) -> BundleTable {
    table(
      "owners", zh: "业主名册和表决票", en: "owners and their slips",
      [
        .init("owner", .integer, zh: "序号", en: "number"),
        .init("name", .text, zh: "业主", en: "owner"),
        .init("units", .integer, zh: "套数", en: "units"),
        .init("area", .integer, zh: "面积（平方厘米）", en: "area in square centimetres"),
        .init("slip", .boolean, zh: "是否交票", en: "whether the slip is in"),
        .init("chosen", .text, zh: "赞成的行", en: "lines supported"),
      ],
      book.owners.enumerated().map { index, owner in
        let slip = election.ledgers.slips[index + 1]
        return [
          "owner": .integer(index + 1), "name": .string(owner.rawValue),
          "units": .integer(book.register.units.count { $0.owner == owner }),
          "area": .integer(book.register.area(of: owner)?.rawValue ?? 0), "slip": .bool(slip != nil),
          "chosen": .string(slip?.lines.map(\.rawValue).joined(separator: " ") ?? ""),
        ]
      })
  }
}
