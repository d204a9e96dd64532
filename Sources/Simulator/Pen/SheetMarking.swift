package import Ballot

/// What one voter puts on one page.
package struct SheetMarking: Sendable, Equatable {
  /// What the voter does on one line; lines not listed stay blank.
  package struct Entry: Sendable, Equatable {
    package var line: LineID
    package var mark: MarkKind
    /// Whether a name is written on a write-in row.
    package var writesName: Bool

    package init(_ line: LineID, _ mark: MarkKind, writesName: Bool = false) {
      self.line = line
      self.mark = mark
      self.writesName = writesName
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Writes on a sheet of this page.
  ///
  /// - Parameters:
  ///   - page: Where the boxes are.
  ///   - sheet: The printed sheet, marked in place.
  ///   - writer: Whose hand it is.
  ///   - seed: The chance of this one sheet.
  /// - Returns: What stands on the sheet now.
  package func mark(_ page: BallotPage, on sheet: inout Sheet, by writer: Writer, seed: UInt64) -> Truth {
    var dice = Dice(seed: seed)
    let wanted = Dictionary(entries.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = page.lines.map { line in
      // Each line has its own chance, so that a change on one leaves the others as they were.
      var own = dice.fork()
      let entry = wanted[line.id] ?? Entry(line.id, .blank)
      return write(entry, at: line, on: &sheet, by: writer, using: &own)
    }
    return Truth(page: page.page, lines: lines)
  }

  private func write(
    _ entry: Entry, at line: BallotLine, on sheet: inout Sheet, by writer: Writer, using dice: inout Dice
  ) -> Truth.Line {
    let writes = line.kind == .writeIn && entry.writesName
    if writes {
      let name = writer.name(in: line.nameBox, using: &dice)
      sheet.draw(name, with: writer.pen.forWriting, pressure: writer.pressure, using: &dice)
    }
    let strokes = writer.strokes(entry.mark, in: line.box, using: &dice)
    sheet.draw(strokes, with: writer.pen, pressure: writer.pressure, using: &dice)
    let name: Truth.Name? = line.kind == .writeIn ? (writes ? .written : .empty) : nil
    return Truth.Line(id: line.id, kind: entry.mark, mark: entry.mark.reading, name: name)
  }
}

extension Pen {
  /// The pen as held for small characters: broad tips are used on their point.
  var forWriting: Pen {
    var fine = self
    fine.width = min(width, 0.9)
    return fine
  }
}
