/// What reading a sheet of an .xlsx file needs from the rest of the file.
struct XlsxBook {
  let limits: Limits
  let strings: [String]
  let isDate: [Bool]
  let from1904: Bool
  /// The part being read, for errors.
  let sheetName: String
}
