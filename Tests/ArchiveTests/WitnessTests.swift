import Ballot
import Foundation
import Testing

@testable import Archive

@Suite("Witnesses")
struct WitnessTests {
  let folder: Folder
  let box: NoteSigner

  init() throws {
    folder = try Folder()
    box = try Samples.signer()
  }

  func witness() throws -> Witness { try Witness(directory: folder.file("street"), name: "street-test") }

  func request(_ lines: [String], old: Int) throws -> WitnessRequest {
    let log = LogTree(lines: lines)
    return WitnessRequest(
      old: old, proof: try Samples.required(log.consistencyProof(from: old, to: lines.count)),
      head: try Samples.checkpoint(over: lines, by: box))
  }

  @Test("Requests are read as they are written, and cosigned one after the other")
  func inTurn() throws {
    var seen = 0
    for size in [1, 7, 7, 32, 40] {
      let asked = try request(Array(Samples.events.prefix(size)), old: seen)
      #expect(try WitnessRequest(parsing: asked.description) == asked)
      let note = try witness().cosign(asked, from: seen == 0 ? box.noteKey : nil, at: 1_795_312_800)
      #expect(note.standing(of: try witness().key) == .valid(unixTime: 1_795_312_800))
      #expect(note.standing(of: box.noteKey) == .valid(unixTime: nil))
      seen = size
    }
  }

  @Test("A rewritten log is named as one, whatever it claims to start from")
  func rewritten() throws {
    _ = try witness().cosign(request(Array(Samples.events.prefix(20)), old: 0), from: box.noteKey, at: 1)
    var changed = Samples.events
    changed[3] = "{}"
    #expect(throws: WitnessRefusal.rewritten(from: 20)) {
      try witness().cosign(request(changed, old: 20), from: nil, at: 2)
    }
    #expect(throws: WitnessRefusal.otherStart(seen: 20, asked: 0)) {
      try witness().cosign(request(changed, old: 0), from: nil, at: 2)
    }
    let stranger = try Samples.signer("kiosk-test", seed: 50)
    let forged = WitnessRequest(
      old: 20, proof: [], head: try Samples.checkpoint(over: Samples.events, by: stranger))
    #expect(throws: WitnessRefusal.signatureWrong("kiosk-test")) {
      try witness().cosign(forged, from: nil, at: 2)
    }
  }

  @Test("A box that is not known is not cosigned")
  func unknown() throws {
    #expect(throws: WitnessRefusal.unknownBox("kiosk-test")) {
      try witness().cosign(request(Samples.events, old: 0), from: nil, at: 1)
    }
  }

  @Test("A log with an authorised anomaly needs a cosignature in its bundle", arguments: [true, false])
  func demanded(cosigned: Bool) throws {
    let facts = AnomalyDecided(
      number: 1, action: .runoff, reason: nil, authorisation: "3号", officer: "周文", key: "00",
      signature: "00", payload: "p")
    let line = Record(
      sequence: 41, at: Instant(seconds: 1_800_000_000), by: nil, election: nil, event: .anomalyDecided(facts)
    ).line
    let lines = Samples.events + [line]
    var contents = try Samples.contents()
    contents.tables = [.log(lines)]
    let street = try Samples.signer("street-test", seed: 9)
    var note = try Samples.checkpoint(over: lines, by: box)
    if cosigned { note = try street.cosign(note, atUnixTime: 1_795_312_800) }
    let sealed = try BundleSealer(signer: box, witnesses: [street.witnessKey])
      .seal(contents, to: folder.url, checkpoint: note)
    let report = BundleVerifier.verify(sealed.file, trusted: [box.noteKey.key])
    #expect(report.findings == (cosigned ? [] : [BundleFinding.cosignatureMissing]))
  }
}
