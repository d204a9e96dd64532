/// Which bulletins an election needs, by when, and how far each one is.
package struct BulletinSchedule: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    /// Its step has not come.
    case upcoming
    /// Its step is the current one or over, or its last day is a week away or less, and it is not out.
    case due
    case overdue
    case issued
    case posted
    /// Hung as long as it has to and was taken down.
    case removed
    /// Taken down before its time.
    case removedEarly
    /// The procedure can do without it.
    case optional
  }

  /// One bulletin as it stands today.
  package struct Line: Sendable, Equatable {
    package let paper: PaperEntry
    package let status: Status
    package let due: Day?
    /// The running numbers under which it went out, corrections included.
    package let numbers: [Int]
    /// The first day on which it may be taken down; nil before it is posted.
    package let until: Day?
  }

  package let lines: [Line]

  /// The calendar is nil where the pack leads through no procedure of this kind.
  package init(
    _ election: ElectionState, calendar: Calendar?, today: Day, catalogue: PaperCatalogue = .standard
  ) {
    let name = calendar?.procedure.name
    lines = catalogue.bulletins.filter { $0.applies(to: name) || election.hasIssued($0.code) }.map { paper in
      Line(paper, election, calendar, today)
    }
  }
}

extension PaperEntry {
  /// Whether the paper belongs to a procedure, by the procedure's name.
  package func applies(to procedure: String?) -> Bool {
    guard let procedures, let procedure else { return true }
    return procedures.contains(procedure)
  }
}

extension ElectionState {
  func hasIssued(_ code: String) -> Bool { bulletins.contains { $0.code == code } }

  /// Election day as it stands now.
  package var currentDay: Day { facts.movedDay ?? plan.day }
}

extension BulletinSchedule.Line {
  init(_ paper: PaperEntry, _ election: ElectionState, _ calendar: Calendar?, _ today: Day) {
    self.paper = paper
    let step = calendar?.procedure.steps.first {
      $0.bulletins.contains(paper.code) || $0.optionalBulletins.contains(paper.code)
    }
    due = step?.latest.flatMap { calendar?.day(of: $0.value) }
    let numbers = election.bulletins.filter { $0.code == paper.code }.map(\.number)
    self.numbers = numbers
    let postings = election.postings.filter { numbers.contains($0.number) }
    let first = postings.map(\.posted).min()
    let until = first.flatMap { posted in
      paper.posting.map { $0.value.end(posted: posted, electionDay: election.currentDay) }
    }
    self.until = until
    let isNeeded = step.map { $0.bulletins.contains(paper.code) } ?? false
    if numbers.isEmpty {
      status = Self.waiting(isNeeded, step?.stage ?? paper.stage, due, election, today)
    } else {
      status = Self.hanging(postings, until)
    }
  }

  private static func waiting(
    _ isNeeded: Bool, _ stage: Stage, _ due: Day?, _ election: ElectionState, _ today: Day
  ) -> BulletinSchedule.Status {
    guard isNeeded else { return .optional }
    if let due, today > due { return .overdue }
    let isNear = due.map { today >= $0.adding(days: -7) } ?? false
    return isNear || stage <= election.stage ? .due : .upcoming
  }

  private static func hanging(_ postings: [BulletinPosting], _ until: Day?) -> BulletinSchedule.Status {
    guard !postings.isEmpty else { return .issued }
    let removals = postings.compactMap(\.removed)
    guard removals.count == postings.count, let last = removals.max() else { return .posted }
    return last < until ?? last ? .removedEarly : .removed
  }
}
