/// An area in square centimetres: deeds give square metres with up to four decimals, which is exact here.
package struct Area: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Whole square metres.
  package init(squareMetres: Int) { rawValue = squareMetres * 10_000 }

  /// Reads `89.57`: at most nine digits before and four after the point, nothing else.
  package init?(squareMetres text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...9).contains(parts[0].utf8.count) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard (1...4).contains(fraction.utf8.count) else { return nil }
    guard (parts[0] + fraction).utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let padded = fraction + String(repeating: "0", count: 4 - fraction.utf8.count)
    guard let whole = Int(parts[0]), let rest = Int(padded) else { return nil }
    rawValue = whole * 10_000 + rest
  }

  package static func < (left: Area, right: Area) -> Bool { left.rawValue < right.rawValue }
  package static func + (left: Area, right: Area) -> Area { Area(rawValue: left.rawValue + right.rawValue) }
}

extension Area: CustomStringConvertible {
  /// Square metres without needless zeros: `89.57`.
  package var description: String {
    let rest = String(rawValue % 10_000 + 10_000).dropFirst()
    let trimmed = rest.reversed().drop { $0 == "0" }.reversed()
    let whole = String(rawValue / 10_000)
    return trimmed.isEmpty ? whole : "\(whole).\(String(trimmed))"
  }
}
