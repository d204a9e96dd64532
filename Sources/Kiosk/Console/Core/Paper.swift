/// A paper that can be looked at before it is printed.
enum PaperKind: String, Hashable, Sendable {
  case cards, ballots
}
