import Archive
import Ballot

/// One community of the district: its boxes' keys, its street's keys, and the elections that are due.
struct RosterEntry: Hashable, Sendable {
  /// The community's twelve-digit code.
  let community: String
  var name: String
  /// The township or street (镇街).
  var street: String
  /// The keys of its boxes, old ones included: what they sealed stays good.
  var kiosks: [NoteKey]
  /// The street's keys, which cosign logs and may sign decisions.
  var witnesses: [NoteKey]
  /// Further keys of the street, which sign decisions alone.
  var decisions: [PublicKey]
  /// The elections from which a bundle is due, with the day of each.
  var expected: [Expected]

  /// An election from which a bundle is due.
  struct Expected: Hashable, Sendable {
    let election: String
    let day: Day
  }

  init(
    community: String, name: String, street: String, kiosks: [NoteKey] = [], witnesses: [NoteKey] = [],
    decisions: [PublicKey] = [], expected: [Expected] = []
  ) {
    self.community = community
    self.name = name
    self.street = street
    self.kiosks = kiosks
    self.witnesses = witnesses
    self.decisions = decisions
    self.expected = expected
  }

  var json: JSON {
    var members: [String: JSON] = [
      "community": .string(community), "name": .string(name), "street": .string(street),
      "kiosks": .array(kiosks.map { .string($0.vkey) }),
      "witnesses": .array(witnesses.map { .string($0.vkey) }),
      "expected": .array(
        expected.map { .object(["election": .string($0.election), "day": .string($0.day.description)]) }),
    ]
    if !decisions.isEmpty { members["decisions"] = .array(decisions.map { .string($0.bytes.hex) }) }
    return .object(members)
  }

  /// Every key whose decisions count, hexadecimal.
  var deciders: Set<String> { Set((witnesses.map(\.key) + decisions).map(\.bytes.hex)) }

  /// The entry in a line; nil for anything but what `json` writes.
  init?(line: some StringProtocol) {
    guard let json = try? JSON(parsing: String(line)), let community = json["community"]?.string,
      let name = json["name"]?.string, let street = json["street"]?.string,
      let kiosks = Self.keys(json["kiosks"], .note),
      let witnesses = Self.keys(json["witnesses"], .cosignature),
      let elements = json["expected"]?.elements
    else { return nil }
    let expected = elements.compactMap { element -> Expected? in
      guard let election = element["election"]?.string,
        let day = element["day"]?.string.flatMap({ Day(iso: $0) }),
        BundleName(community: community, election: election, revision: 1) != nil
      else { return nil }
      return Expected(election: election, day: day)
    }
    let deciders = json["decisions"]?.elements ?? []
    let decisions = deciders.compactMap {
      $0.string.flatMap { [UInt8](hex: $0.lowercased()) }.flatMap { PublicKey(bytes: $0) }
    }
    guard expected.count == elements.count, decisions.count == deciders.count else { return nil }
    self.init(
      community: community, name: name, street: street, kiosks: kiosks, witnesses: witnesses,
      decisions: decisions, expected: expected)
    guard BundleName(community: community, election: "1", revision: 1) != nil, self.json == json else {
      return nil
    }
  }

  private static func keys(_ json: JSON?, _ kind: NoteKey.Kind) -> [NoteKey]? {
    guard let elements = json?.elements else { return nil }
    let keys = elements.compactMap { $0.string.flatMap { NoteKey(vkey: $0) } }
    return keys.count == elements.count && keys.allSatisfy { $0.kind == kind } ? keys : nil
  }

  /// What must not stand on a roster; nil where nothing is wrong.
  ///
  /// A box that cosigns its own log, or decides on its own anomalies, is watched by nobody.
  var fault: IntakeFailure? {
    let watchers = Set((witnesses.map(\.key) + decisions))
    if let box = kiosks.first(where: { watchers.contains($0.key) }) { return .sameKey(box.name) }
    for text in [name, street] where !Self.isPlain(text) { return .name(text) }
    return nil
  }

  /// Whether a name can be shown: no control characters, none that turn the direction of writing, not too long.
  private static func isPlain(_ text: String) -> Bool {
    text.count <= 60
      && text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
          false
        default: true
        }
      }
  }

  /// Takes in what another entry of the same community says: keys and elections are added, names replaced.
  func merged(with other: RosterEntry) -> RosterEntry {
    var merged = other
    merged.kiosks = kiosks + other.kiosks.filter { !kiosks.contains($0) }
    merged.witnesses = witnesses + other.witnesses.filter { !witnesses.contains($0) }
    merged.decisions = decisions + other.decisions.filter { !decisions.contains($0) }
    let kept = expected.filter { mine in !other.expected.contains { $0.election == mine.election } }
    merged.expected = (kept + other.expected).sorted { ($0.day, $0.election) < ($1.day, $1.election) }
    return merged
  }
}
