/// A layer in which every output depends on every input.
struct FullLayer: Sendable {
  private let inputs: Int
  private let outputs: Int
  private let weights: [SIMD8<Float>]
  private let bias: [SIMD8<Float>]

  init(inputs: Int, outputs: Int, from stream: inout WeightStream) {
    self.inputs = inputs
    self.outputs = outputs
    (weights, bias) = stream.layer(inputs: inputs, outputs: outputs)
  }

  /// Computes the layer; `rectified` keeps what is positive.
  func apply(_ input: [Float], to output: inout [Float], rectified: Bool) {
    for block in bias.indices {
      var even = bias[block]
      var odd = SIMD8<Float>(repeating: 0)
      for index in stride(from: 0, to: inputs, by: 2) {
        even += weights[block * inputs + index] * input[index]
        odd += weights[block * inputs + index + 1] * input[index + 1]
      }
      even += odd
      if rectified { even.replace(with: 0, where: even .< 0) }
      for lane in 0..<8 { output[block * 8 + lane] = even[lane] }
    }
  }
}
