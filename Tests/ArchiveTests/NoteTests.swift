import Testing

@testable import Archive

@Suite("Signed notes and checkpoints")
struct NoteTests {
  /// The example in the C2SP signed-note specification and the sumdb/note package.
  static let vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let note = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """

  @Test("The example of the specification verifies")
  func example() throws {
    let key = try #require(NoteKey(vkey: Self.vkey))
    let note = try SignedNote(parsing: Self.note)
    #expect(note.standing(of: key) == .valid(unixTime: nil))
    #expect(key.vkey == Self.vkey)
    #expect(note.description == Self.note)
  }

  @Test(
    "Key texts that are not one",
    arguments: [
      "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "PeterNeumann+c74f20a3+AhpcZQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "PeterNeumann+c74f20a3", "",
    ])
  func badKeys(text: String) {
    #expect(NoteKey(vkey: text) == nil)
  }

  @Test(
    "Texts that are not a signed note",
    arguments: [
      "", "\n", "text\n", "text\n\n", "text\n\n— a AAAAAAA=", "text\n— a AAAAAAA=\n",
      "text\n\n- a AAAAAAA=\n",
      "text\n\n— a AAAAA=\n", "text\n\n— a AAAAAAB=\n", "text\n\n— a+b AAAAAAA=\n",
      "te\u{1}xt\n\n— a AAAAAAA=\n",
      "text\n\n—  a AAAAAAA=\n", "text\n\n— a AAAAAAA=\n\n", "text\n\n— a AAAAAAA= \n",
    ])
  func badNotes(text: String) {
    #expect(throws: NoteError.malformed) { try SignedNote(parsing: text) }
  }

  @Test("A note with blank lines in its text is cut at the last one")
  func blankLines() throws {
    let note = try SignedNote(parsing: "a\n\nb\n\n— k AAAAAAA=\n")
    #expect(note.text == "a\n\nb\n")
  }

  @Test("Any flipped bit makes a signed checkpoint fail or unreadable")
  func flips() throws {
    let signer = try Samples.signer()
    let bytes = Array(try Samples.checkpoint(by: signer).description.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        let standing = (try? SignedNote(parsing: changed))?.standing(of: signer.noteKey)
        #expect(standing != .valid(unixTime: nil), "byte \(index) bit \(bit)")
      }
    }
  }

  @Test(
    "Texts of checkpoints that are none",
    arguments: [
      "o\n1\n", "o\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
      "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "o\n1\nAAAA\n",
      "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
      "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\nx\n",
      "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    ])
  func badCheckpoints(text: String) {
    #expect(throws: NoteError.malformedCheckpoint) { try Checkpoint(SignedNote(text: text)) }
  }

  @Test("A cosignature says when, and holds for its checkpoint and key only")
  func cosignature() throws {
    let (kiosk, street) = (try Samples.signer(), try Samples.signer("street", seed: 9))
    let note = try street.cosign(Samples.checkpoint(by: kiosk), atUnixTime: 1_795_312_800)
    let again = try SignedNote(parsing: note.description)
    #expect(again.standing(of: street.witnessKey) == .valid(unixTime: 1_795_312_800))
    #expect(again.standing(of: kiosk.noteKey) == .valid(unixTime: nil))
    #expect(again.standing(of: street.noteKey) == .absent)
    let other = SignedNote(text: "other\n").adding(try #require(note.signatures.last))
    #expect(other.standing(of: street.witnessKey) == .wrong)
    let line = try #require(note.signatures.last)
    var late = line.bytes
    late[11] ^= 1
    let forged = SignedNote(text: note.text).adding(NoteSignature(name: "street", bytes: late))
    #expect(forged.standing(of: street.witnessKey) == .wrong)
  }
}
