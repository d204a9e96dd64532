/// A seeded random generator (SplitMix64) with made-up names.
struct PracticeDice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗高林")
  private static let givens = Array("伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰红梅文辉建国")

  mutating func name() -> String {
    var name = String(Self.surnames.randomElement(using: &self) ?? "王")
    for _ in 0..<Int.random(in: 1...2, using: &self) {
      name.append(Self.givens.randomElement(using: &self) ?? "明")
    }
    return name
  }

  /// Random bytes as hex digits.
  mutating func hex(_ count: Int) -> String {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }.map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
