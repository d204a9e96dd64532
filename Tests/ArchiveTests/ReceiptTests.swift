import Ballot
import Foundation
import Testing

@testable import Archive

@Suite("Receipts")
struct ReceiptTests {
  let signer: NoteSigner
  let bundle = Digest.of("a bundle")
  let object = Digest.of("its tar")

  init() throws {
    signer = try NoteSigner(checking: "district-500112", key: SecretKey(seed: Array(repeating: 7, count: 32)))
  }

  func statement(_ reasons: [ReceiptReason] = []) -> ReceiptStatement {
    ReceiptStatement(
      bundle: bundle, community: "500112001001", election: "2026-1", object: object, size: 51200,
      time: Instant(seconds: 1_795_483_800), reasons: reasons)
  }

  func receipt(_ reasons: [ReceiptReason] = [], among others: Int = 6) throws -> Receipt {
    var log = LogTree(lines: (0..<others).map { "{\"n\":\($0)}" })
    let statement = statement(reasons)
    log.append(line: statement.line)
    log.append(line: "{}")
    let head = try signer.sign(
      SignedNote(text: Checkpoint(origin: signer.name, size: log.size, root: log.root).text))
    return try Receipt(statement, at: others, in: log, head: head)
  }

  @Test("A receipt comes back from its bytes and holds", arguments: [0, 1, 6, 100])
  func roundTrip(others: Int) throws {
    let made = try receipt(among: others)
    let read = try Receipt(parsing: Array(made.description.utf8))
    #expect(read == made)
    let checked = try read.checked(by: [signer.noteKey], for: bundle, object: object)
    #expect(checked.receiver == signer.noteKey)
    #expect(checked.statement.verdict == .accepted)
  }

  @Test("The format is the released one, byte for byte")
  func golden() throws {
    let expected = """
      {"bundle":"\(bundle)","community":"500112001001","election":"2026-1","object":"\(object)",\
      "reasons":[],"size":51200,"time":"2026-11-24T09:30:00+08:00","type":"receipt","verdict":"accepted"}
      c2sp.org/tlog-proof@v1
      index 1
      \(LogHash.leaf("{\"n\":0}").bytes.base64)
      \(LogHash.leaf("{}").bytes.base64)

      district-500112
      3

      """
    #expect(try receipt(among: 1).description.hasPrefix(expected))
  }

  @Test("Any flipped bit is found")
  func flips() throws {
    let reason = ReceiptReason(code: "keyUnknown", zh: "不认识", en: "unknown")
    let bytes = Array(try receipt([reason]).description.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        let holds = try? Receipt(parsing: changed).checked(by: [signer.noteKey], for: bundle, object: object)
        #expect(holds == nil, "byte \(index) bit \(bit)")
      }
    }
  }

  @Test("What a receipt does not prove")
  func faults() throws {
    let good = try receipt()
    let stranger = try NoteSigner(checking: signer.name, key: SecretKey())
    #expect(throws: ReceiptFault.unknownReceiver("district-500112")) {
      try good.checked(by: [stranger.noteKey], for: bundle, object: object)
    }
    #expect(throws: ReceiptFault.unknownReceiver("district-500112")) {
      try good.checked(by: [signer.witnessKey], for: bundle, object: object)
    }
    #expect(throws: ReceiptFault.otherBundle) {
      try good.checked(by: [signer.noteKey], for: object, object: object)
    }
    #expect(throws: ReceiptFault.otherBytes) {
      try good.checked(by: [signer.noteKey], for: bundle, object: bundle)
    }
    // Somebody put a copy of the bundle under a key of their own: its id and bytes are the same, the answer is not.
    let copied = try receipt([ReceiptReason(code: "wrongPlace", zh: "位置不符", en: "wrong place")])
    for (community, election) in [("500112001002", "2026-1"), ("500112001001", "2026-2")] {
      let name = BundleName(community: community, election: election, revision: 1)
      #expect(throws: ReceiptFault.otherPlace("500112001001", "2026-1")) {
        try copied.checked(by: [signer.noteKey], for: bundle, object: object, of: name)
      }
    }
    let name = BundleName(community: "500112001001", election: "2026-1", revision: 3)
    _ = try copied.checked(by: [signer.noteKey], for: bundle, object: object, of: name)
    let lie = good.description.replacing("51200", with: "51201")
    #expect(throws: ReceiptFault.notInLog) {
      try Receipt(parsing: Array(lie.utf8)).checked(by: [signer.noteKey], for: bundle, object: object)
    }
  }

  @Test("A rejection holds whatever bytes it is about, and says whether to send again")
  func rejection() throws {
    let damaged = try receipt([ReceiptReason(code: ReceiptReason.damaged, zh: "存储的内容不符", en: "other bytes")])
    let checked = try damaged.checked(by: [signer.noteKey], for: bundle, object: bundle)
    #expect(checked.statement.verdict == .rejected && checked.statement.asksAgain)
    let final = try receipt([ReceiptReason(code: "tallyDiffers", zh: "计票不符", en: "the tally differs")])
    #expect(!final.statement.asksAgain)
  }

  @Test("A receipt is not made for a head that does not cover it")
  func uncovered() throws {
    let log = LogTree(lines: [statement().line])
    let head = try signer.sign(
      SignedNote(text: Checkpoint(origin: signer.name, size: 1, root: Digest.of("other")).text))
    #expect(throws: NoteError.malformedCheckpoint) { try Receipt(statement(), at: 0, in: log, head: head) }
    #expect(throws: NoteError.malformedCheckpoint) { try Receipt(statement(), at: 1, in: log, head: head) }
  }

  @Test(
    "Texts that are no receipt",
    arguments: ["", "\n", "{}\n", "{}\nc2sp.org/tlog-proof@v1\nindex 0\n\n", "no\nline\n\n"])
  func notReceipts(text: String) {
    #expect(throws: NoteError.malformed) { try Receipt(parsing: Array(text.utf8)) }
  }
}
