import Ballot

/// What must hold before anything is sealed.
enum BundleCheck {
  /// - Throws: `BundleError`.
  static func check(
    _ contents: BundleContents, checkpoint: SignedNote, key: NoteKey, witnesses: [NoteKey]
  ) throws(BundleError) {
    try checkPaths(contents)
    try checkInfo(contents)
    for table in contents.tables { try check(table, in: contents.name) }
    let names = contents.tables.map(\.name)
    if let twice = BundlePath.collision(among: names) { throw .unusableTable(twice) }
    try check(checkpoint, key: key, witnesses: witnesses, log: contents.tables.first(where: \.isLog))
  }

  private static func checkPaths(_ contents: BundleContents) throws(BundleError) {
    for path in contents.files.keys.sorted() {
      let inside = BundleLayout.payload + path
      guard BundlePath.isUsable(inside) else { throw .unusablePath(path) }
      if path.lowercased().hasPrefix("tables/") { throw .reservedPath(path) }
    }
    let generated = [BundleLayout.explanation, BundleLayout.catalogue].map { $0.dropFirst(5) }.map(
      String.init)
    let paths = contents.files.keys.sorted() + generated.filter { contents.files[$0] == nil }
    if let twice = BundlePath.collision(among: paths) { throw .pathTwice(twice) }
  }

  private static func checkInfo(_ contents: BundleContents) throws(BundleError) {
    let day = BundleTable.Column("date", .date, zh: "", en: "")
    guard day.admits(.string(contents.baggingDate)) else { throw .unusableDate(contents.baggingDate) }
    let fields = BagInfo(contents, payload: []).fields
    if let bad = fields.first(where: { !BagInfo.isUsable($0) }) { throw .unusableField(bad.label) }
  }

  private static func check(_ table: BundleTable, in bundle: BundleName) throws(BundleError) {
    let common = BundleTable.commonColumns
    let names = table.columns.map(\.name)
    guard isUsable(table.name), names.allSatisfy(isUsable), Set(names).count == names.count,
      table.isLog ? table.name == "events" : Array(table.columns.prefix(common.count)) == common
    else { throw .unusableTable(table.name) }
    let check = RowCheck(table, in: bundle)
    for (index, row) in table.rows.enumerated() {
      guard let fault = check.fault(in: Array(row.utf8)) else { continue }
      throw .unfitRow(table: table.name, row: index + 1, fault)
    }
  }

  private static func check(
    _ note: SignedNote, key: NoteKey, witnesses: [NoteKey], log: BundleTable?
  ) throws(BundleError) {
    guard let checkpoint = try? Checkpoint(note), checkpoint.origin == key.name,
      note.standing(of: key) == .valid(unixTime: nil), note.signatures(notBy: [key] + witnesses).isEmpty,
      witnesses.allSatisfy({ note.standing(of: $0) != .wrong })
    else { throw .checkpointUnfit }
    guard let log else { return }
    var frontier = LogFrontier()
    for line in log.rows { frontier.append(line: line) }
    guard frontier.size == checkpoint.size, frontier.root == checkpoint.root else { throw .checkpointUnfit }
  }

  /// Lower-case letters, digits and underscores.
  private static func isUsable(_ name: String) -> Bool {
    1...63 ~= name.utf8.count
      && name.utf8.allSatisfy { 0x61...0x7a ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "_") }
  }
}
