import Archive
import Ballot

/// What a public bundle states of an owners' vote: its numbers against each other and against the rules of its pack.
///
/// The slips are not public, so that its numbers are those of the slips is checked with the restricted bundle.
struct OwnersStatement {
  private let stated: StatedResult
  private let rules: OwnersRules
  private(set) var reasons: [Reason] = []
  /// The numbers that the slips have to give.
  private(set) var count = OwnersCount()
  private var owners = OwnersWeight.none
  private var slips = OwnersWeight.none
  /// Who took part was enough, by both measures.
  private var isQuorate = false

  init(_ stated: StatedResult, _ rules: OwnersRules) {
    self.stated = stated
    self.rules = rules
    compareParticipation()
    for row in stated.posts { compare(post: row) }
    if let page = stated.turnout.first { compare(turnout: page) }
    differ(.validity, "election", "\(stated.isValid)", "\(isQuorate)")
  }

  private mutating func differ(
    _ quantity: Reason.Difference.Quantity, _ place: String, _ stated: String, _ found: String
  ) {
    guard stated != found else { return }
    reasons.append(
      .differs(
        .init(
          quantity: quantity, place: String(place.prefix(64)), stated: String(stated.prefix(64)),
          found: String(found.prefix(64)))))
  }

  private mutating func differ(
    _ quantity: Reason.Difference.Quantity, _ place: String, _ row: JSON?, _ column: String, _ found: Int
  ) {
    differ(quantity, place, row?[column]?.integer.map(String.init) ?? "—", "\(found)")
  }

  /// A row of the table of checks.
  private func check(_ rule: RuleCheck.Rule, post: String? = nil, person: String? = nil) -> JSON? {
    stated.checks.first {
      $0["rule"]?.string == rule.rawValue && $0["post"]?.string == post && $0["person"]?.string == person
    }
  }

  private func weight(_ column: String, area: JSON?, heads: JSON?) -> OwnersWeight {
    let number = { (row: JSON?) in min(max(0, row?[column]?.integer ?? 0), 1 << 60) }
    return OwnersWeight(area: Area(rawValue: number(area)), heads: number(heads))
  }

  /// Compares what a check states with what the rule makes of its numbers.
  private mutating func compare(_ row: JSON?, _ place: String, with found: RuleCheck) {
    differ(.rule, place, row?["threshold"]?.string ?? "—", found.threshold.description)
    differ(.denominator, place, row, "denominator", found.base)
    differ(.need, place, row, "need", found.needed)
    differ(.owners, place, row?["holds"] == .bool(true) ? "true" : "false", "\(found.holds)")
  }

  private mutating func compareParticipation() {
    let (area, heads) = (check(.participationArea), check(.participationHeads))
    owners = weight("denominator", area: area, heads: heads)
    slips = weight("numerator", area: area, heads: heads)
    let found = rules.participation(slips, of: owners)
    for (row, check) in zip([area, heads], found) { compare(row, check.rule.rawValue, with: check) }
    isQuorate = found.allSatisfy(\.holds)
    count.set(OwnersCount.owners, owners)
    count.set(OwnersCount.slips, slips)
  }

  private mutating func compare(turnout row: JSON) {
    differ(.returned, "1", row, "returned", slips.heads)
    differ(.rollSize, "1", row, "roll", owners.heads)
    differ(.valid, "1", row, "valid", slips.heads - (row["void"]?.integer ?? 0))
    differ(.validity, "1", row["verdict"]?.string ?? "—", isQuorate ? "valid" : "participationShort")
  }

  /// One line of a post with the numbers that it states.
  private struct Line {
    let row: JSON
    let weight: OwnersWeight
    let holds: Bool
  }

  private mutating func compare(post row: JSON) {
    let post = row["post"]?.string ?? ""
    let seats = row["seats"]?.integer ?? 0
    count.set(seats: seats, of: post)
    let isMatter = if case .bool? = row["carried"] { true } else { false }
    let rows = stated.tally.filter { $0["post"]?.string == post }
    let lines = rows.map { compare(line: $0, post, row, isMatter: isMatter) }
    let elected = rows.count { $0["elected"] == .bool(true) }
    differ(.elected, post, row, "elected", elected)
    if isMatter {
      let carried = isQuorate && lines.contains(where: \.holds)
      differ(.carried, post, row["carried"] == .bool(true) ? "true" : "false", "\(carried)")
    } else {
      compareElected(lines, row, post, seats)
    }
  }

  /// Who has both halves is ranked by heads, then by area; a tie over the last seat elects none of the tied.
  private mutating func compareElected(_ lines: [Line], _ row: JSON, _ post: String, _ seats: Int) {
    func rank(_ line: Line) -> (Int, Int) { (line.weight.heads, line.weight.area.rawValue) }
    let over = (isQuorate ? lines.filter(\.holds) : []).sorted { rank($0) > rank($1) }
    let next = over.indices.contains(seats) && seats > 0 ? rank(over[seats]) : nil
    let winners = over.prefix(max(0, seats)).filter { line in next.map { rank(line) > $0 } ?? true }
    for line in lines {
      let name = line.row["person"]?.string ?? ""
      let wins = winners.contains { $0.row["person"] == line.row["person"] }
      differ(.elected, name, line.row["elected"] == .bool(true) ? "true" : "false", "\(wins)")
    }
    let isTied = next.map { rank(over[seats - 1]) == $0 } ?? false
    let tied = isTied ? seats - winners.count : 0
    differ(.seats, post, row, "tied_seats", tied)
    differ(.seats, post, row, "vacant", seats - winners.count - tied)
  }

  private mutating func compare(
    line row: JSON, _ post: String, _ postRow: JSON, isMatter: Bool
  ) -> Line {
    let person = row["person"]?.string ?? ""
    let area = check(.agreementArea, post: post, person: person)
    let heads = check(.agreementHeads, post: post, person: person)
    let weight = weight("numerator", area: area, heads: heads)
    let found = agreement(weight, heads, isMatter: isMatter)
    for (stated, check) in zip([area, heads], found) {
      compare(stated, "\(person) \(check.rule.rawValue)", with: check)
    }
    differ(.votes, person, row, "votes", weight.heads)
    differ(.votes, person, row, "numerator", weight.heads)
    if let heads = found.last {
      differ(.need, post, postRow, "need", heads.needed)
      differ(.denominator, post, postRow, "denominator", heads.base)
    }
    count.set(OwnersCount.line(person, of: post), weight)
    return Line(row: row, weight: weight, holds: found.allSatisfy(\.holds))
  }

  /// What the rules make of those who agree; which class a matter has is taken from the threshold it states.
  private func agreement(_ weight: OwnersWeight, _ heads: JSON?, isMatter: Bool) -> [RuleCheck] {
    let special = rules.specialMatters.value.first
    let isSpecial = heads?["threshold"]?.string == rules.specialHeads.value.description
    let matter = isMatter ? (isSpecial ? special ?? 0 : 0) : rules.electionMatter.value
    return rules.agreement(matter: matter, weight, of: slips)
  }
}
