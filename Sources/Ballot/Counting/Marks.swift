/// What stands in a mark box.
package enum Mark: String, Codable, Sendable, CaseIterable {
  /// ○, or a clear approval such as √ (M01, M04).
  case `for`
  /// × (M02).
  case against
  case blank
  /// Anything else: filled, corrected, both signs (M08, M09, M20).
  case other
}

/// How sure a reading is.
///
/// The machine never decides a doubtful mark alone.
package enum Certainty: String, Codable, Sendable { case clear, doubtful }

/// Whether somebody wrote into a name field.
package enum NameField: String, Codable, Sendable { case empty, written }

/// The machine's reading of one line.
///
/// It is never overwritten; decisions are added beside it.
package struct LineReading: Codable, Sendable, Equatable {
  package let id: LineID
  package let mark: Mark
  package let certainty: Certainty
  /// Confidence in parts per thousand, so that no floating point enters a record.
  package let confidence: Int
  /// Nil for a printed name.
  package let name: NameField?

  package init(id: LineID, mark: Mark, certainty: Certainty, confidence: Int, name: NameField?) {
    self.id = id
    self.mark = mark
    self.certainty = certainty
    self.confidence = confidence
    self.name = name
  }
}

/// What two scrutineers, or after them the committee, decided about one line (form F14).
package struct LineDecision: Codable, Sendable, Equatable {
  package enum Finding: Codable, Sendable, Equatable {
    case mark(Mark)
    /// A write-in line, and the person on the roll whom the name means.
    case person(PersonID)
    /// The line is void: illegible (M11), not identifiable (M12), unreadable (M20), intent unclear (M09).
    case void(Rule)
  }

  package enum Rule: String, Codable, Sendable, CaseIterable {
    case m09 = "M09", m11 = "M11", m12 = "M12", m20 = "M20"
  }

  package let line: LineID
  package let finding: Finding
  /// The scrutineers who decided, at least as many as the pack demands.
  package let deciders: [String]

  package init(line: LineID, finding: Finding, deciders: [String]) {
    self.line = line
    self.finding = finding
    self.deciders = deciders
  }
}

/// Why a whole sheet is void (RULES §4.4, scope B).
package enum SheetVoid: String, Codable, Sendable, CaseIterable {
  case overvote = "M16"
  case samePersonTwoPosts = "M17"
  case blank = "M18"
  case unreadable = "M21"
  case identifying = "M22"
  case notOfficial = "M23"
  case incomplete = "M24"
  case foldedTogether = "M25"
  /// A question's sheet with two answers marked.
  case twoAnswers = "M27"
}
