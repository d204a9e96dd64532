extension OpenBundle {
  func checkTables(into report: inout BundleReport, showing visitor: (any BundleVisitor)?) throws {
    guard entries[BundleLayout.schema] != nil else { return }
    guard
      let schema = try bytes(BundleLayout.schema, limit: TableSchema.sizeLimit).flatMap(
        TableSchema.init(parsing:))
    else {
      report.findings.append(.malformed(BundleLayout.schema))
      return
    }
    let described = Set(schema.tables.keys.map(BundleLayout.table))
    let present = payload.filter { $0.hasPrefix("data/tables/") && $0 != BundleLayout.schema }
    for path in described.symmetricDifference(present).sorted() {
      report.findings.append(.tableUndescribed(path))
    }
    guard let name = report.name else { return }
    for table in schema.tables.values.sorted(by: { $0.name < $1.name })
    where entries[BundleLayout.table(table.name)] != nil {
      try table.isLog
        ? checkLog(table, in: name, into: &report, showing: visitor)
        : checkRows(of: table, in: name, into: &report, showing: visitor)
    }
  }

  private func checkRows(
    of table: BundleTable, in name: BundleName, into report: inout BundleReport,
    showing visitor: (any BundleVisitor)?
  ) throws {
    if Array(table.columns.prefix(BundleTable.commonColumns.count)) != BundleTable.commonColumns {
      report.findings.append(.tableUndescribed(BundleLayout.table(table.name)))
    }
    let check = RowCheck(table, in: name)
    try forEachRow(of: table, into: &report) { line in
      do throws(RowCheck.Misfit) {
        let row = try check.row(in: line)
        visitor?.visit(row, of: table.name)
        return nil
      } catch {
        return error.fault
      }
    }
  }

  private func checkLog(
    _ table: BundleTable, in name: BundleName, into report: inout BundleReport,
    showing visitor: (any BundleVisitor)?
  ) throws {
    let check = RowCheck(table, in: name)
    var frontier = LogFrontier()
    try forEachRow(of: table, into: &report) { line in
      frontier.append(leaf: LogHash.leaf(line.span))
      visitor?.visit(logLine: line)
      return check.fault(in: line)
    }
    guard let checkpoint = report.checkpoint else { return }
    if frontier.size != checkpoint.size || frontier.root != checkpoint.root {
      report.findings.append(.logDiffers(signedSize: checkpoint.size, foundSize: frontier.size))
    }
    report.checks.append(.log(lines: frontier.size))
  }

  /// Holds every row against `check`; of many wrong rows only the first ones are reported.
  private func forEachRow(
    of table: BundleTable, into report: inout BundleReport, _ check: ([UInt8]) -> RowFault?
  ) throws {
    let path = BundleLayout.table(table.name)
    var (faults, rows): ([BundleFinding], Int) = ([], 0)
    let complete = try forEachLine(path) { row, line in
      rows = row
      guard let fault = check(line), faults.count < Self.faultLimit else { return }
      faults.append(.row(table: table.name, row: row, fault))
    }
    report.findings += faults
    if !complete { report.findings.append(.malformed(path)) }
    report.checks.append(.table(table.name, rows: rows))
  }

  private static let faultLimit = 20
}
