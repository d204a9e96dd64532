import Ballot

/// One row of the table of ballots: a line of a sheet.
struct BallotLine {
  let ballot: String
  let page: Int
  let post: String
  let line: String
  let reading: Mark
  let certainty: Certainty
  let decided: Bool
  let verdict: LineVerdict
  let person: String?
  let counted: Bool
  let void: String?

  /// The line in a row; nil when a value is none of the known ones.
  init?(_ row: JSON) {
    guard let ballot = row["ballot"]?.string, let page = row["page"]?.integer,
      let post = row["post"]?.string, let line = row["line"]?.string,
      let reading = row["reading"]?.string.flatMap(Mark.init),
      let certainty = row["certainty"]?.string.flatMap(Certainty.init),
      case .bool(let decided)? = row["decided"], case .bool(let counted)? = row["counted"],
      let verdict = row["verdict"]?.string.flatMap(LineVerdict.init(name:))
    else { return nil }
    self.ballot = ballot
    self.page = page
    self.post = post
    self.line = line
    self.reading = reading
    self.certainty = certainty
    self.decided = decided
    self.verdict = verdict
    self.counted = counted
    person = row["person"]?.string
    void = row["ballot_void"]?.string
    guard void.map({ SheetVoid(rawValue: $0) != nil }) ?? true else { return nil }
  }
}

extension LineVerdict {
  /// The verdict with a name in the table of ballots.
  init?(name: String) {
    switch name {
    case "for": self = .for
    case "against": self = .against
    case "blank": self = .blank
    default:
      guard name.hasPrefix("void-"), let rule = LineDecision.Rule(rawValue: String(name.dropFirst(5))) else {
        return nil
      }
      self = .void(rule)
    }
  }

  /// The verdict of a mark that nobody decided (M09 for what is neither sign).
  init(undecided mark: Mark) {
    switch mark {
    case .for: self = .for
    case .against: self = .against
    case .blank: self = .blank
    case .other: self = .void(.m09)
    }
  }
}
