import Archive
import Ballot

/// What an owners' vote comes to by head and by area, in the few numbers that both bundles of it must agree on.
///
/// The restricted bundle gives it by adding up the slips, the public one by what it states. Each bundle's count is kept
/// in the district's log, so it does not matter which of the two comes first.
struct OwnersCount: Hashable, Sendable {
  /// By a name such as `slips` or `member 1`: heads and area in square centimetres, or the seats of a post.
  private(set) var numbers: [String: String] = [:]

  mutating func set(_ name: String, _ weight: OwnersWeight) {
    numbers[name] = weight == .none ? nil : "\(weight.heads) / \(weight.area.rawValue)"
  }

  mutating func set(seats: Int, of post: String) { numbers[post] = "\(seats)" }

  static let owners = "owners"
  static let slips = "slips"

  /// The name of a line of the ballot, or of the answer yes to a matter, which is its post's first line.
  static func line(_ text: String, of post: String) -> String {
    "\(post) \(text == Question.Answer.agree.line.rawValue ? "1" : String(text.dropFirst(post.count + 1)))"
  }

  init() {}

  var json: JSON { .object(numbers.mapValues(JSON.string)) }

  init?(_ json: JSON?) {
    guard case .object(let members)? = json else { return nil }
    numbers = members.compactMapValues(\.string)
  }

  /// What this count states and the slips' count does not bear out.
  func differences(from found: OwnersCount) -> [Reason] {
    Set(numbers.keys).union(found.numbers.keys).sorted().compactMap { name in
      let (stated, counted) = (numbers[name] ?? "—", found.numbers[name] ?? "—")
      if stated == counted { return nil }
      return .differs(
        .init(
          quantity: .owners, place: String(name.prefix(64)), stated: String(stated.prefix(64)),
          found: String(counted.prefix(64))))
    }
  }
}
