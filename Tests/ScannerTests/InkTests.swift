import Ballot
import Testing

@testable import Scanner

@Suite("Counting ink")
struct InkTests {
  /// What a patch shows.
  enum Picture: CaseIterable {
    case clean, shaded, slanting, grainy, dot, paleLine, filled

    static let blank: [Picture] = [.clean, .shaded, .slanting, .grainy]
    static let inked: [Picture] = [.dot, .paleLine, .filled]

    var ink: [Float] {
      var state: UInt32 = 7
      return patch { x, y in
        switch self {
        case .clean: return 0
        case .shaded: return Float(x) / 200
        case .slanting: return Float(x + 2 * y) / 600
        case .grainy:
          state = state &* 1_664_525 &+ 1_013_904_223
          return state >> 31 == 0 ? 0.04 : 0
        case .dot: return (20...21).contains(x) && (15...16).contains(y) ? 0.5 : 0
        case .paleLine: return abs(x - y - 4) < 2 ? 0.18 : 0
        case .filled: return 0.8
        }
      }
    }
  }

  /// A patch of paper on which a closure puts ink; the frame is black.
  private static func patch(_ ink: (Int, Int) -> Float) -> [Float] {
    let (left, top) = MarkPatch.margin
    return (0..<MarkPatch.count).map { cell in
      let (x, y) = (cell % MarkPatch.width, cell / MarkPatch.width)
      let column = x == left || x == left + MarkPatch.box.w - 1
      let row = y == top || y == top + MarkPatch.box.h - 1
      return column || row ? 1 : ink(x, y)
    }
  }

  @Test("Clean, shaded and grainy paper is blank and no sign", arguments: Picture.blank)
  func blank(picture: Picture) {
    let amount = InkAmount(picture.ink, at: 0)
    #expect(amount.agrees(with: .blank), "\(amount)")
    #expect(!amount.agrees(with: .against), "\(amount)")
  }

  @Test("A dot, a pale line and a filled box are not blank", arguments: Picture.inked)
  func inked(picture: Picture) {
    let amount = InkAmount(picture.ink, at: 0)
    #expect(!amount.agrees(with: .blank), "\(amount)")
  }

  @Test("Ink is counted at an offset too")
  func offset() {
    let two = InkTests.patch { _, _ in 0 } + InkTests.patch { x, y in x == y ? 0.9 : 0 }
    #expect(InkAmount(two, at: 0).inside == 0)
    #expect(InkAmount(two, at: MarkPatch.count).inside == 19)
  }

  @Test(
    "A name field is empty, written, or between the two",
    arguments: [
      (0, 0, NameField.empty, false), (0.5, 2, .empty, true), (3, 6, .written, true),
      (9, 20, .written, false),
    ]
      as [(Float, Float, NameField, Bool)])
  func names(strong: Float, pale: Float, field: NameField, isDoubtful: Bool) {
    let area = NameInk.Area(strong: strong, pale: pale)
    #expect(area.field == field)
    #expect(area.isDoubtful == isDoubtful)
  }
}

@Suite("Judging marks")
struct JudgingTests {
  private static let inked = InkAmount(
    (0..<MarkPatch.count).map { $0 % MarkPatch.width == 20 ? 0.9 : 0 }, at: 0)
  private static let clean = InkAmount([Float](repeating: 0, count: MarkPatch.count), at: 0)

  /// Scores in the order circle, cross, check, blank, other.
  private static func scores(_ values: [Float]) -> Network.Scores {
    var scores = Network.Scores(repeating: 0)
    for (index, value) in values.enumerated() { scores[index] = value }
    return scores
  }

  /// Judges scores; the strokes are those of a ○ where nothing else is said.
  private static func judge(
    _ scores: [Network.Scores], _ ink: InkAmount, crossEvidence: Float = -9, thickness: Float = 0.1,
    feet: Int = 0
  ) -> MarkClassifier.Guess {
    MarkClassifier.judge(scores, ink, crossEvidence: crossEvidence, thickness: thickness, feet: feet)
  }

  @Test("○ and √ both count as for")
  func forms() {
    let guess = JudgingTests.judge([JudgingTests.scores([0.5, 0, 0.5, 0, 0])], JudgingTests.inked)
    #expect(guess.mark == .for && guess.certainty == .clear)
  }

  @Test("One network that doubts is enough for doubt")
  func unanimous() {
    let (sure, unsure) = (JudgingTests.scores([0, 1, 0, 0, 0]), JudgingTests.scores([0.6, 0.4, 0, 0, 0]))
    #expect(JudgingTests.judge([sure, sure], JudgingTests.inked, crossEvidence: 9).certainty == .clear)
    let guess = JudgingTests.judge([sure, unsure], JudgingTests.inked, crossEvidence: 9)
    #expect(guess.mark == .against && guess.certainty == .doubtful)
  }

