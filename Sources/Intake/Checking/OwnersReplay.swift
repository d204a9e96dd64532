import Archive
import Ballot

/// Adds the owners' slips of a restricted bundle up again, and holds them against the log.
struct OwnersReplay {
  private var total = OwnersWeight.none
  private var slips = OwnersWeight.none
  private var agreeing: [String: OwnersWeight] = [:]
  private let posts: [(post: String, seats: Int)]
  /// The slips as the log has them, and as the rows have them.
  private var logged: [Int: Set<String>] = [:]
  private var rows: [Int: Set<String>] = [:]
  private(set) var faults: [Reason] = []

  private static let faultLimit = 10
  /// No estate has so many owners.
  private static let rowLimit = 200_000

  /// - Parameter posts: The posts and their seats, in the order of the ballot.
  init(posts: [(post: String, seats: Int)]) { self.posts = posts }

  /// Takes a row of the table of owners in; they are numbered from 1 without gaps.
  mutating func take(_ row: JSON) {
    guard let owner = row["owner"]?.integer, let area = row["area"]?.integer, 0..<1 << 50 ~= area,
      case .bool(let hasSlip)? = row["slip"], let chosen = row["chosen"]?.string,
      owner == total.heads + 1, owner <= Self.rowLimit, hasSlip || chosen.isEmpty
    else { return fault("\(row["owner"]?.integer ?? 0)", row["chosen"]?.string ?? "—", "—") }
    let weight = OwnersWeight(area: Area(rawValue: area), heads: 1)
    total = total + weight
    if !hasSlip { return }
    let lines = Set(chosen.split(separator: " ").map(String.init))
    rows[owner] = lines
    slips = slips + weight
    for (post, seats) in posts {
      let mine = lines.filter { $0.hasPrefix("\(post)/") }
      // Too many lines make the slip void for this post, not absent.
      if mine.count > seats { continue }
      for line in mine { agreeing[line] = (agreeing[line] ?? .none) + weight }
    }
  }

  /// Takes a slip in as the log has it.
  mutating func take(_ slip: OwnerSlip) {
    if logged.count < Self.rowLimit { logged[slip.owner] = Set(slip.lines.map(\.rawValue)) }
  }

  private mutating func fault(_ owner: String, _ stated: String, _ found: String) {
    guard faults.count < Self.faultLimit else { return }
    faults.append(
      .differs(
        .init(
          quantity: .slip, place: String(owner.prefix(20)), stated: String(stated.prefix(64)),
          found: String(found.prefix(64)))))
  }

  /// Holds the rows against the log: every slip as it was recorded, and no other.
  mutating func compareWithLog() {
    for owner in Set(rows.keys).union(logged.keys).sorted() {
      if rows[owner] == logged[owner] { continue }
      let text = { (lines: Set<String>?) in lines.map { $0.sorted().joined(separator: " ") } ?? "—" }
      fault("\(owner)", text(rows[owner]), text(logged[owner]))
    }
  }

  /// The count of the slips.
  var count: OwnersCount {
    var count = OwnersCount()
    count.set(OwnersCount.owners, total)
    count.set(OwnersCount.slips, slips)
    for (post, seats) in posts { count.set(seats: seats, of: post) }
    for (line, weight) in agreeing {
      guard let post = posts.first(where: { line.hasPrefix("\($0.post)/") })?.post else { continue }
      count.set(OwnersCount.line(line, of: post), weight)
    }
    return count
  }
}

extension OwnersWeight {
  static let none = OwnersWeight(area: Area(rawValue: 0), heads: 0)

  static func + (left: OwnersWeight, right: OwnersWeight) -> OwnersWeight {
    OwnersWeight(area: left.area + right.area, heads: left.heads + right.heads)
  }
}
