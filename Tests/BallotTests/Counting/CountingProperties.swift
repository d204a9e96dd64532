import Ballot
import Testing

@Suite("Properties of counting")
struct CountingProperties {
  private static let post = PostID(rawValue: "member")
  private static let counted = CountedPost(
    id: post, seats: 2, candidates: (1...4).map { (.candidate($0, of: post), PersonID(rawValue: "P\($0)")) })

  private func sheets(_ count: Int, _ generator: inout SeededGenerator) -> [RecordedSheet] {
    (0..<count).map { _ in
      let printed = Self.counted.candidates.map { candidate in
        LineReading(
          id: candidate.line, mark: [Mark.for, .against, .blank].randomElement(using: &generator) ?? .blank,
          certainty: .clear, confidence: 999, name: nil)
      }
      let blank = Self.counted.writeIns.map {
        LineReading(id: $0, mark: .blank, certainty: .clear, confidence: 999, name: .empty)
      }
      return RecordedSheet(page: 1, lines: printed + blank)
    }
  }

  @Test("The order of the sheets never matters", arguments: 1...20)
  func orderFree(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let sheets = sheets(60, &generator)
    let tallier = Tallier(posts: [Self.counted], rules: ValidityRules())
    #expect(tallier.tally(page: 1, sheets) == tallier.tally(page: 1, sheets.shuffled(using: &generator)))
  }

  @Test("Adding a sheet never lowers anybody's votes, and every identity holds", arguments: 1...20)
  func monotone(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let sheets = sheets(40, &generator)
    let tallier = Tallier(posts: [Self.counted], rules: ValidityRules())
    var before = try #require(tallier.tally(page: 1, []))
    for count in 1...sheets.count {
      let now = try #require(tallier.tally(page: 1, Array(sheets.prefix(count))))
      for (person, votes) in before.posts[0].votes {
        #expect(now.posts[0].votes[person, default: 0] >= votes)
      }
      var day = Quantities()
      day.roll = 50
      day.issuedSelf = 45
      day.boxes = [count]
      let failing = day.countIdentities(now, turnout: .plurality).filter { !$0.holds }
      #expect(failing.isEmpty)
      before = now
    }
  }

  @Test("A threshold's minimum is the smallest count that meets it", arguments: 1...200)
  func thresholds(base: Int) {
    for threshold in [
      Threshold.moreThan(1, 2), .atLeast(1, 3), .moreThan(2, 3), .atLeast(2, 3), .atLeast(3, 4),
    ] {
      let least = threshold.minimum(of: base)
      #expect(threshold.isMet(by: least, of: base))
      #expect(!threshold.isMet(by: least - 1, of: base))
      #expect(Threshold(threshold.description) == threshold)
    }
  }
}
