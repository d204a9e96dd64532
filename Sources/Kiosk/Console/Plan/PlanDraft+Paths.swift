/// Something wrong with a draft, and the field where it is put right.
struct PlanFault: Equatable, Sendable {
  let spot: PlanDraft.Spot
  let text: Sentence
}

extension PlanDraft {
  /// The field that a path of the plan comes from, or the nearest one: `posts` is the first post's title.
  func spot(of path: String) -> Spot {
    let named = Page.allCases.flatMap { spots($0) }.map { ($0, self.path(of: $0)) }
    var path = path[...]
    while !path.isEmpty {
      if let exact = named.first(where: { $0.1 == path }) { return exact.0 }
      if let inside = named.first(where: { $0.1.hasPrefix("\(path).") || $0.1.hasPrefix("\(path)[") }) {
        return inside.0
      }
      path = path.lastIndex { $0 == "." || $0 == "[" }.map { path[..<$0] } ?? ""
    }
    return Spot(page: .community, entry: 0, field: 0)
  }

  /// The path in the plan of what a field holds.
  func path(of spot: Spot) -> String {
    let (entry, field) = (spot.entry, spot.field)
    switch spot.page {
    case .community:
      return ["community.code", "community.name", "community.township", "election.id", "election.term"][field]
    case .election:
      return [
        "election.kind", "election.day", "election.hours.open", "election.hours.close", "election.issuer",
        "election.pack",
      ][field]
    case .posts:
      guard field >= PlanDraft.firstCandidate else {
        return "posts[\(entry)].\(["title", "seats"][field])"
      }
      let place = candidates(entry).firstIndex(of: field)
      return "posts[\(entry)].candidates" + (place.map { "[\($0)]" } ?? ".empty")
    case .places: return "places[\(entry)].\(["name", "kind", "groups"][field])"
    case .staff: return "staff[\(entry)].\(["name", "role"][field])"
    }
  }
}
