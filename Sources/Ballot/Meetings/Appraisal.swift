/// The grades of a democratic appraisal (RULES §7.3).
package enum AppraisalGrade: String, Codable, Sendable, CaseIterable {
  case competent
  case basicallyCompetent
  case notCompetent
}

/// The sheets of one person's appraisal.
package struct AppraisalCount: Sendable, Equatable {
  package let competent: Int
  package let basicallyCompetent: Int
  package let notCompetent: Int
  package let void: Int

  package init(competent: Int, basicallyCompetent: Int, notCompetent: Int, void: Int = 0) {
    self.competent = competent
    self.basicallyCompetent = basicallyCompetent
    self.notCompetent = notCompetent
    self.void = void
  }

  package var valid: Int { competent + basicallyCompetent + notCompetent }

  /// Whether the failing grade reaches its share of the valid sheets.
  package func check(_ pack: RulePack) -> RuleCheck {
    RuleCheck(
      .notCompetent, notCompetent, of: valid, .returned, pack.appraisalFailure.value,
      source: pack.appraisalFailure.source)
  }

  /// The grade: not competent by its share, else the grade with more sheets.
  package func grade(_ pack: RulePack) -> AppraisalGrade {
    if check(pack).holds { return .notCompetent }
    return competent >= basicallyCompetent ? .competent : .basicallyCompetent
  }
}

/// One person's appraisals over the years.
package struct AppraisalRecord: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let day: Day
    package let grade: AppraisalGrade
    package init(day: Day, grade: AppraisalGrade) {
      self.day = day
      self.grade = grade
    }
  }

  private let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries.sorted { $0.day < $1.day } }

  /// The day on which the post ends by failing appraisals in a row; nil while it does not (E31).
  package func postEnds(_ pack: RulePack) -> Day? {
    var inRow = 0
    for entry in entries {
      inRow = entry.grade == .notCompetent ? inRow + 1 : 0
      if inRow >= pack.appraisalFailuresInRow.value { return entry.day }
    }
    return nil
  }

  /// The first day on which the person may be appraised again.
  package func nextFrom(_ pack: RulePack) -> Day? {
    entries.last.map { $0.day.adding(months: pack.appraisalIntervalMonths.value) }
  }
}

extension Day {
  /// The same day so many months later, or that month's last day.
  package func adding(months: Int) -> Day {
    let index = year * 12 + month - 1 + months
    let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
    return Day(year: index / 12, month: index % 12 + 1, day: min(day, length)) ?? self
  }
}
