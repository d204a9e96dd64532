/// Tells when a sheet lies ready under the camera, so that each is taken once.
///
/// A sheet is laid down, hands leave, it lies still and sharp: take it. It may lie as long as it likes; only when the
/// table has been seen without it does the next one count. Pure: looks go in, what to do comes out.
package struct SheetWatch: Sendable {
  /// What to do after a frame.
  package enum Step: Equatable, Sendable {
    case wait(Hint)
    case take
  }

  /// Why nothing is taken yet, for the person at the table.
  package enum Hint: Equatable, Sendable {
    case laySheet
    case handsOff
    case holdStill
    case blurred
    case tooDark
    /// Something lies there, and no mark of a ballot is seen on it.
    case noMarks
    /// This one was taken; away with it before the next comes.
    case takeAway
    /// This one was taken and not read: lay it better.
    case layAnew
  }

  private enum State: Equatable {
    /// What lies there was taken before, or was there from the beginning.
    case occupied
    /// It was taken and not read, and has not moved since.
    case refused
    /// Nothing lies there, or something that was not taken.
    case open
  }

  private var state: State
  private var last: SceneLook?
  private var taken: SceneLook?
  /// The table when it was last seen empty and still.
  private var empty: SceneLook?
  private var stillFrames = 0
  private var framesWithout = 0
  /// The table was never seen at rest without the sheet: it may be the same one.
  private var mayBeSame = false

  /// - Parameter startsOccupied: what lies there at the beginning was perhaps taken before, so it has to go first.
  package init(startsOccupied: Bool) { state = startsOccupied ? .occupied : .open }

  /// A sheet lies ready after so many frames without motion.
  private static let patience = 4
  /// A table at rest without marks is empty after so many frames; one with moving hands after so many.
  private static let restingFrames = 3
  private static let movingFrames = 8
  /// Paper without marks is spoken of after so many frames.
  private static let longStill = 20
  private static let darkness = 45

  /// Takes one frame in.
  ///
  /// While it `isHeld` nobody wants a sheet; what happens on the table is followed all the same.
  package mutating func step(_ look: SceneLook, isHeld: Bool = false) -> Step {
    let isStill = last.map { look.change(from: $0) <= SceneLook.stillness } ?? false
    last = look
    stillFrames = isStill ? stillFrames + 1 : 0
    framesWithout = look.showsMarks ? 0 : framesWithout + 1
    switch state {
    case .occupied: return leave(look)
    case .refused:
      if let taken, look.change(from: taken) > SceneLook.stillness, !isStill { state = .open }
      return .wait(.layAnew)
    case .open: return approach(look, isHeld)
    }
  }

  /// The picture that was taken was not read: the same sheet may be laid again without being lifted first.
  package mutating func refuse() {
    if state == .occupied, taken != nil { state = .refused }
  }

  private mutating func leave(_ look: SceneLook) -> Step {
    let isAtRest = framesWithout >= SheetWatch.restingFrames && stillFrames >= SheetWatch.restingFrames
    guard isAtRest || framesWithout >= SheetWatch.movingFrames else { return .wait(.takeAway) }
    state = .open
    mayBeSame = !isAtRest && taken != nil
    return approach(look, true)
  }

  private mutating func approach(_ look: SceneLook, _ isHeld: Bool) -> Step {
    guard look.showsMarks else { return .wait(withoutMarks(look)) }
    guard look.brightness >= SheetWatch.darkness else { return .wait(.tooDark) }
    guard stillFrames > 0 else { return .wait(.handsOff) }
    guard stillFrames >= SheetWatch.patience else { return .wait(.holdStill) }
    guard !look.isBlurred else { return .wait(.blurred) }
    if mayBeSame, let taken, look.change(from: taken, beyond: 8) <= SceneLook.stillness {
      (state, mayBeSame) = (.occupied, false)
      return .wait(.takeAway)
    }
    guard !isHeld else { return .wait(.holdStill) }
    (state, taken, mayBeSame) = (.occupied, look, false)
    return .take
  }

  /// What to say of a table on which no mark is seen.
  private mutating func withoutMarks(_ look: SceneLook) -> Hint {
    guard stillFrames >= SheetWatch.restingFrames else { return .handsOff }
    mayBeSame = false
    if look.brightness < SheetWatch.darkness { return .tooDark }
    guard let empty else {
      self.empty = look
      return .laySheet
    }
    guard look.change(from: empty) > SheetWatch.paperSize else {
      self.empty = look
      return .laySheet
    }
    return stillFrames >= SheetWatch.longStill ? .noMarks : .holdStill
  }

  /// Fields in a thousand that a sheet of paper covers at least.
  private static let paperSize = 60
}
