import Archive
import Ballot

/// The rows of one sheet in the table of ballots.
struct SheetRows {
  let rows: [[String: JSON]]

  init(_ counted: CountDesk.CountedSheet, _ desk: CountDesk, _ references: [String: [String: String]]) {
    let sheet = counted.sheet
    guard let page = desk.pages.first(where: { $0.page == sheet.page }), let rules = desk.election.validity,
      let verdict = rules.judge(sheet, posts: desk.posts(on: page))
    else {
      rows = []
      return
    }
    let printed = desk.posts(on: page)
    // A person named twice in one section is one vote (M13): the first line has it.
    var voted: Set<[String]> = []
    rows = sheet.lines.map { line in
      let post = String(line.id.rawValue.split(separator: "/").first ?? "")
      let section = verdict.sections.first { $0.post.rawValue == post }
      let decision = sheet.decisions.last { $0.line == line.id }
      let person = SheetRows.person(line.id, decision, printed)
      let final = section?.lines[line.id] ?? .blank
      var ground: JSON = .null
      if case .void(let reason) = verdict.standing { ground = .string(reason.rawValue) }
      let counts =
        ground == .null && final == .for && person.map { section?.counted.contains($0) == true } == true
        && voted.insert([post, person?.rawValue ?? ""]).inserted
      return [
        "ballot": .string(counted.id.hex), "page": .integer(sheet.page), "post": .string(post),
        "line": .string(line.id.rawValue), "reading": .string(line.mark.rawValue),
        "certainty": .string(line.certainty.rawValue), "decided": .bool(decision != nil || sheet.void != nil),
        "verdict": .string(final.name),
        "person": final == .for
          ? person.flatMap { references[post]?[$0.rawValue] }.map { .string($0) } ?? .null : .null,
        "counted": .bool(counts), "ballot_void": ground,
      ]
    }
  }

  private static func person(
    _ line: LineID, _ decision: LineDecision?, _ posts: [CountedPost]
  ) -> PersonID? {
    if case .person(let person)? = decision?.finding { return person }
    return posts.flatMap(\.candidates).first { $0.line == line }?.person
  }
}

extension LineVerdict {
  /// The verdict's name in tables.
  var name: String {
    switch self {
    case .for: "for"
    case .against: "against"
    case .blank: "blank"
    case .void(let rule): "void-\(rule.rawValue)"
    }
  }
}
