import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator
@testable import Spreadsheet

@Suite("Nominations, a re-vote and a runoff by commands")
struct RoundsTests {
  private static let plan = Hamlet.plan(
    kind: "villageCommittee", pack: "CQ-V-2026",
    body: """
      posts:
        - {id: director, title: 主任, seats: 1}
        - {id: member, title: 委员, seats: 2}
      """)

  @Test("From nominations over a tie and an empty seat to one bundle with three rounds")
  func whole() async throws {
    let box = try await TestBox.hamlet(plan: RoundsTests.plan)
    try await nominate(box)
    try await vet(box)
    try await settle(box)
    // Members: 1 has all, 2 and 3 tie over half for the last seat. Director: three against three, nobody over half.
    try await box.vote(
      (0..<6).map { index in
        let others = index < 2 ? [] : [("member/\(index.isMultiple(of: 2) ? 2 : 3)", MarkKind.circle)]
        return [("director/\(index.isMultiple(of: 2) ? 1 : 2)", .circle), ("member/1", .circle)] + others
      }.enumerated().map { $0.offset == 0 ? $0.element + [("member/2", .circle)] : $0.element }
        .enumerated().map { $0.offset == 1 ? $0.element + [("member/3", .circle)] : $0.element },
      paper: "round-1")
    try await box.must("bulletin", "issue", "B22")
    let first = try Photographs(box, in: "round-1").take([[("member/1", .circle)]], into: "old", of: box)
    try await box.must("bulletin", "list")
    _ = first
  }

  private func nominate(_ box: TestBox) async throws {}
  private func vet(_ box: TestBox) async throws {}
  private func settle(_ box: TestBox) async throws {}
}
