internal import Ballot

/// How much ink lies in a mark box, by plain counting: a check on the network that anybody can follow.
struct InkAmount: Equatable, Sendable {
  /// Cells inside the frame that are darker than paper, if only as dark as a soft pencil.
  let inside: Int
  /// The mean of all cells inside the frame, 0…1.
  let mean: Float
  /// By how much the darkest 3 × 3 cells stand out from the paper round them, shade across the box left aside.
  let speck: Float
  /// How much neighbouring cells differ: the grain of the picture.
  let grain: Float

  /// Cells between the frame's outer edge and the part that is looked at.
  private static let rim = 2
  private static let left = MarkPatch.margin.x + rim
  private static let top = MarkPatch.margin.y + rim
  private static let width = MarkPatch.width - 2 * left
  private static let height = MarkPatch.height - 2 * top

  /// The cells that are looked at.
  static let area = (left: left, top: top, width: width, height: height)

  /// Ink that noise seldom reaches.
  private static let pale: Float = 0.12
  /// Differences above this are edges of strokes, not grain.
  private static let edge: Float = 0.06

  init(_ ink: [Float], at offset: Int) {
    var (inside, sum, difference) = (0, Float(0), Float(0))
    for row in 0..<InkAmount.height {
      let start = InkAmount.start(row, offset)
      for cell in start..<start + InkAmount.width {
        if ink[cell] > InkAmount.pale { inside += 1 }
        sum += ink[cell]
      }
      for cell in start + 2..<start + InkAmount.width {
        difference += min(abs(ink[cell] - ink[cell - 2]), InkAmount.edge)
      }
    }
    let count = Float(InkAmount.width * InkAmount.height)
    self.inside = inside
    mean = sum / count
    grain = difference / Float((InkAmount.width - 2) * InkAmount.height)
    speck = InkAmount.speck(ink, offset, mean: sum / count)
  }

  private static func start(_ row: Int, _ offset: Int) -> Int {
    offset + (row + top) * MarkPatch.width + left
  }

  /// The darkest 3 × 3 cells above the plane that fits all cells best.
  private static func speck(_ ink: [Float], _ offset: Int, mean: Float) -> Float {
    let (across, down) = slope(ink, offset)
    let (middleX, middleY) = (Float(width - 1) / 2, Float(height - 1) / 2)
    var most: Float = 0
    for row in 1..<height - 1 {
      let start = start(row, offset)
      for column in 1..<width - 1 {
        var nine: Float = 0
        for line in -1...1 {
          let at = start + column + line * MarkPatch.width
          nine += ink[at - 1] + ink[at] + ink[at + 1]
        }
        let paper = mean + across * (Float(column) - middleX) + down * (Float(row) - middleY)
        most = max(most, nine / 9 - paper)
      }
    }
    return most
  }

  /// By how much ink grows from cell to cell, across and down: least squares over the rectangle.
  private static func slope(_ ink: [Float], _ offset: Int) -> (across: Float, down: Float) {
    let (middleX, middleY) = (Float(width - 1) / 2, Float(height - 1) / 2)
    var (across, down) = (Float(0), Float(0))
    for row in 0..<height {
      let start = start(row, offset)
      var line: Float = 0
      for column in 0..<width {
        line += ink[start + column]
        across += ink[start + column] * (Float(column) - middleX)
      }
      down += line * (Float(row) - middleY)
    }
    let (w, h) = (Float(width), Float(height))
    return (across * 12 / (h * w * (w * w - 1)), down * 12 / (w * h * (h * h - 1)))
  }

  /// What stands out this much from paper without any grain is more than dirt.
  private static let speckLimit: Float = 0.05
  /// Strokes have edges, which must not pass for the grain of a bad picture.
  private static let mostGrain: Float = 0.02

  /// Whether the count allows a mark: a blank box holds nothing, a sign holds more than a speck.
  func agrees(with mark: Mark) -> Bool {
    switch mark {
    case .blank: speck < InkAmount.speckLimit + 3 * min(grain, InkAmount.mostGrain) && mean < 0.25
    case .for, .against, .other: inside >= 12 && speck > InkAmount.speckLimit
    }
  }
}