  @Test("The count of ink may object")
  func witnesses() {
    let (cross, blank) = (JudgingTests.scores([0, 1, 0, 0, 0]), JudgingTests.scores([0, 0, 0, 1, 0]))
    #expect(JudgingTests.judge([cross], JudgingTests.clean).certainty == .doubtful)
    #expect(JudgingTests.judge([blank], JudgingTests.inked).certainty == .doubtful)
    #expect(JudgingTests.judge([blank], JudgingTests.clean).certainty == .clear)
  }

  @Test("Every doubt has its reason")
  func reasons() {
    let pale = JudgingTests.judge(
      [JudgingTests.scores([0.11, 0.88, 0.01, 0, 0])], JudgingTests.inked, crossEvidence: 9)
    #expect(pale.mark == .against && pale.doubts == [.unsure])
    let split = JudgingTests.judge(
      [JudgingTests.scores([0, 1, 0, 0, 0]), JudgingTests.scores([0, 0.4, 0, 0.6, 0])], JudgingTests.inked,
      crossEvidence: 9)
    #expect(split.mark == .against && split.doubts == [.objection])
  }

  @Test(
    "The more the strokes are those of a ×, the less trace of it may there be in a clear ○",
    arguments: [
      (-6, 0.04, nil), (-6, 0.06, .traceOfCross), (1, 0.003, nil), (1, 0.012, .traceOfCross),
      (3.1, 0, .crossing),
    ]
      as [(Float, Float, Doubt?)])
  func traces(evidence: Float, cross: Float, doubt: Doubt?) {
    let guess = JudgingTests.judge(
      [JudgingTests.scores([1 - cross, cross, 0, 0, 0])], JudgingTests.inked, crossEvidence: evidence)
    #expect(guess.mark == .for && guess.doubts == [doubt].compactMap(\.self))
  }

  @Test("Of broad strokes less is believed")
  func broad() {
    let circle = [JudgingTests.scores([1, 0, 0, 0, 0])]
    let thin = JudgingTests.judge(circle, JudgingTests.inked, crossEvidence: 2.5)
    #expect(thin.doubts.isEmpty)
    let broad = JudgingTests.judge(circle, JudgingTests.inked, crossEvidence: 2.5, thickness: 0.44)
    #expect(broad.doubts == [.crossing])
    let traced = [JudgingTests.scores([0.9998, 0.0002, 0, 0, 0])]
    #expect(JudgingTests.judge(traced, JudgingTests.inked, crossEvidence: -0.5).doubts.isEmpty)
    let doubted = JudgingTests.judge(traced, JudgingTests.inked, crossEvidence: -0.5, thickness: 0.25)
    #expect(doubted.doubts == [.traceOfCross])
  }

  @Test("Of a √ that stands on two feet less is believed: the crossing may lie on the frame")
  func feet() {
    let tick = [JudgingTests.scores([0, 0.004, 0.996, 0, 0])]
    #expect(JudgingTests.judge(tick, JudgingTests.inked, crossEvidence: -3, feet: 1).doubts.isEmpty)
    let doubted = JudgingTests.judge(tick, JudgingTests.inked, crossEvidence: -3, feet: 2)
    #expect(doubted.mark == .for && doubted.doubts == [.traceOfCross])
    let cross = [JudgingTests.scores([0, 1, 0, 0, 0])]
    #expect(JudgingTests.judge(cross, JudgingTests.inked, crossEvidence: 9, feet: 2).doubts.isEmpty)
  }

  @Test("A blank box needs more than a sign does")
  func blank() {
    let pale = [JudgingTests.scores([0, 0, 0.03, 0.97, 0])]
    #expect(JudgingTests.judge(pale, JudgingTests.clean).doubts == [.unsure])
  }

  @Test(
    "A × is clear only if its strokes cross",
    arguments: [(9, 0.09, nil), (2, 0.04, nil), (0, 0.012, .traceOfApproval), (-3.1, 0, .noCrossing)]
      as [(Float, Float, Doubt?)])
  func crossings(evidence: Float, approval: Float, doubt: Doubt?) {
    let guess = JudgingTests.judge(
      [JudgingTests.scores([approval, 1 - approval, 0, 0, 0])], JudgingTests.inked, crossEvidence: evidence)
    #expect(guess.mark == .against && guess.doubts == [doubt].compactMap(\.self))
  }

  @Test("Other things are rare, and never clear")
  func others() {
    let slight = JudgingTests.judge([JudgingTests.scores([0.8, 0, 0, 0, 0.2])], JudgingTests.inked)
    #expect(slight.mark == .for && slight.certainty == .clear)
    let strong = JudgingTests.judge([JudgingTests.scores([0.02, 0, 0, 0, 0.98])], JudgingTests.inked)
    #expect(strong.mark == .other && strong.certainty == .doubtful)
  }
}
