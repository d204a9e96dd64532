import Testing

@testable import Scanner

/// When a sheet is there: lists of looks in, what to do out.
@Suite("The watch for sheets")
struct SheetWatchTests {
  /// An empty table, hands at work (other every time), and sheets that differ in a few fields.
  private static let table = SceneLook.of(shade: 110)
  private static func hands(_ turn: Int) -> SceneLook { .of(shade: 110, patch: (turn % 7 * 400, 700, 60)) }
  private static func sheet(_ number: Int) -> SceneLook {
    .of(shade: 110, patch: (500, 2000, 220), detail: number * 37, marks: true)
  }

  /// What a list of looks leads to: `true` where a picture is taken.
  private func taken(
    _ looks: [SceneLook], startsOccupied: Bool = false, held: Set<Int> = []
  ) -> [Int] {
    var watch = SheetWatch(startsOccupied: startsOccupied)
    return looks.indices.filter { watch.step(looks[$0], isHeld: held.contains($0)) == .take }
  }

  private func lying(_ look: SceneLook, _ frames: Int) -> [SceneLook] {
    Array(repeating: look, count: frames)
  }

  private func moving(_ frames: Int) -> [SceneLook] { (0..<frames).map(Self.hands) }

  @Test("Laid down, hands off, still: one picture, however long it lies")
  func once() {
    let looks = lying(Self.table, 6) + moving(6) + lying(Self.sheet(1), 200)
    #expect(taken(looks).count == 1)
    #expect(taken(looks).first.map { $0 >= 12 + 4 } == true)
  }

  @Test("Taken away and another laid down: one picture each", arguments: [4, 30])
  func oneAfterTheOther(pause: Int) {
    let one = { (number: Int) in
      self.lying(Self.sheet(number), 30) + self.moving(5) + self.lying(Self.table, pause)
    }
    #expect(taken((1...5).flatMap(one)).count == 5)
  }

  @Test("The next one comes with hands in sight all the time")
  func busyHands() {
    let looks = lying(Self.sheet(1), 20) + moving(10) + lying(Self.sheet(2), 20)
    #expect(taken(looks).count == 2)
  }

  @Test("Hands over the sheet, then the very same sheet: no second picture")
  func handsOver() {
    var looks = lying(Self.sheet(1), 20)
    // A hand in front of it, with a mark in sight; then one that hides every mark.
    looks += (0..<12).map { .of(shade: 110, patch: ($0 % 5 * 300, 900, 60), detail: 5, marks: true) }
    looks += lying(Self.sheet(1), 20) + moving(12) + lying(Self.sheet(1), 20)
    #expect(taken(looks).count == 1)
  }

  @Test("A sheet that was lifted and laid down again after the table was seen empty counts as laid anew")
  func lifted() {
    let looks = lying(Self.sheet(1), 20) + lying(Self.table, 6) + lying(Self.sheet(1), 20)
    #expect(taken(looks).count == 2)
  }

  @Test("While it moves, is blurred or dark, nothing is taken, and it says why")
  func notYet() {
    var watch = SheetWatch(startsOccupied: false)
    #expect(watch.step(Self.table) == .wait(.handsOff))
    for turn in 0..<20 {
      let look = SceneLook.of(shade: 110, patch: (turn % 7 * 300, 900, 60), marks: true)
      #expect(watch.step(look) == .wait(.handsOff))
    }
    let blurred = SceneLook.of(shade: 110, patch: (500, 2000, 220), marks: true, blurred: true)
    #expect((0..<20).map { _ in watch.step(blurred) }.last == .wait(.blurred))
    let dark = SceneLook.of(shade: 12, patch: (500, 2000, 30), marks: true)
    #expect((0..<20).map { _ in watch.step(dark) }.last == .wait(.tooDark))
  }

  @Test("Paper without marks is spoken of; an empty table asks for a sheet")
  func noMarks() {
    var watch = SheetWatch(startsOccupied: false)
    #expect(lying(Self.table, 10).map { watch.step($0) }.last == .wait(.laySheet))
    let back = SceneLook.of(shade: 110, patch: (500, 2000, 220))
    #expect(lying(back, 40).map { watch.step($0) }.last == .wait(.noMarks))
  }

  @Test("What lay there from the beginning has to go first")
  func startsOccupied() {
    let looks = lying(Self.sheet(1), 30)
    #expect(taken(looks, startsOccupied: true).isEmpty)
    #expect(taken(looks + lying(Self.table, 6) + looks, startsOccupied: true).count == 1)
  }

  @Test("While nobody wants one, a sheet waits; it is taken as soon as somebody does")
  func held() {
    let looks = lying(Self.table, 5) + lying(Self.sheet(1), 40)
    #expect(taken(looks, held: Set(0..<30)) == [30])
  }

  @Test(
    "A sheet that was not read may be pushed straight without being lifted; lying still it is not tried again"
  )
  func refused() {
    var watch = SheetWatch(startsOccupied: false)
    var steps = lying(Self.sheet(1), 20).map { watch.step($0) }
    watch.refuse()
    steps += lying(Self.sheet(1), 20).map { watch.step($0) }
    #expect(steps.count { $0 == .take } == 1 && steps.last == .wait(.layAnew))
    let moved = SceneLook.of(shade: 110, patch: (900, 2000, 220), marks: true)
    #expect(lying(moved, 20).map { watch.step($0) }.count { $0 == .take } == 1)
  }

  @Test("Noise and a slowly changing light are no motion", arguments: 1...4)
  func noise(seed: Int) {
    var state = UInt64(seed)
    let looks = (0..<60).map { frame in Self.sheet(1).noisy(&state, light: frame / 6) }
    #expect(taken(looks).count == 1)
  }
}

extension SceneLook {
  /// A made-up look: a shade, a run of fields of another shade, and a few fields that tell sheets apart.
  static func of(
    shade: UInt8, patch: (start: Int, count: Int, shade: UInt8)? = nil, detail: Int = 0, marks: Bool = false,
    blurred: Bool = false
  ) -> SceneLook {
    var fields = [UInt8](repeating: shade, count: columns * rows)
    if let patch {
      for field in patch.start..<min(patch.start + patch.count, fields.count) { fields[field] = patch.shade }
      for field in 0..<40 where detail > 0 { fields[patch.start + (detail + field * 11) % patch.count] = 90 }
    }
    return SceneLook(fields: fields, showsMarks: marks, isBlurred: blurred)
  }

  fileprivate func noisy(_ state: inout UInt64, light: Int) -> SceneLook {
    let fields = fields.map { field in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(min(max(Int(field) + light + Int(state >> 60) % 7 - 3, 0), 255))
    }
    return SceneLook(fields: fields, showsMarks: showsMarks, isBlurred: isBlurred)
  }
}
