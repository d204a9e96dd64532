/// Finds codes in pictures: of voter cards before the camera, and of whatever else is shown to it.
///
/// ZXing looks first: it is quick and finds most. Where it finds nothing but a finder pattern shows, QR symbols are
/// looked for on bent paper, then zbar looks too, at several sizes, for it reads some symbols that ZXing does not.
///
/// It keeps a scanner with its buffers, so let each thread have a reader of its own.
package final class CodeReader {
  private let scanner: ZBarScanner
  private let onlyQR: Bool

  /// - Parameter onlyQR: look for QR symbols only, as on voter cards.
  package init(onlyQR: Bool = false) {
    self.onlyQR = onlyQR
    scanner = ZBarScanner(onlyQR: onlyQR)
  }

  /// Pictures at least this large are tried at half size first: large codes are found there for a quarter of
  /// the work.
  private static let largePixels = 2_100_000
  /// Pictures larger than this are halved until they are not; a code that is lost by that is lost.
  private static let mostPixels = 16_000_000
  /// Codes beyond this number in one picture are not looked at: nobody shows so many.
  private static let mostCodes = 64

  /// All codes in a picture file.
  ///
  /// - Throws: `ImageError` when it is no picture or not an acceptable one.
  package func codes(decoding bytes: [UInt8]) throws(ImageError) -> [CodeReading] {
    let start = ContinuousClock.now
    let file = try ImageFile(bytes)
    var reduction = 1
    while reduction < 8, file.pixels / (reduction * reduction) > CodeReader.mostPixels { reduction *= 2 }
    return codes(in: try file.gray(reduction: reduction), reduction: reduction, since: start)
  }

  /// All codes in a picture.
  package func codes(in image: GrayImage) -> [CodeReading] { codes(in: image, reduction: 1, since: .now) }

  /// The codes that the quicker of the two finds: for one frame of many, of which the next may show more.
  package func glance(at image: GrayImage) -> [CodeReading] {
    let start = ContinuousClock.now
    let symbols = ZXingScanner.symbols(in: image, onlyQR: onlyQR, most: 2)
    return readings(symbols, reduction: 1, since: start)
  }

  private func codes(
    in image: GrayImage, reduction: Int, since start: ContinuousClock.Instant
  ) -> [CodeReading] {
    let quick = ZXingScanner.symbols(in: image, onlyQR: onlyQR, most: CodeReader.mostCodes)
    if quick.count == 1 { return readings(quick, reduction: reduction, since: start) }
    if quick.count > 1 {
      // Of many codes each decoder leaves some.
      let more = scanner.symbols(in: image).filter { symbol in !quick.contains { $0.overlaps(symbol) } }
      return readings(quick + more, reduction: reduction, since: start)
    }
    // Where nothing looks like a QR symbol, the slower decoder need not look.
    guard FinderHint.isSeen(in: image) else { return [] }
    if let bent = BentSymbolReader.symbol(in: image) {
      return readings([bent], reduction: reduction, since: start)
    }
    if image.width * image.height >= CodeReader.largePixels {
      let found = scan(image.halved(), reduction: 2 * reduction, since: start)
      if !found.isEmpty { return found }
    }
    let found = scan(image, reduction: reduction, since: start)
    if !found.isEmpty { return found }
    return secondLook(image, reduction: reduction, since: start)
  }

  /// Looks again at a small picture in which nothing was found: evenly lit, then larger.
  private func secondLook(
    _ image: GrayImage, reduction: Int, since start: ContinuousClock.Instant
  ) -> [CodeReading] {
    guard image.width * image.height < CodeReader.largePixels, let window = image.busiestWindow() else {
      return []
    }
    let crop = image.cropped(window)
    let even = crop.evenlyLit()
    for (picture, factor) in [(even, 1), (even.doubled(), 2)] {
      let symbols = ZXingScanner.symbols(in: picture, onlyQR: onlyQR, most: CodeReader.mostCodes)
      let found =
        symbols.isEmpty
        ? scan(picture, reduction: 1, since: start)
        : readings(symbols, reduction: 1, since: start)
      if !found.isEmpty {
        return found.map { $0.moved(by: window.origin, scale: 1 / Double(factor), reduction: reduction) }
      }
    }
    return []
  }

  private func scan(
    _ image: GrayImage, reduction: Int, since start: ContinuousClock.Instant
  ) -> [CodeReading] {
    readings(scanner.symbols(in: image), reduction: reduction, since: start)
  }

  private func readings(
    _ symbols: [CodeSymbol], reduction: Int, since start: ContinuousClock.Instant
  ) -> [CodeReading] {
    let milliseconds = (ContinuousClock.now - start).milliseconds
    return symbols.prefix(CodeReader.mostCodes).map { symbol in
      CodeReading(
        symbology: symbol.symbology, text: symbol.text,
        corners: symbol.corners.map { $0.enlarged(reduction) }, milliseconds: milliseconds)
    }
  }
}

extension CodeReading {
  /// The same code in the coordinates of the picture from which a part was cut and enlarged.
  fileprivate func moved(by origin: (x: Int, y: Int), scale: Double, reduction: Int) -> CodeReading {
    let corners = corners.map { corner in
      ImagePoint(x: corner.x * scale + Double(origin.x), y: corner.y * scale + Double(origin.y))
        .enlarged(reduction)
    }
    return CodeReading(symbology: symbology, text: text, corners: corners, milliseconds: milliseconds)
  }
}
