import Foundation

/// A seeded source of chance: the same seed gives the same throws on every machine.
///
/// xoshiro256** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2018), its state
/// filled by SplitMix64. The standard library's distributions are not used, because their algorithms may
/// change with the compiler.
package struct Dice: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var mixer = seed
    func next() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var z = mixer
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    let scrambled = state.1 &* 5
    let result = (scrambled << 7 | scrambled >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// A number in 0..<1.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number within bounds, all equally likely.
  package mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A whole number within bounds, all equally likely.
  package mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.upperBound - range.lowerBound + 1))
  }

  /// Whether something of this probability happens.
  package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// A number of the normal distribution with mean 0 (Box and Muller, 1958).
  package mutating func gaussian(_ deviation: Double = 1) -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * .pi * unit()) * deviation
  }

  /// One of the given values; the weights say how likely each is.
  package mutating func pick<Value>(_ values: [(Value, Double)], otherwise: Value) -> Value {
    var left = unit() * values.reduce(0) { $0 + $1.1 }
    for (value, weight) in values {
      left -= weight
      if left < 0 { return value }
    }
    return otherwise
  }

  /// A die of its own for one part of the picture, so that parts do not disturb each other.
  package mutating func fork() -> Dice { Dice(seed: next()) }
}
