internal import Ballot

/// A place in a box where a small mark is looked at again, cut out as large as a mark that fills its box.
///
/// The networks know marks that fill their boxes. Who draws into a large box as into a small one is read from a patch
/// round the mark alone, round which a frame is drawn as if a box of that size were printed there.
struct CloserLook {
  /// The box that is imagined round the mark.
  let fit: BoxFit
  /// The box that is printed there.
  private let printed: BoxFit

  /// Nil where the box may hold a part of the mark only, and where a blot shows no strokes however near.
  init?(_ structure: MarkStructure, in box: BoxFit) {
    guard !structure.isCut, structure.thickness < CloserLook.blot else { return nil }
    self.init(structure.extent, in: box)
  }

  /// Nil where the mark fills its box well enough.
  init?(_ extent: Extent, in box: BoxFit) {
    let (left, top) = (box.u(Float(extent.left)), box.v(Float(extent.top)))
    let (width, height) = (Float(extent.width) * box.step.u, Float(extent.height) * box.step.v)
    let high = max(max(width, height) / CloserLook.share, CloserLook.least)
    guard high < CloserLook.most * (box.bottom - box.top) else { return nil }
    let (u, v, wide) = (left + width / 2, top + height / 2, high * CloserLook.aspect)
    fit = BoxFit(
      left: u - wide / 2, right: u + wide / 2, top: v - high / 2, bottom: v + high / 2, strength: box.strength
    )
    printed = box
  }

  /// A breadth, as a part of the mark's larger side, that points of a resting pen have and signs have not.
  private static let blot: Float = 0.5
  /// The part of a box's height that a mark's larger side takes, as marks usually do.
  private static let share: Float = 0.8
  /// The smallest height that is imagined, millimetres: a point must stay a point.
  private static let least: Float = 5
  /// An imagined box that is hardly smaller than the printed one shows nothing new.
  private static let most: Float = 0.8
  /// Width by height, as of the smallest boxes that are printed.
  private static let aspect: Float = 9 / 7
  /// Millimetres from the printed frame within which its blurred line may lie.
  private static let rim: Float = 0.75

  /// The patch of the imagined box: nothing of the printed frame, and a frame of its own.
  func sample(_ pixels: PixelView, _ frame: LocalFrame, blackShare: Float) -> [Float] {
    var ink = [Float](repeating: 0, count: MarkPatch.count)
    MarkPatch.sample(pixels, frame, fit, blackShare: blackShare, into: &ink, at: 0)
    for cell in ink.indices {
      let (row, column) = cell.quotientAndRemainder(dividingBy: MarkPatch.width)
      if !isClean(column, row) { ink[cell] = 0 }
      ink[cell] = max(ink[cell], CloserLook.frame(column, row))
    }
    return ink
  }

  /// Whether a cell is far enough inside of the printed frame.
  private func isClean(_ column: Int, _ row: Int) -> Bool {
    let (u, v, rim) = (fit.u(Float(column) + 0.5), fit.v(Float(row) + 0.5), CloserLook.rim)
    return min(u - printed.left, printed.right - u, v - printed.top, printed.bottom - v) > rim
  }

  /// How dark the imagined frame is in a cell: a line, and a breath of it on both sides.
  private static func frame(_ column: Int, _ row: Int) -> Float {
    let (left, top) = MarkPatch.margin
    let across = (column - left, left + MarkPatch.box.w - 1 - column)
    let down = (row - top, top + MarkPatch.box.h - 1 - row)
    guard min(across.0, across.1, down.0, down.1) >= -1 else { return 0 }
    switch min(abs(across.0), abs(across.1), abs(down.0), abs(down.1)) {
    case 0: return 0.75
    case 1: return 0.15
    default: return 0
    }
  }
}
