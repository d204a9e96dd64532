import Testing

@testable import Ballot
@testable import Kiosk

@Suite("The rules as they are listed")
struct RuleListingTests {
  @Test(
    "A short source is said in words",
    arguments: [
      ("V26 18", "村民委员会组织法（2025）第18条"), ("U", "没有出处，暂定"), ("ZJ 24; U", "浙江省选举办法第24条；没有出处，暂定"),
      ("SH 19, BJ 28 (one-post ballots)", "上海市选举办法第19条、北京市选举办法第28条 (one-post ballots)"),
      ("MCA annex 1", "民政部选举规程（2013） annex 1"), ("CQ-IMPL 25–26", "重庆市实施村委会组织法办法（2013）第25–26条"),
      ("plan", "plan"), ("", ""),
    ])
  func sources(source: String, zh: String) {
    #expect(RuleSource.zh(of: source) == zh)
  }

  @Test("Every value of the kind is there with its source; what is assumed is marked, what is chosen too")
  func listing() async throws {
    let box = try await TestBox.at(.created)
    let lines = try #require(await box.json("election", "show", "--rules").objects)
    let names = lines.compactMap { $0["rule"] as? String }
    #expect(
      names.contains("kinds.villageCommittee.win") && names.contains("procedures.committee.rollPosted.latest")
    )
    #expect(!names.contains { $0.hasPrefix("kinds.recall") || $0.hasPrefix("procedures.recall") })
    #expect(Set(names).count == names.count)
    let blank = lines.first { $0["rule"] as? String == "blankBallotClass" }
    #expect(blank?["confidence"] as? String == "adopted" && blank?["packValue"] as? String == "abstention")
    let text = await box.run(["election", "show", "--rules"]).out
    let assumed = lines.count { $0["confidence"] as? String == "assumption" }
    #expect(assumed > 0 && text.count { $0.contains("【[U] 待确认】") } == assumed)
  }
}
