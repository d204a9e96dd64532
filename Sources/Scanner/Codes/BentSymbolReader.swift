internal import Ballot

/// Reads QR symbols on bent or folded paper, which decoders take for plane and so do not read.
struct BentSymbolReader {
  private let pixels: PixelView

  /// More triples than this are not looked at: nobody shows so many symbols.
  private static let mostTriples = 10
  /// Patterns beyond this number only come from a picture made to waste time.
  private static let mostPatterns = 24
  /// A symbol is looked at closely from this agreement of its known modules on.
  private static let (leastPlane, leastFitted) = (Float(0.3), Float(0.55))
  /// Shares of a neighbour that blur has mixed into each module.
  private static let blurs: [Float] = [0, 0.1, 0.2, 0.3]

  /// The first symbol that can be read.
  static func symbol(in image: GrayImage) -> CodeSymbol? {
    image.withPixels { BentSymbolReader(pixels: $0).symbol() }
  }

  private func symbol() -> CodeSymbol? {
    let patterns = FinderHint.patterns(in: pixels, most: BentSymbolReader.mostPatterns)
    for triple in FinderTriple.among(patterns, most: BentSymbolReader.mostTriples) {
      if let found = read(triple) { return found }
    }
    return nil
  }

  private func read(_ triple: FinderTriple) -> CodeSymbol? {
    let tries = triple.sides.compactMap { side in mesh(triple, FunctionModules(side: side)) }
    guard var best = tries.max(by: { $0.mesh.agreement < $1.mesh.agreement }),
      best.mesh.agreement > BentSymbolReader.leastPlane
    else { return nil }
    if let text = text(in: best.mesh.grid) { return symbol(text, best.corners) }
    best.mesh.fit()
    guard best.mesh.agreement > BentSymbolReader.leastFitted else { return nil }
    return text(in: best.mesh.grid).map { symbol($0, best.corners) }
  }

  private func symbol(_ text: String, _ corners: [ImagePoint]) -> CodeSymbol {
    CodeSymbol(symbology: "QR-Code", text: text, corners: corners)
  }

  /// What the modules say; error correction has the last word.
  private func text(in grid: ModuleGrid) -> String? {
    for blur in BentSymbolReader.blurs {
      let drawn = grid.sharpened(blur).drawn()
      if let found = ZXingScanner.symbols(in: drawn, onlyQR: true, most: 1).first { return found.text }
    }
    return nil
  }

  // MARK: Where it lies

  /// The mesh over a symbol of so many modules, as if it were plane, and the symbol's corners.
  private func mesh(
    _ triple: FinderTriple, _ known: FunctionModules
  ) -> (mesh: ModuleMesh, corners: [ImagePoint])? {
    let side = Double(known.side)
    let (origin, right, below) = (triple.topLeft.centre, triple.topRight.centre, triple.bottomLeft.centre)
    let across = (right - origin) * (1 / (side - 7))
    let down = (below - origin) * (1 / (side - 7))
    // The free corner as if the symbol were seen from straight above, then by its alignment pattern.
    var span = side - 7
    var corner = origin + (across + down) * span
    if known.alignment != nil {
      span = side - 10
      corner = alignment(near: origin + (across + down) * span, across, down, within: side / 8 + 1.5)
    }
    guard let plane = BentSymbolReader.plane(origin, right, below, through: corner, span, side - 7) else {
      return nil
    }
    let corners = [(0, 0), (side, 0), (side, side), (0, side)].map { plane.project($0.0, $0.1) }
    return (ModuleMesh(pixels, plane, known), corners)
  }

  /// The projection of modules by the middles of three finder patterns and a place that is `span` modules from the
  /// first in both directions, where the finder patterns are `whole` modules from each other.
  private static func plane(
    _ origin: ImagePoint, _ right: ImagePoint, _ below: ImagePoint, through place: ImagePoint, _ span: Double,
    _ whole: Double
  ) -> Homography? {
    let square = Rect(x: 3.5, y: 3.5, w: whole, h: whole)
    var corner = origin + (place - origin) * (whole / span)
    // The fourth corner is moved until the projection meets the place.
    for _ in 0..<planeRounds {
      guard let plane = Homography(from: square, to: [origin, right, corner, below]) else { return nil }
      corner = corner + (place - plane.project(3.5 + span, 3.5 + span)) * (whole / span)
    }
    return Homography(from: square, to: [origin, right, corner, below])
  }

  private static let planeRounds = 6

  /// The place that looks most like an alignment pattern, nearer ones first.
  private func alignment(
    near guess: ImagePoint, _ across: ImagePoint, _ down: ImagePoint, within reach: Double
  ) -> ImagePoint {
    var best = (likeness: -Float.infinity, place: guess)
    let count = Int(reach * 3)
    for row in -count...count {
      for column in -count...count {
        let (x, y) = (Double(column) / 3, Double(row) / 3)
        let place = guess + across * x + down * y
        let likeness = likeness(place, across, down) - 2 * Float((x * x + y * y).squareRoot())
        if likeness > best.likeness { best = (likeness, place) }
      }
    }
    return best.place
  }

  /// The bright ring of an alignment pattern less its dark parts.
  private func likeness(_ centre: ImagePoint, _ across: ImagePoint, _ down: ImagePoint) -> Float {
    func sample(_ column: Int, _ row: Int) -> Float {
      let place = centre + across * Double(column) + down * Double(row)
      return pixels.sample(Float(place.x), Float(place.y))
    }
    var (bright, dark) = (Float(0), sample(0, 0) * 4)
    for index in -2...2 {
      dark += sample(index, -2) + sample(index, 2)
      if abs(index) < 2 {
        dark += sample(-2, index) + sample(2, index)
        bright += sample(index, -1) + sample(index, 1)
      }
    }
    bright += sample(-1, 0) + sample(1, 0)
    return bright / 8 - dark / 20
  }
}
