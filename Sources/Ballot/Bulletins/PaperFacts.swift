/// What stands in a bulletin or a form: texts, numbers, lists and rows by name.
package struct PaperFacts: Sendable, Equatable {
  package private(set) var members: [String: JSON]

  package init(_ members: [String: JSON] = [:]) { self.members = members }

  package subscript(name: String) -> JSON? {
    get { members[name] }
    set { members[name] = newValue }
  }

  package var json: JSON { .object(members) }

  /// These facts with others over them.
  package func overlaid(_ others: PaperFacts) -> PaperFacts {
    PaperFacts(members.merging(others.members) { _, new in new })
  }

  /// The fields that a paper needs and that are empty here, in the catalogue's order.
  package func missing(for paper: PaperEntry) -> [String] { paper.needs.filter { !holds($0) } }

  private func holds(_ name: String) -> Bool {
    switch members[name] {
    case nil, .null: false
    case .string(let text): !text.allSatisfy(\.isWhitespace)
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    case .bool, .integer: true
    }
  }
}
