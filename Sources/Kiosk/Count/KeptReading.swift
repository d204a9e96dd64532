import Archive
import Ballot
import FoundationEssentials
import Scanner

/// A reading as it is kept with the ballots: lines and the marks' look, no time, no card, no desk.
struct KeptReading: Codable {
  let lines: [LineReading]
  /// The print (docs/formats/ballots.md) in base64; nil where it was not kept, or nothing is marked.
  let print: String?

  init(_ reading: SheetReading) {
    lines = reading.lines.map(LineReading.init)
    let bytes = reading.print.bytes
    print = bytes.isEmpty ? nil : Data(bytes).base64EncodedString()
  }

  /// By which the sheet is known again.
  var sheetPrint: SheetPrint? {
    print.flatMap { Data(base64Encoded: $0) }.flatMap { SheetPrint(bytes: [UInt8]($0)) }
  }

  init(json: String) throws {
    self = try JSON(parsing: json).decode(KeptReading.self)
  }

  var json: String { JSON(encoding: self).canonical }
}

extension LineReading {
  /// What the scanner read, in whole numbers.
  init(_ line: ReadLine) {
    self.init(
      id: line.id, mark: line.mark, certainty: line.certainty,
      confidence: Int((line.confidence * 1000).rounded()), name: line.name)
  }
}

/// A decision as it is kept: what was found, by whom; nothing of when.
struct KeptDecision: Codable {
  let mark: Mark?
  let person: PersonID?
  let void: LineDecision.Rule?
  /// A finding about the whole sheet.
  let sheet: SheetVoid?
  let deciders: [String]

  /// The line under which findings about a whole sheet are kept.
  static let wholeSheet = "*"

  init(_ decision: LineDecision) {
    switch decision.finding {
    case .mark(let mark): (self.mark, person, void) = (mark, nil, nil)
    case .person(let person): (mark, self.person, void) = (nil, person, nil)
    case .void(let rule): (mark, person, void) = (nil, nil, rule)
    }
    sheet = nil
    deciders = decision.deciders
  }

  init(sheet: SheetVoid, deciders: [String]) {
    (mark, person, void) = (nil, nil, nil)
    self.sheet = sheet
    self.deciders = deciders
  }

  init(json: String) throws {
    self = try JSON(parsing: json).decode(KeptDecision.self)
  }

  var json: String { JSON(encoding: self).canonical }

  func decision(of line: String) -> LineDecision? {
    let id = LineID(rawValue: line)
    if let person { return LineDecision(line: id, finding: .person(person), deciders: deciders) }
    if let void { return LineDecision(line: id, finding: .void(void), deciders: deciders) }
    return mark.map { LineDecision(line: id, finding: .mark($0), deciders: deciders) }
  }
}
