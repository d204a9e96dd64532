/// The name of an owner in the owners' register.
package struct OwnerID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static func < (left: OwnerID, right: OwnerID) -> Bool { left.rawValue < right.rawValue }
}

/// One exclusively owned unit (专有部分).
package struct OwnedUnit: Sendable, Equatable, Codable {
  package let id: String
  package let area: Area
  package let owner: OwnerID
  /// Not sold or not handed over yet: it belongs to the developer.
  package let isUnsold: Bool

  package init(id: String, area: Area, owner: OwnerID, isUnsold: Bool = false) {
    self.id = id
    self.area = area
    self.owner = owner
    self.isUnsold = isUnsold
  }
}

/// All units of an estate, and what they weigh.
package struct OwnersRegister: Sendable, Equatable {
  package enum Problem: Error, Hashable, Sendable {
    case duplicateUnit(String)
    case noArea(String)
  }

  package let units: [OwnedUnit]
  private let areas: [OwnerID: Area]

  package init(_ units: [OwnedUnit]) throws(Problem) {
    var seen: Set<String> = []
    var areas: [OwnerID: Area] = [:]
    for unit in units {
      guard seen.insert(unit.id).inserted else { throw .duplicateUnit(unit.id) }
      guard unit.area.rawValue > 0, unit.area.rawValue < 1 << 50 else { throw .noArea(unit.id) }
      areas[unit.owner] = (areas[unit.owner] ?? Area(rawValue: 0)) + unit.area
    }
    self.units = units
    self.areas = areas
  }

  /// One person an owner, however many units; the developer's unsold units are one together (SPC 9).
  package var heads: Int { areas.count }
  package var area: Area { areas.values.reduce(Area(rawValue: 0), +) }

  package func area(of owner: OwnerID) -> Area? { areas[owner] }

  /// What a set of owners weighs; who is not in the register weighs nothing.
  package func weight(of owners: some Sequence<OwnerID>) -> OwnersWeight {
    let known = Set(owners).compactMap { areas[$0] }
    return OwnersWeight(area: known.reduce(Area(rawValue: 0), +), heads: known.count)
  }
}

/// Owners counted both ways: by area and by head.
package struct OwnersWeight: Sendable, Equatable, Codable {
  package let area: Area
  package let heads: Int

  package init(area: Area, heads: Int) {
    self.area = area
    self.heads = heads
  }
}
