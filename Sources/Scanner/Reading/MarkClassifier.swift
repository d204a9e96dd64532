internal import Ballot

/// Tells the marks apart, and says when it is not sure.
struct MarkClassifier: Sendable {
  static let shared = MarkClassifier()

  private let networks: [Network]

  private init() {
    var weights = WeightStream(base64: NetworkWeights.base64)
    networks = (0..<NetworkWeights.networks).map { _ in Network(&weights) }
  }

  /// What a patch shows.
  struct Guess: Sendable {
    let mark: Mark
    let certainty: Certainty
    let confidence: Double
  }

  /// The classes that the networks were trained on.
  private enum Class: Int { case circle, cross, check, blank, other }

  /// Below this probability people look at the paper.
  static let clearFrom: Float = 0.95

  /// Voters seldom write anything but a sign, so a queer shape is rather a queer ○ than something else; it is
  /// doubtful in any case.
  private static let otherWeight: Float = 0.1

  func classify(_ ink: [Float], count: Int) -> [Guess] {
    var space = Network.Workspace()
    return (0..<count).map { index in
      let offset = index * MarkPatch.count
      let scores = networks.map { $0.classify(ink, at: offset, in: &space) }
      let amount = InkAmount(ink, at: offset)
      return MarkClassifier.judge(scores, amount)
    }
  }

  /// The mark with the highest mean probability; clear only when every network is sure of it.
  private static func judge(_ scores: [Network.Scores], _ ink: InkAmount) -> Guess {
    let all = scores.map(probabilities)
    let mean = Mark.allCases.map { mark in all.reduce(0) { $0 + ($1[mark] ?? 0) } / Float(all.count) }
    let weighed = zip(Mark.allCases, mean).map { $0 == .other ? $1 * otherWeight : $1 }
    let best = weighed.indices.max { weighed[$0] < weighed[$1] } ?? 0
    let mark = Mark.allCases[best]
    let weakest = all.map { $0[mark] ?? 0 }.min() ?? 0
    let isClear = weakest >= clearFrom && ink.agrees(with: mark) && mark != .other
    return Guess(mark: mark, certainty: isClear ? .clear : .doubtful, confidence: Double(mean[best]))
  }

  private static func probabilities(_ scores: Network.Scores) -> [Mark: Float] {
    [
      .for: scores[Class.circle.rawValue] + scores[Class.check.rawValue],
      .against: scores[Class.cross.rawValue], .blank: scores[Class.blank.rawValue],
      .other: scores[Class.other.rawValue],
    ]
  }
}
