internal import Glibc

/// A small convolutional network that tells marks apart: three strided convolutions and two full layers.
///
/// Its shape is that of `Net` in Training/train.py.
struct Network: Sendable {
  /// One value a class; the three spare ones are zero.
  typealias Scores = SIMD8<Float>
  static let classes = 5

  /// Outputs of the three convolutions and of the hidden full layer.
  private let widths: [Int]
  private let first: Convolution
  private let second: Convolution
  private let third: Convolution
  private let hidden: FullLayer
  private let last: FullLayer

  /// A network of these widths, all multiples of eight.
  init(_ widths: [Int], _ weights: inout WeightStream) {
    self.widths = widths
    first = Convolution(
      kernel: 5, inputs: 1, outputs: widths[0], columns: MarkPatch.width, rows: MarkPatch.height,
      from: &weights)
    second = Convolution(
      kernel: 3, inputs: widths[0], outputs: widths[1], columns: 20, rows: 16, from: &weights)
    third = Convolution(
      kernel: 3, inputs: widths[1], outputs: widths[2], columns: 10, rows: 8, from: &weights)
    hidden = FullLayer(inputs: 5 * 4 * widths[2], outputs: widths[3], from: &weights)
    last = FullLayer(inputs: widths[3], outputs: Network.classes, from: &weights)
  }

  /// Memory for one patch on its way through a network: a layer's input lies in it with a border of zeros.
  struct Workspace {
    fileprivate var image = [Float](repeating: 0, count: 44 * 36)
    fileprivate var first: [Float]
    fileprivate var second: [Float]
    fileprivate var third: [Float]
    fileprivate var hidden: [Float]
    fileprivate var last = [Float](repeating: 0, count: 8)

    init(_ network: Network) {
      first = [Float](repeating: 0, count: 22 * 18 * network.widths[0])
      second = [Float](repeating: 0, count: 12 * 10 * network.widths[1])
      third = [Float](repeating: 0, count: 5 * 4 * network.widths[2])
      hidden = [Float](repeating: 0, count: network.widths[3])
    }
  }

  /// How likely each class is for the patch at an offset.
  func classify(_ ink: [Float], at offset: Int, in space: inout Workspace) -> Scores {
    for row in 0..<MarkPatch.height {
      for column in 0..<MarkPatch.width {
        space.image[(row + 2) * 44 + column + 2] = ink[offset + row * MarkPatch.width + column]
      }
    }
    first.apply(space.image, to: &space.first, border: 1)
    second.apply(space.first, to: &space.second, border: 1)
    third.apply(space.second, to: &space.third, border: 0)
    hidden.apply(space.third, to: &space.hidden, rectified: true)
    last.apply(space.hidden, to: &space.last, rectified: false)
    return Network.softmax(space.last)
  }

  private static func softmax(_ values: [Float]) -> Scores {
    let most = values[..<classes].max() ?? 0
    var scores = Scores(repeating: 0)
    for index in 0..<classes { scores[index] = exp(values[index] - most) }
    return scores / scores.sum()
  }
}
