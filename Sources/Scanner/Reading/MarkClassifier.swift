/// Tells the marks apart.
struct MarkClassifier: Sendable {
  static let shared = MarkClassifier()

  /// What a patch shows.
  struct Guess: Sendable {
    let mark: Mark
    let certainty: Certainty
    let confidence: Double
  }

  func classify(_ ink: [Float], count: Int) -> [Guess] {
    (0..<count).map { index in
      let offset = index * MarkPatch.count
      var sum: Float = 0
      for row in 7..<25 {
        for column in 8..<32 where ink[offset + row * MarkPatch.width + column] > 0.3 { sum += 1 }
      }
      return Guess(mark: sum > 8 ? .for : .blank, certainty: .doubtful, confidence: 0.5)
    }
  }
}
