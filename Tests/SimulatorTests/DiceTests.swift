import Simulator
import Testing

@Suite("Dice")
struct DiceTests {
  @Test("The published first values of SplitMix64-seeded xoshiro256**")
  func published() {
    // From the authors' C code, seed 0 and seed 42.
    var zero = Dice(seed: 0)
    #expect(
      [zero.next(), zero.next(), zero.next()] == [
        0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0,
      ])
    var other = Dice(seed: 42)
    #expect(other.next() == 0x1578_0B2E_0C2E_C716)
  }

  @Test("Throws stay within their bounds", arguments: [1, 2, 3] as [UInt64])
  func bounds(seed: UInt64) {
    var dice = Dice(seed: seed)
    var seen: Set<Int> = []
    for _ in 0..<2000 {
      #expect((2.5...3.5).contains(dice.uniform(2.5...3.5)))
      seen.insert(dice.integer(-1...1))
    }
    #expect(seen == [-1, 0, 1])
  }

  @Test("The normal numbers have mean 0 and deviation 1")
  func normal() {
    var dice = Dice(seed: 7)
    let values = (0..<20_000).map { _ in dice.gaussian() }
    let mean = values.reduce(0, +) / 20_000
    let square = values.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(square - 1) < 0.05)
  }

  @Test("Weights decide what is picked")
  func weights() {
    var dice = Dice(seed: 3)
    let picks = (0..<1000).map { _ in
      dice.pick([("often", 9.0), ("seldom", 1), ("never", 0)], otherwise: "none")
    }
    #expect(picks.count { $0 == "often" } > 850)
    #expect(picks.contains("seldom"))
    #expect(!picks.contains("never") && !picks.contains("none"))
  }
}
