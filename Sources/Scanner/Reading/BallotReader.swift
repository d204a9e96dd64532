package import Ballot

/// Reads pictures of ballots against the geometry that they were printed from.
///
/// A reader holds no state but its pages, so any number of threads may read with one.
package struct BallotReader: Sendable {
  private let pages: [BallotCode: BallotPage]
  private let first: BallotPage

  /// A reader for the ballots of one election; nil without pages, or with pages whose code says nothing.
  package init?(pages: [BallotPage]) {
    guard let first = pages.first else { return nil }
    var byCode: [BallotCode: BallotPage] = [:]
    for page in pages {
      guard let code = BallotCode(page.codeText) else { return nil }
      byCode[code] = page
    }
    self.pages = byCode
    self.first = first
  }

  /// Reads one picture file.
  package func read(_ bytes: [UInt8]) -> BallotReading {
    let start = ContinuousClock.now
    do {
      return .read(try reading(bytes, since: start))
    } catch {
      return .rejected(error)
    }
  }

  /// Reads one picture that is decoded already.
  package func read(_ image: GrayImage) -> BallotReading {
    let start = ContinuousClock.now
    do {
      return .read(try reading(image, reduction: 1, since: start))
    } catch {
      return .rejected(error)
    }
  }

  /// Pixels that suffice for a whole sheet; more are averaged away while decoding.
  private static let enoughPixels = 13_000_000

  private func reading(_ bytes: [UInt8], since start: ContinuousClock.Instant) throws(Rejection)
    -> SheetReading
  {
    let (image, reduction) = try decode(bytes)
    return try reading(image, reduction: reduction, since: start)
  }

  private func decode(_ bytes: [UInt8]) throws(Rejection) -> (image: GrayImage, reduction: Int) {
    do throws(ImageError) {
      let file = try ImageFile(bytes)
      var reduction = 1
      while reduction < 8, file.pixels / (reduction * reduction) > BallotReader.enoughPixels {
        reduction *= 2
      }
      return (try file.gray(reduction: reduction), reduction)
    } catch {
      throw .notAnImage(error)
    }
  }

  private func reading(
    _ image: GrayImage, reduction: Int, since start: ContinuousClock.Instant
  ) throws(Rejection) -> SheetReading {
    try examine(image) { (code, reader) throws(Rejection) -> SheetReading in
      let (boxes, ink) = try reader.examine()
      return SheetReading(
        type: code.type, batch: code.batch, page: code.page,
        lines: boxes.map { reader.line($0, reduction: reduction) },
        outline: reader.outline(reduction: reduction), print: SheetPrint(boxes, ink: ink),
        milliseconds: (ContinuousClock.now - start).milliseconds)
    }
  }

  /// Finds the sheet in a picture and lends a reader of its page.
  private func examine<Answer>(
    _ image: GrayImage, _ body: (BallotCode, PageReader) throws(Rejection) -> Answer
  ) throws(Rejection) -> Answer {
    let locator = SheetLocator(
      marks: first.fiducials, codeArea: first.code, scanner: ZBarScanner(onlyQR: true))
    let sheet = try locator.locate(image)
    let page = try page(of: sheet.code)
    return try image.withPixels { (pixels) throws(Rejection) -> Answer in
      try body(sheet.code, PageReader(pixels: pixels, page: page, position: sheet.position))
    }
  }

  /// Reads one picture file and keeps what every decision was made of.
  ///
  /// - Throws: `Rejection` when the picture is not read.
  package func explain(_ bytes: [UInt8]) throws(Rejection) -> SheetExplanation {
    let start = ContinuousClock.now
    let (image, reduction) = try decode(bytes)
    return try examine(image) { (code, reader) throws(Rejection) -> SheetExplanation in
      let (boxes, ink) = try reader.examine()
      let explained = boxes.enumerated().map { index, box in
        BoxExplanation(
          reader.line(box, reduction: reduction), box,
          ink: Array(ink[index * MarkPatch.count..<(index + 1) * MarkPatch.count]))
      }
      let reading = SheetReading(
        type: code.type, batch: code.batch, page: code.page, lines: explained.map(\.line),
        outline: reader.outline(reduction: reduction), print: SheetPrint(boxes, ink: ink),
        milliseconds: (ContinuousClock.now - start).milliseconds)
      return SheetExplanation(reading: reading, boxes: explained)
    }
  }

  /// The boxes of a picture as the classifier gets them, for training.
  ///
  /// - Throws: `Rejection` when the picture is not read.
  package func patches(_ bytes: [UInt8]) throws(Rejection) -> [[UInt8]] {
    try examine(try decode(bytes).image) { (_, reader) throws(Rejection) -> [[UInt8]] in
      let boxes = reader.found()
      let ink = reader.ink(of: boxes)
      return boxes.indices.map { index in
        ink[index * MarkPatch.count..<(index + 1) * MarkPatch.count].map { UInt8($0 * 255 + 0.5) }
      }
    }
  }

  /// The page that a code stands for.
  private func page(of code: BallotCode) throws(Rejection) -> BallotPage {
    if let page = pages[code] { return page }
    let known = pages.keys
    guard known.contains(where: { $0.type == code.type }) else { throw .otherBallot(code.type) }
    guard known.contains(where: { $0.type == code.type && $0.batch == code.batch }) else {
      throw .otherBatch(code.batch)
    }
    throw .otherPage(code.page)
  }
}

extension Duration {
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }
}
