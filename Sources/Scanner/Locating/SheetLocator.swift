internal import Ballot

/// Finds a ballot in a picture: its four bull's-eyes, which way up it lies and what its code says.
struct SheetLocator {
  let marks: [Point]
  let codeArea: Rect
  let scanner: ZBarScanner

  /// A ballot found.
  struct Sheet {
    let position: SheetPosition
    let code: BallotCode
  }

  /// Pixels in which bull's-eyes are searched for first; they are then measured in the full picture.
  private static let enoughPixels = 3_400_000
  /// Positions tried before giving up; more only turn up in pictures full of round things.
  private static let mostPositions = 12
  /// Pixels a millimetre without which a pen's stroke cannot be told from noise.
  private static let leastScale = 2.0

  /// How much of its neighbours blur may have mixed into a module of the code.
  private static let blurs: [Float] = [0, 0.15, 0.3, 0.45]
  /// Brightness by which a code's finder patterns must differ from paper to be looked at.
  private static let leastContrast: Float = 6

  /// - Throws: `Rejection` when there is no whole ballot with a readable code.
  func locate(_ image: GrayImage) throws(Rejection) -> Sheet {
    guard image.width * image.height > SheetLocator.enoughPixels else {
      return try image.withPixels { (pixels) throws(Rejection) in try locateAtFullSize(pixels) }
    }
    let coarse = image.halved().withPixels { BullseyeFinder.all(in: $0) }
    return try image.withPixels { (pixels) throws(Rejection) in
      let gauge = BullseyeGauge(pixels: pixels)
      let fine = coarse.compactMap { gauge.measure(near: $0.centre.enlarged(2), radius: 2 * $0.radius) }
      do throws(Rejection) {
        return try locate(pixels, among: fine)
      } catch {
        // A small or dim sheet may show more at full size.
        guard error.isWorthAnotherLook else { throw error }
        return try locateAtFullSize(pixels)
      }
    }
  }

  /// Looks for four corners, then, where one is covered, for three.
  private func locateAtFullSize(_ pixels: PixelView) throws(Rejection) -> Sheet {
    let bullseyes = BullseyeFinder.all(in: pixels)
    do throws(Rejection) {
      return try locate(pixels, among: bullseyes)
    } catch {
      guard case .cutOff = error else { throw error }
      let round = bullseyes.filter(\.isRound)
      for position in SheetPosition.candidatesOfThree(round, marks: marks).prefix(SheetLocator.mostPositions)
      {
        guard let sheet = read(position, pixels) else { continue }
        try check(sheet, among: round)
        return sheet
      }
      throw error
    }
  }

  private func locate(_ pixels: PixelView, among bullseyes: [Bullseye]) throws(Rejection) -> Sheet {
    let round = bullseyes.filter(\.isRound)
    let positions = SheetPosition.candidates(round, marks: marks)
    for position in positions.prefix(SheetLocator.mostPositions) {
      guard let sheet = read(position, pixels) else { continue }
      try check(sheet, among: round)
      return sheet
    }
    if let position = positions.first, scale(position) < SheetLocator.leastScale {
      throw .tooSmall(pixelsPerMillimetre: scale(position))
    }
    guard positions.isEmpty else { throw .unreadableCode }
    if !round.isEmpty { throw .cutOff(cornersSeen: min(round.count, 3)) }
    throw Sharpness(pixels).isBlurred ? .blurred : .noBallotFound
  }

  /// Refuses sheets that are too small, and pictures in which another sheet shows.
  private func check(_ sheet: Sheet, among bullseyes: [Bullseye]) throws(Rejection) {
    let scale = scale(sheet.position)
    guard scale >= SheetLocator.leastScale else { throw .tooSmall(pixelsPerMillimetre: scale) }
    let own = sheet.position.corners
    let strangers = bullseyes.filter { other in
      !own.contains { $0.centre.distance(to: other.centre) < $0.radius }
        && own.contains { abs($0.radius / other.radius - 1) < 0.3 } && other.misfit < 0.12
        && !isInCode(other, of: sheet.position)
    }
    guard strangers.isEmpty else { throw .severalSheets }
  }

  /// Whether it may be one of the code's finder patterns, rounded by blur.
  private func isInCode(_ bullseye: Bullseye, of position: SheetPosition) -> Bool {
    let centre = position.homography.project(codeArea.centre)
    let corner = position.homography.project(codeArea.x, codeArea.y)
    return bullseye.centre.distance(to: centre) < 1.2 * centre.distance(to: corner)
  }

  private func scale(_ position: SheetPosition) -> Double {
    let scale = position.homography.scale(at: Rect(x: marks[0].x, y: marks[0].y, w: 184, h: 271).centre)
    return min(scale.x, scale.y)
  }

  /// Tries both ways up, the likelier first.
  private func read(_ position: SheetPosition, _ pixels: PixelView) -> Sheet? {
    let ways = [position, position.turned(2, onto: marks)].compactMap(\.self).map { way in
      let field = CodeField(pixels: pixels, homography: way.homography, area: codeArea)
      return (way: way, field: field, finders: field.finders())
    }
    for (way, field, finders) in ways.sorted(by: { $0.finders.contrast > $1.finders.contrast })
    where finders.contrast > SheetLocator.leastContrast {
      let modules = field.modules(finders)
      for blur in SheetLocator.blurs {
        for symbol in scanner.symbols(in: modules.sharpened(blur).drawn()) {
          if let code = BallotCode(symbol.text) { return Sheet(position: way, code: code) }
        }
      }
    }
    return nil
  }
}

extension Rejection {
  /// Whether looking closer may help.
  fileprivate var isWorthAnotherLook: Bool {
    switch self {
    case .noBallotFound, .blurred, .cutOff, .unreadableCode: true
    case .notAnImage, .tooSmall, .severalSheets, .otherBallot, .otherBatch, .otherPage, .boxesHidden: false
    }
  }
}
