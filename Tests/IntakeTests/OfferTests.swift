import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("What goes back to the boxes")
struct OfferTests {
  @Test("An offer is made of the last accepted revision, and proven by the receiver's key alone")
  func offered() throws {
    let district = try PracticeDistrict()
    try district.enrol(0..<2)
    let box = try district.box()
    let first = try district.put(box, box.draft(sheets: 9))
    _ = try district.run()
    var second = try box.draft(sheets: 12)
    second.revision = 2
    second.info = [BundleField("Supersedes", first.bundle.hex)]
    second.logLines += [#"{"event":"bundle.sealed"}"#]
    let last = try district.put(box, second)
    _ = try district.run()
    let out = district.folder.appending(path: "offers")
    let said = district.say("offer", "--home", district.home.path, "--out", out.path, box.community)
    #expect(said.status == 0, "\(said.out)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out.path) == [
        "\(box.community)_2026-1_r2.offer.tar"
      ])
    let file = out.appending(path: "\(box.community)_2026-1_r2.offer.tar")
    let key = try District(district.home).keys.signer.noteKey
    let offer = try Offer(checking: file, by: [key])
    #expect(offer.source == last.bundle)
    let elected = (second.tables.rows[.tally] ?? []).filter { $0["elected"] == .bool(true) }
    #expect(Set(offer.officers.map { $0["name"] }) == Set(elected.map { $0["name"] }))
    #expect(offer.officers.count == elected.count && !elected.isEmpty)
    #expect(throws: OfferFault.foreign(key.name)) { try Offer(checking: file, by: [box.signer.noteKey]) }
    #expect(throws: OfferFault.foreign(box.signer.name)) {
      try Offer(checking: district.store.appending(path: last.key), by: [key])
    }
    let missing = district.say(
      "offer", "--home", district.home.path, "--out", out.path, try district.box(1).community)
    #expect(missing.status == 1)
  }
}
