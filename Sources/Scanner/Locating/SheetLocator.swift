internal import Ballot

/// Finds a ballot in a picture: its four bull's-eyes, which way up it lies and what its code says.
struct SheetLocator {
  let pixels: PixelView
  let marks: [Point]
  let codeArea: Rect
  let scanner: ZBarScanner

  /// A ballot found.
  struct Sheet {
    let position: SheetPosition
    let code: BallotCode
    /// Bull's-eyes that belong to no corner of this sheet.
    let others: [Bullseye]
  }

  /// Positions tried before giving up; more only turn up in pictures full of round things.
  private static let mostPositions = 4

  /// - Throws: `Rejection` when there is no whole ballot with a readable code.
  func locate() throws(Rejection) -> Sheet {
    let bullseyes = BullseyeFinder.all(in: pixels)
    let round = bullseyes.filter { $0.squareness < 0.045 }
    let positions = SheetPosition.candidates(round, marks: marks)
    for position in positions.prefix(SheetLocator.mostPositions) {
      guard let (turned, code) = read(position) else { continue }
      let others = round.filter { !position.corners.contains($0) }
      return Sheet(position: turned, code: code, others: others)
    }
    guard positions.isEmpty else { throw .unreadableCode }
    throw round.isEmpty ? .noBallotFound : .cutOff(cornersSeen: min(round.count, 3))
  }

  /// Tries both ways up, the likelier first.
  private func read(_ position: SheetPosition) -> (SheetPosition, BallotCode)? {
    let ways = [position, position.turned(2, onto: marks)].compactMap(\.self).map { way in
      (way, CodeField(pixels: pixels, homography: way.homography, area: codeArea))
    }
    for (way, field) in ways.sorted(by: { $0.1.finderContrast() > $1.1.finderContrast() }) {
      for symbol in scanner.symbols(in: field.straightened()) {
        if let code = BallotCode(symbol.text) { return (way, code) }
      }
    }
    return nil
  }
}
