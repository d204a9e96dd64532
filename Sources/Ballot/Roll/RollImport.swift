/// Reads a table row by row into a roll: all of it, or nothing and every reason.
///
/// Feed every row in order with `add`, then take the outcome from `finish`. It does no input or output.
package struct RollImport {
  private enum State {
    case searching([RollHeaderSearch.TableRow])
    case reading(RollHeader)
    case failed(RollHeaderError)
  }

  private let rules: RollRules
  private let mappings: [RollMapping]
  private var state = State.searching([])
  private var drafts: [RollDraft] = []
  private var refusals: [RollRefusal] = []
  private var duplicates = RollDuplicates()
  private var groups = RollGroups()
  private var totals = RollTotals()

  package init(rules: RollRules, mappings: [RollMapping] = []) {
    self.rules = rules
    self.mappings = mappings
  }

  /// Takes the next row with its number in the file (from 1).
  package mutating func add(row number: Int, cells: [RollCell]) {
    switch state {
    case .failed: return
    case .reading(let header): read(RollRow(number: number, cells: cells, header: header))
    case .searching(var seen):
      seen.append((number, cells))
      state = .searching(seen)
      if seen.count >= RollHeaderSearch.depth { startReading(after: seen) }
    }
  }

  /// The roll, or why not.
  package consuming func finish() -> RollOutcome {
    if case .searching(let seen) = state { startReading(after: seen) }
    totals.accepted = drafts.count
    totals.refused = totals.people - drafts.count
    return RollOutcome(columns: columns, totals: totals, notices: groups.notices, result: result())
  }

  /// How many rows that speak of somebody were read so far, and how many of them are refused.
  package var progress: (people: Int, refused: Int) { (totals.people, totals.people - drafts.count) }

  private var columns: [RollColumn] {
    guard case .reading(let header) = state else { return [] }
    return header.columns
  }

  private func result() -> Result<[VoterRecord], RollRejection> {
    if case .failed(let error) = state { return .failure(.header(error)) }
    guard refusals.isEmpty else { return .failure(.rows(refusals)) }
    guard !drafts.isEmpty else { return .failure(.nobody) }
    return .success(RollOrder.numbered(drafts))
  }

  private mutating func startReading(after seen: [RollHeaderSearch.TableRow]) {
    do throws(RollHeaderError) {
      let header = try RollHeaderSearch(rows: seen, mappings: mappings).header()
      state = .reading(header)
      for row in seen where row.number > header.lastRow {
        read(RollRow(number: row.number, cells: row.cells, header: header))
      }
    } catch {
      state = .failed(error)
    }
  }
}

extension RollImport {
  private mutating func read(_ row: RollRow) {
    if row.isBlank {
      totals.blank += 1
    } else if row.header.isRepeated(in: row.cells) {
      totals.repeatedHeaders += 1
    } else if row.isTotals {
      totals.people += 1
      refusals.append(row.refusal(nil, .totalsRow))
    } else {
      totals.people += 1
      readPerson(row)
    }
  }

  private mutating func readPerson(_ row: RollRow) {
    var reader = RollRowReader(row, rules: rules)
    var draft = reader.draft()
    if let identity = reader.identity, let first = duplicates.firstRow(of: identity, row: row.number) {
      reader.refuse(.identityNumber, .duplicateIdentity(firstRow: first))
    } else if let group = draft?.group {
      draft?.group = groups.name(for: group)
      let first = draft.flatMap { duplicates.firstRow(of: $0, row: row.number) }
      if let first { reader.refuse(.name, .duplicatePerson(firstRow: first)) }
    }
    guard reader.refusals.isEmpty, let draft else { return refusals += reader.refusals }
    drafts.append(draft)
    count(draft, row)
  }

  private mutating func count(_ draft: RollDraft, _ row: RollRow) {
    if draft.identity == nil { totals.withoutIdentity += 1 }
    if row.cell(.registrationClass).isBlank { totals.assumedClass += 1 }
  }
}
