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
    /// By how much the field for a name is shifted, in millimetres.
    let nameShift: (dx: Float, dy: Float)
  }

  /// Millimetres within which a box is looked for: by itself, where the sheet's warp has it, near its neighbours.
  ///
  /// Rows lie eleven millimetres apart or more, so a box's own search never reaches the next one.
  private static let range: (alone: Float, grown: Float, warped: Float, led: Float) = (4.2, 3, 1.8, 0.7)
  /// Millimetres off the warp within which a box agrees with it.
  private static let agreement: Float = 0.6

  /// Everything that was seen in one box, from which its reading follows.
  struct Examined {
    let box: FoundBox
    var guess: MarkClassifier.Guess
    let name: NameInk.Area?
    /// The patch of a closer look, where the mark is small in its box.
    var closer: [Float]?

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
    let seen = zip(boxes, guesses).map { Examined(box: $0, guess: $1, name: nameArea($0)) }
    return (seen.map(closer), ink)
  }

  /// The same box looked at more closely, where strokes are small in it and wholly inside.
  private func closer(_ seen: Examined) -> Examined {
    let isClearlyBlank = seen.guess.mark == .blank && seen.guess.doubts.isEmpty
    guard !isClearlyBlank, seen.box.fit.isFound, let structure = seen.guess.structure,
      let look = CloserLook(structure, in: seen.box.fit)
    else { return seen }
    let light = Lighting(position, marks: page.fiducials).at(seen.box.line.box.centre)
    let ink = look.sample(pixels, seen.box.frame, blackShare: light.black / light.white)
    let guesses = MarkClassifier.shared.classify(ink, count: 1)
    return Examined(
      box: seen.box, guess: guesses[0].beside(seen.guess), name: seen.name, closer: ink)
  }

  func line(_ examined: Examined, reduction: Int) -> ReadLine {
    ReadLine(
      id: examined.box.line.id, mark: examined.guess.mark, doubts: examined.doubts,
      confidence: examined.guess.confidence, name: examined.name?.field, box: outline(examined.box, reduction)
    )
  }

  /// All boxes of the page.
  ///
  /// Each box is looked for by itself, the smooth warp that most of them agree with is worked out, and each is looked
  /// for again where the warp and the boxes found before have it, from the corner marks inwards: there the paper is
  /// flat by definition. Whoever then strays from his neighbours is looked for once more among them.
  func found() -> [FoundBox] {
    let search = BoxSearch(pixels: pixels, page: page, position: position)
    let warp = warp(search)
    let expected = page.lines.map { warp.shift(at: $0.box.centre) }
    var fits: [BoxFit?] = page.lines.map { _ in nil }
    for index in search.inwards {
      let near = neighbourhood(index, fits, expected, 3)
      fits[index] = search.fit(index, near, PageReader.range.warped)
    }
    return page.lines.indices.map { index in
      let near = neighbourhood(index, fits, expected, 7)
      let isAtHome = fits[index].map { $0.isFound && $0.isNear(near, within: PageReader.agreement) }
      let fit = isAtHome == true ? fits[index] : nil
      return box(index, fit ?? search.fit(index, near, PageReader.range.led), search, warp)
    }
  }

  /// The warp that most boxes agree with.
  ///
  /// Boxes that lie farther off than any search by themselves dares to look are reached step by step from the corners.
  private func warp(_ search: BoxSearch) -> SheetWarp {
    let alone = page.lines.indices.map { search.fit($0, (0, 0), PageReader.range.alone) }
    let first = warp(through: alone)
    let agreeing = agreeing(alone, with: first)
    if agreeing * 5 >= page.lines.count * 4 { return first }
    var (fits, warp) = ([BoxFit?](repeating: nil, count: page.lines.count), warp(through: []))
    for (step, index) in search.inwards.enumerated() {
      let expected = warp.shift(at: page.lines[index].box.centre)
      fits[index] = search.fit(index, expected, PageReader.range.grown)
      if step % 3 == 2 { warp = self.warp(through: fits) }
    }
    warp = self.warp(through: fits)
    return self.agreeing(fits, with: warp) > agreeing ? warp : first
  }

  private func agreeing(_ fits: [BoxFit?], with warp: SheetWarp) -> Int {
    zip(page.lines, fits).count { line, fit in
      guard let fit, fit.isFound else { return false }
      return fit.isNear(warp.shift(at: line.box.centre), within: PageReader.agreement)
    }
  }

  private func warp(through fits: [BoxFit?]) -> SheetWarp {
    let shifts = zip(page.lines, fits).compactMap { line, fit -> SheetWarp.Shift? in
      guard let fit, fit.isFound else { return nil }
      return SheetWarp.Shift(place: line.box.centre, dx: Double(fit.dx), dy: Double(fit.dy))
    }
    let anchors = zip(page.fiducials, position.corners).compactMap { $1.misfit > 0 ? $0 : nil }
    return SheetWarp(shifts, anchors: anchors, page: page)
  }

  private func box(_ index: Int, _ fit: BoxFit, _ search: BoxSearch, _ warp: SheetWarp) -> FoundBox {
    let line = page.lines[index]
    let (here, there) = (warp.shift(at: line.box.centre), warp.shift(at: line.nameBox.centre))
    return FoundBox(
      line: line, frame: search.frames[index], fit: fit,
      nameShift: (fit.dx + there.dx - here.dx, fit.dy + there.dy - here.dy))
  }

  /// Where a box is to be expected: by the warp, and as far off it as the median of the nearest that were found.
  private func neighbourhood(
    _ index: Int, _ fits: [BoxFit?], _ expected: [(dx: Float, dy: Float)], _ count: Int
  ) -> (Float, Float) {
    let here = page.lines[index].box.centre
    let near = page.lines.indices.compactMap { other -> (distance: Double, dx: Float, dy: Float)? in
      guard let fit = fits[other], fit.isFound else { return nil }
      let there = page.lines[other].box.centre
      let distance = abs(there.x - here.x) + abs(there.y - here.y)
      return (distance, fit.dx - expected[other].dx, fit.dy - expected[other].dy)
    }.sorted { $0.distance < $1.distance }.prefix(count)
    guard !near.isEmpty else { return expected[index] }
    let (xs, ys) = (near.map(\.dx).sorted(), near.map(\.dy).sorted())
    return (expected[index].dx + xs[near.count / 2], expected[index].dy + ys[near.count / 2])
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
