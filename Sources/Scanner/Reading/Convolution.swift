/// A convolution that moves two cells at a time and keeps what is positive.
///
/// Channels lie last in memory, so that under one row of the kernel all inputs are neighbours. Eight outputs are
/// computed at a time, for five places at once, so that every weight is loaded once for the five.
struct Convolution: Sendable {
  private static let places = 5

  private let taps: Int
  private let kernel: Int
  private let inputs: Int
  private let outputs: Int
  private let columns: Int
  private let rows: Int
  /// By block of eight outputs, then by tap.
  private let weights: [SIMD8<Float>]
  private let bias: [SIMD8<Float>]

  /// A layer for an input of so many columns and rows without its border.
  init(kernel: Int, inputs: Int, outputs: Int, columns: Int, rows: Int, from stream: inout WeightStream) {
    self.kernel = kernel
    self.inputs = inputs
    self.outputs = outputs
    self.columns = columns
    self.rows = rows
    taps = kernel * kernel * inputs
    (weights, bias) = stream.layer(inputs: taps, outputs: outputs)
    precondition(outputs % 8 == 0 && columns % (2 * Convolution.places) == 0)
  }

  /// Computes the layer; the output gets a border of so many zeros, which must be there already.
  func apply(_ input: [Float], to output: inout [Float], border: Int) {
    let width = (columns + kernel - 1) * inputs
    let outWidth = (columns / 2 + 2 * border) * outputs
    precondition(input.count >= width * (rows + kernel - 1))
    precondition(output.count >= outWidth * (rows / 2 + 2 * border))
    unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        for block in 0..<outputs / 8 {
          for row in 0..<rows / 2 {
            for column in stride(from: 0, to: columns / 2, by: Convolution.places) {
              let to = (row + border) * outWidth + (column + border) * outputs + block * 8
              unsafe five(block, input, row * 2 * width + column * 2 * inputs, width, output, to)
            }
          }
        }
      }
    }
  }

  /// Eight outputs at five neighbouring places.
  @inline(__always)
  private func five(
    _ block: Int, _ input: UnsafeBufferPointer<Float>, _ from: Int, _ width: Int,
    _ output: UnsafeMutableBufferPointer<Float>, _ to: Int
  ) {
    let step = 2 * inputs
    let run = kernel * inputs
    var (a, b, c, d, e) = (bias[block], bias[block], bias[block], bias[block], bias[block])
    unsafe weights.withUnsafeBufferPointer { weights in
      for line in 0..<kernel {
        let weight = unsafe weights.baseAddress.unsafelyUnwrapped + block * taps + line * run
        let start = unsafe input.baseAddress.unsafelyUnwrapped + from + line * width
        for tap in 0..<run {
          let w = unsafe weight[tap]
          unsafe a += w * start[tap]
          unsafe b += w * start[tap + step]
          unsafe c += w * start[tap + 2 * step]
          unsafe d += w * start[tap + 3 * step]
          unsafe e += w * start[tap + 4 * step]
        }
      }
    }
    unsafe Convolution.store(a, output, to)
    unsafe Convolution.store(b, output, to + outputs)
    unsafe Convolution.store(c, output, to + 2 * outputs)
    unsafe Convolution.store(d, output, to + 3 * outputs)
    unsafe Convolution.store(e, output, to + 4 * outputs)
  }

  @inline(__always)
  private static func store(_ value: SIMD8<Float>, _ output: UnsafeMutableBufferPointer<Float>, _ to: Int) {
    let positive = value.replacing(with: 0, where: value .< 0)
    unsafe UnsafeMutableRawPointer(output.baseAddress.unsafelyUnwrapped + to).storeBytes(
      of: positive, as: SIMD8<Float>.self)
  }
}
