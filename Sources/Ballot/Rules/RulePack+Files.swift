import FoundationEssentials

extension RulePack {
  /// The files of all packs that ship with the program, by id.
  package static let files: [String: [UInt8]] = [
    "CQ-V-2018": PackageResources.CQ_V_2018_json,
    "CQ-V-2026": PackageResources.CQ_V_2026_json,
    "CQ-R-2018": PackageResources.CQ_R_2018_json,
    "CQ-R-2026": PackageResources.CQ_R_2026_json,
    "OWN-2021": PackageResources.OWN_2021_json,
  ]

  /// All packs that ship, decoded once.
  package static let all: [String: RulePack] = files.compactMapValues { try? RulePack(file: $0) }

  /// The pack with this id; nil where none ships.
  package static func named(_ id: String) -> RulePack? { all[id] }

  /// Reads a pack's file.
  package init(file: [UInt8]) throws { self = try JSONDecoder().decode(RulePack.self, from: Data(file)) }

  /// The pack of a family that is the law on an election day; nil where none that ships is.
  package static func inForce(on day: Day, family: RuleFamily) -> RulePack? {
    all.values.filter { $0.family == family && $0.isInForce(on: day) }
      .max { $0.firstElectionDay < $1.firstElectionDay }
  }

  /// The packs in force on a day that know a kind: one, unless villages and communities share the kind.
  package static func inForce(on day: Day, kind: ElectionKind) -> [RulePack] {
    RuleFamily.allCases.compactMap { inForce(on: day, family: $0) }.filter { $0.rules(for: kind) != nil }
  }
}
