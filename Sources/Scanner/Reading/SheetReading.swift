package import Ballot

/// What was read on one line.
package struct ReadLine: Sendable, Equatable {
  package let id: LineID
  package let mark: Mark
  /// How probable the mark is, 0…1.
  package let confidence: Double
  /// For a write-in row, whether a name stands there; nil for a printed candidate.
  package let name: NameField?
  /// Why the reading is not clear; empty when it is.
  package let doubts: [Doubt]
  /// The outer edge of the mark box in the picture.
  package let box: Quadrilateral

  package var certainty: Certainty { doubts.isEmpty ? .clear : .doubtful }

  package init(
    id: LineID, mark: Mark, doubts: [Doubt], confidence: Double, name: NameField?, box: Quadrilateral
  ) {
    self.id = id
    self.mark = mark
    self.doubts = doubts
    self.confidence = confidence
    self.name = name
    self.box = box
  }
}

/// One side of a ballot as it was read from one picture.
package struct SheetReading: Sendable, Equatable {
  package let type: BallotType
  package let batch: BatchCode
  package let page: Int
  /// All lines of the page, in its order.
  package let lines: [ReadLine]
  /// The page's corners in the picture.
  package let outline: Quadrilateral
  /// The marks' look, by which the same sheet is known again.
  package let print: SheetPrint
  package let milliseconds: Double

  package init(
    type: BallotType, batch: BatchCode, page: Int, lines: [ReadLine], outline: Quadrilateral,
    print: SheetPrint, milliseconds: Double
  ) {
    self.type = type
    self.batch = batch
    self.page = page
    self.lines = lines
    self.outline = outline
    self.print = print
    self.milliseconds = milliseconds
  }
}

/// What came of one picture.
package enum BallotReading: Sendable, Equatable {
  case read(SheetReading)
  case rejected(Rejection)
}
