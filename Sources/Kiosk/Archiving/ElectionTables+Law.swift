import Archive
import Ballot

extension ElectionTables {
  /// Every rule that was applied, with its numbers, its base and its source.
  var checks: BundleTable {
    table(
      .checks,
      inRounds { $0.result.pages.flatMap(rows) })
  }

  private func rows(_ page: ResultDocument.Page) -> [[String: JSON]] {
    (page.checks ?? []).map { row($0, post: nil, person: nil) }
      + page.posts.flatMap { post in
        post.persons.flatMap { person in
          [person.check, person.areaCheck].compactMap { $0 }.map {
            row($0, post: post.post, person: post.reference(person))
          }
        }
      }
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

  /// Every second reading that was ended, and its outcome; the numbers by line stay at the box, under their hash.
  var recounts: BundleTable {
    table(
      .recounts,
      inRounds { round in
        round.election.recounts.compactMap(\.closed).map { closed in
          [
            "number": .integer(closed.number), "outcome": .string(closed.outcome.rawValue),
            "first": .integer(closed.first), "second": .integer(closed.second),
            "differing": .integer(closed.differing), "comparison_sha256": .string(closed.comparison),
            "signers": .string(closed.signers.joined(separator: "、")),
          ]
        }
      })
  }

  /// The anomalies and what became of them; whose key signed what is in the log.
  var anomalies: BundleTable { table(.anomalies, election.facts.anomalies.cases.map(\.row)) }

  /// The owners with their areas and slips, for the restricted bundle alone.
  func owners(_ book: OwnersBook) -> BundleTable {
    table(
      .owners,
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

extension AnomalyCase {
  /// The anomaly in the table of anomalies; the papers behind it stay with the street.
  fileprivate var row: [String: JSON] {
    var row: [String: JSON] = [
      "code": .string(code.rawValue), "detail": .string(detail), "number": .integer(number),
      "authority": .string(authority.rawValue), "action": .null, "authorisation": .null,
    ]
    switch state {
    case .open: row["state"] = .string("open")
    case .submitted: row["state"] = .string("submitted")
    case .returned: row["state"] = .string("returned")
    case .authorised(let action, let number):
      row["state"] = .string("authorised")
      row["action"] = .string(action.rawValue)
      row["authorisation"] = .string(number)
    }
    return row
  }
}
