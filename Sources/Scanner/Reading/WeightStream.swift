/// Trained weights, read layer by layer in the order in which Training/export.py wrote them.
struct WeightStream {
  private let bytes: [UInt8]
  private var position = 0

  init(base64: StaticString) {
    bytes = base64.withUTF8Buffer { unsafe WeightStream.decode($0) }
  }

  /// A layer's scales and biases (one an output) and its weights of eight bits, as floats in blocks of eight
  /// outputs.
  mutating func layer(inputs: Int, outputs: Int) -> (weights: [SIMD8<Float>], bias: [SIMD8<Float>]) {
    let scales = (0..<outputs).map { _ in float() }
    let biases = (0..<outputs).map { _ in float() }
    let blocks = (outputs + 7) / 8
    var weights = [SIMD8<Float>](repeating: .zero, count: blocks * inputs)
    var bias = [SIMD8<Float>](repeating: .zero, count: blocks)
    for output in 0..<outputs { bias[output / 8][output % 8] = biases[output] }
    for input in 0..<inputs {
      for output in 0..<outputs {
        let value = Float(Int8(bitPattern: bytes[position])) * scales[output]
        weights[output / 8 * inputs + input][output % 8] = value
        position += 1
      }
    }
    return (weights, bias)
  }

  private mutating func float() -> Float {
    var bits: UInt32 = 0
    for index in 0..<4 { bits |= UInt32(bytes[position + index]) << UInt32(8 * index) }
    position += 4
    return Float(bitPattern: bits)
  }

  /// RFC 4648, section 4.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var values = [UInt8](repeating: 64, count: 256)
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, digit) in digits.utf8.enumerated() { values[Int(digit)] = UInt8(value) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var (bits, held) = (UInt32(0), 0)
    for index in 0..<text.count {
      let value = unsafe values[Int(text[index])]
      guard value < 64 else { continue }
      bits = bits << 6 | UInt32(value)
      held += 6
      guard held >= 8 else { continue }
      held -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
    }
    return bytes
  }
}
