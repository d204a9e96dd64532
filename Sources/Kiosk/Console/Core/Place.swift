/// Where in the console somebody can be.
enum Place: Hashable, Sendable {
  case home
  case form(FormID)
  /// An election's plan by fields.
  case plan
  /// A roll's file, its columns, what is refused of it.
  case rollImport
  /// Where the list of a roll's refused rows is saved: the roll's file, and what was said of its columns.
  case refusedRows(String, [String])
  /// The passphrase or recovery code that opens the keys.
  case unlock
  case rollSearch
  case checkIn
  case count
  case recount
  /// The sheets under the camera for the second time.
  case secondReading
  case identities
  case stages
  case more
  /// The request of an anomaly as a code to be photographed.
  case request(Int)
  case paper(PaperKind)
}
