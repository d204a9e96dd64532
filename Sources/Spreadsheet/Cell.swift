/// What one cell holds.
package enum Cell: Equatable, Sendable {
  case empty
  case text(String)
  /// A number and the digits that the file holds; a `Double` alone would hide that long numbers lost theirs.
  case number(Double, raw: String)
  /// A day, from a number with a date format; a time of day is dropped.
  case date(year: Int, month: Int, day: Int)
  case boolean(Bool)
  /// A formula that failed, such as `#REF!`.
  case error(String)
}
