import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("What the district sends back")
struct OfferTests {
  private static let community = "500112001201"

  private static func signer(_ seed: UInt8) throws -> NoteSigner {
    try NoteSigner(checking: "district-500112", key: SecretKey(seed: Array(repeating: seed, count: 32)))
  }

  /// What a district would seal for a community.
  private func offer(
    _ box: TestBox, community: String = OfferTests.community, revision: Int = 1, key: UInt8 = 3,
    purpose: BundleField = Offer.purpose, packDigest: String? = nil,
    electedVotes: Int? = nil
  ) throws -> String {
    let signer = try Self.signer(key)
    let pack = RulePack.files["CQ-V-2026"] ?? []
    let common: [String: JSON] = [
      "community_code": .string(community), "election_id": .string("2027-1"), "revision": .integer(revision),
      "kind": .string("villageCommittee"),
    ]
    let election: [String: JSON] = [
      "community": .string("某村"), "election_day": .string("2027-05-18"), "term": .integer(12),
      "rule_pack": .string("CQ-V-2026"), "plan_sha256": .string(Digest.of("p").hex),
      "rule_pack_sha256": .string(packDigest ?? Digest.of(pack).hex),
      "roll_sha256": .string(Digest.of("r").hex),
      "valid": .bool(true),
    ]
    let officer: [String: JSON] = [
      "body": .string("committee"), "post": .string("director"), "title": .string("主任"),
      "name": .string("王小明"), "term": .integer(12), "election_day": .string("2027-05-18"),
      "votes": .integer(30 + revision), "denominator": .integer(40),
    ]
    let tally: [String: JSON] = [
      "round": .integer(1), "post": .string("director"), "person": .string("director/1"),
      "name": .string("王小明"), "write_in": .bool(false), "votes": .integer(electedVotes ?? 30 + revision),
      "against": .null, "abstain": .null, "elected": .bool(true), "rule": .string("> 1/2"),
      "rule_pack_sha256": .string(Digest.of(pack).hex), "numerator": .integer(30 + revision),
      "denominator": .integer(40), "reason": .string("当选"),
    ]
    let tables = [(RecordTable.election, election), (.tally, tally), (.officers, officer)].map { table, row in
      table.table([JSON.object(common.merging(row) { $1 }).canonical])
    }
    let name = try #require(BundleName(community: community, election: "2027-1", revision: revision))
    let contents = BundleContents(
      name: name, kind: .public, baggingDate: "2027-05-20", organization: "district",
      files: ["其他/rule-pack/CQ-V-2026.json": .data(pack)], tables: tables,
      info: [purpose, BundleField(Offer.sourceLabel, Digest.of("source").hex)])
    let checkpoint = Checkpoint(origin: signer.name, size: 0, root: LogTree().root)
    let note = try signer.sign(SignedNote(text: checkpoint.text))
    let folder = box.folder.appending(path: "offer-\(UUID().uuidString)")
    return try BundleSealer(signer: signer).seal(contents, to: folder, checkpoint: note).file.path
  }

  @Test(
    "An offer of a trusted receiver is taken in once, and its officers are known; a newer revision replaces them"
  )
  func taken() async throws {
    let box = try await TestBox.at(.created)
    let key = try Self.signer(3).noteKey.vkey
    let first = try offer(box)
    #expect(await box.json("archive", "import", first).errorCode == "noReceiver")
    for _ in 1...2 {
      let said = await box.json("archive", "import", first, "--receiver", key)
      #expect(said.status == 0, "\(said.text)")
      #expect(said.objects?.first?["officers"] as? Int == 1)
    }
    #expect(try box.open().state.offers.count == 1)
    let officers = await box.json("archive", "officers")
    #expect(officers.objects?.map { $0["name"] as? String } == ["王小明"])
    let second = try offer(box, revision: 2)
    #expect(await box.run("archive", "import", second, "--receiver", key).status == 0)
    #expect(try box.open().officers().map { $0["votes"]?.integer } == [32])
    #expect(await box.json("archive", "import", first, "--receiver", key).errorCode == "offerOlder")
    #expect(await box.run("journal", "verify").status == 0)
  }

  @Test(
    "Offers that are foreign, altered, of another community or no offers are refused, and nothing is recorded"
  )
  func refused() async throws {
    let box = try await TestBox.at(.created)
    let key = try Self.signer(3).noteKey.vkey
    let altered = try offer(box)
    var bytes = try Data(contentsOf: URL(filePath: altered))
    let place = try #require(bytes.range(of: Data("王小明".utf8)))
    bytes.replaceSubrange(place, with: Data("李小明".utf8))
    try bytes.write(to: URL(filePath: altered))
    let cases = [
      (altered, "offerDamaged"), (try offer(box, key: 4), "offerForeign"),
      (try offer(box, community: "500112001202"), "offerOtherCommunity"),
      (try offer(box, purpose: BundleField("Contact-Name", "x")), "noOffer"),
      (try offer(box, packDigest: Digest.of("other").hex), "offerPack"),
      (try offer(box, electedVotes: 5), "offerOfficers"),
      (try box.write("hello", "hello.tar"), "offerDamaged"),
    ]
    for (file, code) in cases {
      let said = await box.json("archive", "import", file, "--receiver", key)
      #expect(said.status == 1 && said.errorCode == code, "\(code): \(said.text)")
    }
    #expect(await box.json("archive", "import", box.file("none.tar"), "--receiver", key).status == 2)
    #expect(await box.json("archive", "import", altered, "--receiver", "no key").status == 2)
    #expect(try box.open().state.offers.isEmpty)
  }
}
