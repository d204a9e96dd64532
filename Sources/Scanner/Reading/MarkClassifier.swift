internal import Ballot
internal import Glibc

/// Tells the marks apart, and says when it is not sure.
struct MarkClassifier: Sendable {
  static let shared = MarkClassifier()

  private let networks: [Network]

  private init() {
    var weights = WeightStream(base64: NetworkWeights.base64)
    networks = NetworkWeights.widths.map { Network($0, &weights) }
  }

  /// What a patch shows.
  struct Guess: Sendable {
    let mark: Mark
    /// Why it is not clear.
    let doubts: [Doubt]
    let confidence: Double
    /// What each network said.
    let scores: [Network.Scores]
    /// How the strokes run; nil where none were looked at.
    var structure: MarkStructure?

    var certainty: Certainty { doubts.isEmpty ? .clear : .doubtful }
  }

  /// The classes that the networks were trained on.
  enum Class: Int { case circle, cross, check, blank, other }

  /// How probable every network must think a mark that is called clear.
  private static let clearFrom: Float = 0.9
  /// How probable any network may think a × where a clear ○ or √ is read, whatever the structure says.
  private static let mostTrace: Float = 0.01
  /// The highest log odds of a × where a clear ○ or √ is read, of the networks and the structure together.
  private static let mostCross: Float = -8.5
  /// The same of a ○ or √ where a clear × is read.
  private static let mostApproval: Float = -7
  /// Beyond these the structure alone objects to a ○ or √, and to a ×.
  private static let evidence: ClosedRange<Float> = -1...1.5
  /// The same for a ○ or √ drawn so broadly that its strokes run into each other, and how broad that is.
  private static let broad: (evidence: Float, thickness: Float) = (-0.5, 0.3)
  /// Networks are never surer than this of what a mark is not.
  private static let leastShare: Float = 2e-5

  /// How much seldomer voters write anything but a sign than the boxes that the networks learned from show it.
  ///
  /// Probabilities are corrected for it (Saerens, Latinne, Decaestecker: Adjusting the outputs of a classifier to
  /// new a priori probabilities, 2002).
  private static let otherShare: Float = 0.1

  func classify(_ ink: [Float], count: Int) -> [Guess] {
    var spaces = networks.map { Network.Workspace($0) }
    return (0..<count).map { index in
      let offset = index * MarkPatch.count
      let scores = networks.indices.map { networks[$0].classify(ink, at: offset, in: &spaces[$0]) }
      let amount = InkAmount(ink, at: offset)
      let structure = amount.agrees(with: .for) ? MarkStructure(ink, at: offset, amount) : nil
      var guess = MarkClassifier.judge(
        scores, amount, crossEvidence: structure?.crossEvidence ?? 0,
        thickness: structure?.thickness ?? 0)
      guess.structure = structure
      return guess
    }
  }

  /// The choice of the networks' mean; clear only when each of them is sure and the other witnesses allow it.
  static func judge(
    _ scores: [Network.Scores], _ ink: InkAmount, crossEvidence: Float, thickness: Float
  ) -> Guess {
    let all = scores.map { probabilities($0, otherShare: otherShare) }
    guard !all.isEmpty else {
      return Guess(mark: .other, doubts: [.unsure], confidence: 0, scores: scores)
    }
    let mean = all.reduce(.zero, +) / Float(all.count)
    let best = choice(of: mean)
    let mark = Mark.allCases[best]
    var doubts: [Doubt] = []
    if mark == .other { doubts.append(.otherSign) }
    if all.contains(where: { choice(of: $0) != best }) {
      doubts.append(.objection)
    } else if all.contains(where: { $0[best] < clearFrom }) {
      doubts.append(.unsure)
    }
    let most = thickness > broad.thickness ? broad.evidence : evidence.upperBound
    if let doubt = doubt(of: mark, scores, crossEvidence, upTo: most) { doubts.append(doubt) }
    if !ink.agrees(with: mark) { doubts.append(.inkAmount) }
    return Guess(mark: mark, doubts: doubts, confidence: Double(mean[best]), scores: scores)
  }

  /// What the run of the strokes says against a sign, by itself or together with the least sure network.
  private static func doubt(
    of mark: Mark, _ scores: [Network.Scores], _ evidence: Float, upTo mostEvidence: Float
  ) -> Doubt? {
    func most(_ share: (Network.Scores) -> Float) -> Float {
      log(max(scores.map(share).max() ?? 1, leastShare))
    }
    switch mark {
    case .for:
      if evidence > mostEvidence { return .crossing }
      let cross = most { $0[Class.cross.rawValue] }
      return cross > log(mostTrace) || cross + evidence > mostCross ? .traceOfCross : nil
    case .against:
      if evidence < MarkClassifier.evidence.lowerBound { return .noCrossing }
      let approval = most { $0[Class.circle.rawValue] + $0[Class.check.rawValue] }
      return approval - evidence > mostApproval ? .traceOfApproval : nil
    case .blank, .other: return nil
    }
  }

  /// The most probable mark, by its place in `Mark.allCases`.
  private static func choice(of probabilities: SIMD4<Float>) -> Int {
    Mark.allCases.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
  }

  /// How probable each mark is, in the order of `Mark.allCases`.
  private static func probabilities(_ scores: Network.Scores, otherShare: Float) -> SIMD4<Float> {
    let marks = SIMD4(
      scores[Class.circle.rawValue] + scores[Class.check.rawValue], scores[Class.cross.rawValue],
      scores[Class.blank.rawValue], scores[Class.other.rawValue] * otherShare)
    return marks / marks.sum()
  }
}
