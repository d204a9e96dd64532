internal import Ballot

/// Everything needed to look for any box of a page.
struct BoxSearch {
  /// The neighbourhood of each box, by the index of its line.
  let frames: [LocalFrame]
  /// The lines from the corner marks inwards.
  let inwards: [Int]
  private let finder: BoxFinder
  private let sizes: [(w: Float, h: Float)]
  private let contrasts: [Float]

  init(pixels: PixelView, page: BallotPage, position: SheetPosition) {
    let boxes = page.lines.map(\.box)
    let lighting = Lighting(position, marks: page.fiducials)
    finder = BoxFinder(pixels: pixels)
    frames = boxes.map { LocalFrame(position.homography, at: $0.centre) }
    sizes = boxes.map { (Float($0.w), Float($0.h)) }
    contrasts = boxes.map { box in
      let light = lighting.at(box.centre)
      return light.white - light.black
    }
    let distances = boxes.map { box in
      page.fiducials.map { abs($0.x - box.centre.x) + abs($0.y - box.centre.y) }.min() ?? 0
    }
    inwards = boxes.indices.sorted { distances[$0] < distances[$1] }
  }

  /// Looks for a line's box at most `range` millimetres from a displacement.
  func fit(_ index: Int, _ expected: (dx: Float, dy: Float), _ range: Float) -> BoxFit {
    finder.fit(sizes[index], frames[index], expected: expected, range: range, contrast: contrasts[index])
  }
}
