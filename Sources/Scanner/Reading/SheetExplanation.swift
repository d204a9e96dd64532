/// What a reading was made of.
package struct SheetExplanation: Sendable {
  package let reading: SheetReading
  /// In the order of the page.
  package let boxes: [BoxExplanation]
}

/// What was seen in one box.
package struct BoxExplanation: Sendable {
  package let line: ReadLine
  /// For each network, how probable it thinks ○, ×, √, blank and anything else, 0…1.
  package let networks: [[Double]]
  /// Cells inside the frame that are darker than paper.
  package let inkCells: Int
  /// By how much the darkest spot stands out from the paper, 0…1.
  package let speck: Double
  /// How clearly the frame was seen, as a part of the contrast of black on white.
  package let frameStrength: Double
  /// What the run of the strokes says for a ×, as the logarithm of the odds; nil where none were looked at.
  package let crossEvidence: Double?
  /// How broad the strokes are, as a part of the mark's larger side.
  package let thickness: Double?
  /// In how many places strokes leave over the lower edge; nil where none were looked at.
  package let feet: Int?
  /// What the odds are the weighted sum of; empty where no strokes were looked at.
  package let features: [Double]
  /// Square millimetres of ink in the field of a write-in row; nil for a printed name.
  package let nameInk: Double?
  /// 40 × 32 cells of ink, 0 is paper and 255 is black; of a closer look where the mark is small in its box.
  package let patch: [UInt8]
  /// The cells that the run of the strokes was judged by.
  let strokes: CellSet?

  init(_ line: ReadLine, _ examined: PageReader.Examined, ink first: [Float]) {
    self.line = line
    let ink = examined.closer ?? first
    networks = examined.guess.scores.map { scores in (0..<Network.classes).map { Double(scores[$0]) } }
    let amount = InkAmount(ink, at: 0)
    inkCells = amount.inside
    speck = Double(amount.speck)
    crossEvidence = (examined.guess.structure?.crossEvidence).map(Double.init)
    thickness = (examined.guess.structure?.thickness).map(Double.init)
    feet = examined.guess.structure?.feet
    features =
      examined.guess.structure.map { structure in
        (0..<MarkStructure.featureCount).map { Double(structure.features[$0]) }
      } ?? []
    strokes = examined.guess.structure == nil ? nil : CellSet(ink: ink, at: 0, grain: amount.grain)
    frameStrength = Double(examined.box.fit.strength)
    nameInk = examined.name.map { Double(max($0.strong, $0.pale)) }
    patch = ink.map { UInt8($0 * 255 + 0.5) }
  }
}
