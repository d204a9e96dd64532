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
  enum Class: Int { case circle, cross, check, blank, other }

  /// Below this probability people look at the paper.
  static let clearFrom: Float = 0.95

  /// How much seldomer voters write anything but a sign than the boxes that the networks learned from show it.
  ///
  /// Probabilities are corrected for it (Saerens, Latinne, Decaestecker: Adjusting the outputs of a classifier to
  /// new a priori probabilities, 2002).
  private static let otherShare: Float = 0.1

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
  static func judge(_ scores: [Network.Scores], _ ink: InkAmount) -> Guess {
    let all = scores.map(probabilities)
    let mean = all.reduce(SIMD4<Float>(repeating: 0), +) / Float(all.count)
    let best = Mark.allCases.indices.max { mean[$0] < mean[$1] } ?? 0
    let mark = Mark.allCases[best]
    let weakest = all.map { $0[best] }.min() ?? 0
    let isClear = weakest >= clearFrom && ink.agrees(with: mark) && mark != .other
    return Guess(mark: mark, certainty: isClear ? .clear : .doubtful, confidence: Double(mean[best]))
  }

  /// How probable each mark is, in the order of `Mark.allCases`.
  private static func probabilities(_ scores: Network.Scores) -> SIMD4<Float> {
    let marks = SIMD4(
      scores[Class.circle.rawValue] + scores[Class.check.rawValue], scores[Class.cross.rawValue],
      scores[Class.blank.rawValue], scores[Class.other.rawValue] * otherShare)
    return marks / marks.sum()
  }
}
