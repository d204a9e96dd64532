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
  private static let range: (free: Float, led: Float) = (1.8, 0.7)

  /// Everything that was seen in one box, from which its reading follows.
  struct Examined {
    let box: FoundBox
    let guess: MarkClassifier.Guess
    let name: NameInk.Area?

    var doubts: [Doubt] {
      guess.doubts + (box.fit.isFound ? [] : [.frameNotFound])
        + (name?.isDoubtful == true ? [.nameUnclear] : [])
    }
  }

  /// Finds, cuts out and classifies all boxes; `ink` holds a patch for each of them.
  ///
  /// - Throws: `Rejection.boxesHidden` when more than a quarter of the boxes cannot be seen, or any box of a sheet one
  ///   corner of which is covered or torn off.
  func examine() throws(Rejection) -> (boxes: [Examined], ink: [Float]) {
    let boxes = found()
    let hidden = boxes.count { !$0.fit.isFound }
    guard hidden * 4 <= (position.isWhole ? boxes.count : 0) else {
      throw .boxesHidden(count: hidden, of: boxes.count)
    }
    let ink = ink(of: boxes)
    let guesses = MarkClassifier.shared.classify(ink, count: boxes.count)
    return (zip(boxes, guesses).map { Examined(box: $0, guess: $1, name: nameArea($0)) }, ink)
  }

  func line(_ examined: Examined, reduction: Int) -> ReadLine {
    ReadLine(
      id: examined.box.line.id, mark: examined.guess.mark, doubts: examined.doubts,
      confidence: examined.guess.confidence, name: examined.name?.field, box: outline(examined.box, reduction)
    )
  }

  /// All boxes of the page.
  ///
  /// The paper is flat at its corner marks, so boxes are looked for from the corners inwards, each where those
  /// found before let expect it; a bend may thus take a box farther away than any search would dare to look.
  /// Whoever strays from his neighbours is then looked for again among them.
  func found() -> [FoundBox] {
    let lines = page.lines
    let search = BoxSearch(pixels: pixels, page: page, position: position)
    var fits: [BoxFit?] = lines.map { _ in nil }
    for index in search.inwards {
      let (dx, dy) = neighbourhood(index, lines, fits, 3)
      fits[index] = search.fit(index, (dx, dy), PageReader.range.free)
    }
    return lines.indices.map { index in
      let (dx, dy) = neighbourhood(index, lines, fits, 7)
      let fit = fits[index]
      if let fit, fit.isFound, abs(fit.dx - dx) < 0.6, abs(fit.dy - dy) < 0.6 {
        return FoundBox(line: lines[index], frame: search.frames[index], fit: fit)
      }
      let led = search.fit(index, (dx, dy), PageReader.range.led)
      return FoundBox(line: lines[index], frame: search.frames[index], fit: led)
    }
  }

  /// The median displacement of so many of the nearest boxes that were found.
  private func neighbourhood(
    _ index: Int, _ lines: [BallotLine], _ fits: [BoxFit?], _ count: Int
  ) -> (Float, Float) {
    let here = lines[index].box.centre
    let near = lines.indices.compactMap { other -> (distance: Double, fit: BoxFit)? in
      guard let fit = fits[other], fit.isFound else { return nil }
      let there = lines[other].box.centre
      return (abs(there.x - here.x) + abs(there.y - here.y), fit)
    }.sorted { $0.distance < $1.distance }.prefix(count)
    guard !near.isEmpty else { return (0, 0) }
    let (xs, ys) = (near.map(\.fit.dx).sorted(), near.map(\.fit.dy).sorted())
    return (xs[near.count / 2], ys[near.count / 2])
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

  /// The ink in the field of a write-in row; nil for a printed name.
  private func nameArea(_ box: FoundBox) -> NameInk.Area? {
    guard box.line.kind == .writeIn else { return nil }
    return NameInk(pixels: pixels, position: position, page: page).area(box)
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
