/// What a share is a share of.
package enum ShareBase: String, Codable, Sendable, CaseIterable {
  case roll, adults, households, householdRepresentatives, representatives, members, groups
  case groupAdults, groupHouseholds, groupRepresentatives
  case attendees, returned, issued
  case area, heads, participatingArea, participatingHeads
}

/// A threshold with its base, written `>= 2/3 households`.
package struct Share: Hashable, Sendable {
  package let threshold: Threshold
  package let base: ShareBase

  package init(_ threshold: Threshold, of base: ShareBase) {
    self.threshold = threshold
    self.base = base
  }
}

extension Share: Codable, CustomStringConvertible {
  package var description: String { "\(threshold) \(base.rawValue)" }

  /// Reads what `description` writes.
  package init?(_ text: String) {
    guard let space = text.lastIndex(of: " "), let threshold = Threshold(String(text[..<space])),
      let base = ShareBase(rawValue: String(text[text.index(after: space)...]))
    else { return nil }
    self.init(threshold, of: base)
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let share = Share(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no share: \(text)"))
    }
    self = share
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
