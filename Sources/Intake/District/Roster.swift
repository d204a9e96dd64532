import Archive
import Ballot

/// The communities of a district and the keys of their boxes: a line of canonical JSON each, by code.
struct Roster: Sendable {
  private(set) var entries: [String: RosterEntry] = [:]

  static let file = "roster.ndjson"
  static let sizeLimit = 256 << 20

  init() {}

  /// Reads a roster.
  ///
  /// - Throws: `IntakeFailure.rosterLine`.
  init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(separator: "\n").enumerated() {
      guard let entry = RosterEntry(line: line) else { throw IntakeFailure.rosterLine(index + 1) }
      merge(entry)
    }
  }

  subscript(community: String) -> RosterEntry? { entries[community] }

  var sorted: [RosterEntry] { entries.values.sorted { $0.community < $1.community } }

  /// Takes an entry in, with what is known of its community.
  ///
  /// - Throws: `IntakeFailure.sameKey` or `.name`.
  mutating func add(_ entry: RosterEntry) throws {
    if let fault = (entries[entry.community]?.merged(with: entry) ?? entry).fault { throw fault }
    merge(entry)
  }

  private mutating func merge(_ entry: RosterEntry) {
    entries[entry.community] = entries[entry.community]?.merged(with: entry) ?? entry
  }

  var bytes: [UInt8] { Array(sorted.map { $0.json.canonical + "\n" }.joined().utf8) }

  /// One row for each election that is due, for the supervision's queries.
  var expectedRows: [JSON] {
    sorted.flatMap { entry in
      entry.expected.map { expected in
        .object([
          "community_code": .string(entry.community), "community": .string(entry.name),
          "street": .string(entry.street), "election_id": .string(expected.election),
          "election_day": .string(expected.day.description),
        ])
      }
    }
  }

  /// One row for each community, for the supervision's queries.
  var communityRows: [JSON] {
    sorted.map { entry in
      .object([
        "community_code": .string(entry.community), "community": .string(entry.name),
        "street": .string(entry.street),
      ])
    }
  }
}
