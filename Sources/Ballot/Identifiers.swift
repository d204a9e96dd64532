/// The name of a post in the plan, such as `director`: ASCII letters, digits and `-`.
package struct PostID: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// One line of a ballot: `director/1` for the first printed name, `director/w1` for the first write-in row.
package struct LineID: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// The line of the `number`th printed name (from 1) of a post.
  package static func candidate(_ number: Int, of post: PostID) -> LineID {
    LineID(rawValue: "\(post.rawValue)/\(number)")
  }

  /// The `number`th write-in row (from 1) of a post.
  package static func writeIn(_ number: Int, of post: PostID) -> LineID {
    LineID(rawValue: "\(post.rawValue)/w\(number)")
  }
}

/// The code printed on every sheet of one kind of ballot: ten characters of Crockford's base 32.
///
/// It is derived from the plan, so a ballot of another election, round or draft has another code. It is the
/// same on every sheet; a ballot carries no serial.
package struct BallotType: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// The code of one print run: four characters of Crockford's base 32.
package struct BatchCode: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}
