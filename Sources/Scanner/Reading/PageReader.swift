internal import Ballot

/// Reads the boxes of one page whose place in the picture is known.
struct PageReader {
  let pixels: PixelView
  let page: BallotPage
  let position: SheetPosition

  /// A mark box found in the picture, and its ink.
  struct FoundBox {
    let line: BallotLine
    let frame: LocalFrame
    let fit: BoxFit
  }

  /// Millimetres within which a box is looked for: first freely, then near its neighbours.
  private static let range: (free: Float, led: Float) = (2.1, 0.7)

  func lines(reduction: Int) throws(Rejection) -> [LineReading] {
    let boxes = found()
    let hidden = boxes.count { !$0.fit.isFound }
    guard hidden * 4 <= boxes.count else { throw .boxesHidden(count: hidden, of: boxes.count) }
    let ink = ink(of: boxes)
    let guesses = MarkClassifier.shared.classify(ink, count: boxes.count)
    return zip(boxes, guesses).map { box, guess in
      LineReading(
        id: box.line.id, mark: guess.mark, certainty: box.fit.isFound ? guess.certainty : .doubtful,
        confidence: guess.confidence, name: name(box), box: outline(box, reduction))
    }
  }

  /// All boxes of the page: each found by itself, then led by its neighbours where it strayed from them.
  func found() -> [FoundBox] {
    let finder = BoxFinder(pixels: pixels)
    let lighting = Lighting(position, marks: page.fiducials)
    let frames = page.lines.map { LocalFrame(position.homography, at: $0.box.centre) }
    let contrasts = page.lines.map { line in
      let light = lighting.at(line.box.centre)
      return light.white - light.black
    }
    func fit(_ index: Int, _ expected: (dx: Float, dy: Float), _ range: Float) -> BoxFit {
      let box = page.lines[index].box
      return finder.fit(
        (Float(box.w), Float(box.h)), frames[index], expected: expected, range: range,
        contrast: contrasts[index])
    }
    let lines = page.lines
    let free = lines.indices.map { fit($0, (0, 0), PageReader.range.free) }
    return lines.indices.map { index in
      let (dx, dy) = neighbourhood(index, lines, free)
      let strayed = abs(free[index].dx - dx) > 0.5 || abs(free[index].dy - dy) > 0.5
      let led = strayed || !free[index].isFound ? fit(index, (dx, dy), PageReader.range.led) : free[index]
      return FoundBox(line: lines[index], frame: frames[index], fit: led)
    }
  }

  /// The median displacement of the nearest boxes that were found.
  private func neighbourhood(_ index: Int, _ lines: [BallotLine], _ fits: [BoxFit]) -> (Float, Float) {
    let here = lines[index].box.centre
    let near = lines.indices.filter { fits[$0].isFound }.sorted { one, other in
      let (p, q) = (lines[one].box.centre, lines[other].box.centre)
      return abs(p.x - here.x) + abs(p.y - here.y) < abs(q.x - here.x) + abs(q.y - here.y)
    }.prefix(7)
    guard !near.isEmpty else { return (0, 0) }
    return (near.map { fits[$0].dx }.sorted()[near.count / 2], near.map { fits[$0].dy }.sorted()[near.count / 2])
  }

  /// The ink of all boxes, one patch after the other.
  func ink(of boxes: [FoundBox]) -> [Float] {
    let lighting = Lighting(position, marks: page.fiducials)
    var ink = [Float](repeating: 0, count: boxes.count * MarkPatch.count)
    for (index, box) in boxes.enumerated() {
      let light = lighting.at(box.line.box.centre)
      MarkPatch.sample(
        pixels, box.frame, box.fit, blackShare: light.black / light.white, into: &ink,
        at: index * MarkPatch.count)
    }
    return ink
  }

  /// Whether a name stands in a write-in row.
  private func name(_ box: FoundBox) -> WrittenName? {
    guard box.line.kind == .writeIn else { return nil }
    return NameField(pixels: pixels, position: position, page: page).read(box)
  }

  private func outline(_ box: FoundBox, _ reduction: Int) -> Quadrilateral {
    func corner(_ u: Float, _ v: Float) -> ImagePoint { box.frame.point(u, v).enlarged(reduction) }
    return Quadrilateral(
      topLeft: corner(box.fit.left, box.fit.top), topRight: corner(box.fit.right, box.fit.top),
      bottomRight: corner(box.fit.right, box.fit.bottom), bottomLeft: corner(box.fit.left, box.fit.bottom))
  }

  /// The page's corners in the whole picture.
  func outline(reduction: Int) -> Quadrilateral {
    func corner(_ x: Double, _ y: Double) -> ImagePoint {
      position.homography.project(x, y).enlarged(reduction)
    }
    return Quadrilateral(
      topLeft: corner(0, 0), topRight: corner(page.width, 0), bottomRight: corner(page.width, page.height),
      bottomLeft: corner(0, page.height))
  }
}

extension ImagePoint {
  /// The same place in the picture before it was reduced.
  func enlarged(_ reduction: Int) -> ImagePoint {
    let factor = Double(reduction)
    return ImagePoint(x: (x + 0.5) * factor - 0.5, y: (y + 0.5) * factor - 0.5)
  }
}
