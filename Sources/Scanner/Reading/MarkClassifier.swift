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

    /// What a closer look says, which a clear first look may object to.
    func beside(_ first: Guess) -> Guess {
      guard first.mark != mark, first.doubts.isEmpty, !doubts.contains(.objection) else { return self }
      var guess = Guess(mark: mark, doubts: doubts + [.objection], confidence: confidence, scores: scores)
      guess.structure = structure
      return guess
    }
  }

  /// The classes that the networks were trained on.
  enum Class: Int { case circle, cross, check, blank, other }

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
        scores, amount, crossEvidence: structure?.crossEvidence ?? 0, thickness: structure?.thickness ?? 0,
        feet: structure?.feet ?? 0)
      guess.structure = structure
      return guess
    }
  }

  /// The choice of the networks' mean; clear only when each of them is sure and the other witnesses allow it.
  static func judge(
    _ scores: [Network.Scores], _ ink: InkAmount, crossEvidence: Float, thickness: Float, feet: Int = 0
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
    } else if all.contains(where: { $0[best] < MarkLimits.clearFrom(mark) }) {
      doubts.append(.unsure)
    }
    if let doubt = doubt(of: mark, scores, crossEvidence, MarkLimits.of(thickness, feet: feet)) {
      doubts.append(doubt)
    }
    if !ink.agrees(with: mark) { doubts.append(.inkAmount) }
    return Guess(mark: mark, doubts: doubts, confidence: Double(mean[best]), scores: scores)
  }

  /// What the run of the strokes says against a sign, by itself or together with the networks.
  private static func doubt(
    of mark: Mark, _ scores: [Network.Scores], _ evidence: Float, _ limits: MarkLimits
  ) -> Doubt? {
    switch mark {
    case .for:
      if evidence > limits.evidence.upperBound { return .crossing }
      let crosses = scores.map { $0[Class.cross.rawValue] }
      return crosses.contains { $0 > MarkLimits.mostTrace } || odds(crosses) + evidence > limits.cross
        ? .traceOfCross : nil
    case .against:
      if evidence < limits.evidence.lowerBound { return .noCrossing }
      let approvals = scores.map { $0[Class.circle.rawValue] + $0[Class.check.rawValue] }
      return odds(approvals) - evidence > limits.approval ? .traceOfApproval : nil
    case .blank, .other: return nil
    }
  }

  /// The mean logarithm of what the networks give a mark that was not chosen.
  private static func odds(_ shares: [Float]) -> Float {
    shares.map { log(max($0, MarkLimits.leastShare)) }.reduce(0, +) / Float(shares.count)
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
