/// A checkpoint that a witness is asked to cosign, with the proof that it goes on from the last one the witness saw (C2SP tlog-witness).
package struct WitnessRequest: Hashable, Sendable, CustomStringConvertible {
  /// The size of the checkpoint that the witness saw last; 0 when it never saw any.
  package let old: Int
  package let proof: [Digest]
  /// The checkpoint, signed by the log.
  package let head: SignedNote

  private static let proofLimit = 63

  package init(old: Int, proof: [Digest], head: SignedNote) {
    self.old = old
    self.proof = proof
    self.head = head
  }

  package var description: String {
    (["old \(old)"] + proof.map(\.bytes.base64) + [""]).map { "\($0)\n" }.joined() + head.description
  }

  /// The request in a text, which must be its one spelling.
  ///
  /// - Throws: `NoteError`.
  package init(parsing text: String) throws(NoteError) {
    guard text.utf8.count <= SignedNote.sizeLimit else { throw .malformed }
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count == 2, lines[0].hasPrefix("old "), let old = Int(lines[0].dropFirst(4)), old >= 0,
      lines.count - 1 <= Self.proofLimit
    else { throw .malformed }
    let proof = lines.dropFirst().compactMap { [UInt8](base64: $0).flatMap(Digest.init(bytes:)) }
    self.init(old: old, proof: proof, head: try SignedNote(parsing: String(parts[1])))
    guard Array(description.utf8) == Array(text.utf8) else { throw .malformed }
  }
}

extension Journal {
  /// What a witness is asked: the present head, and that it goes on from the last one with this witness's cosignature.
  package func request(to witness: NoteKey?, signedBy signer: NoteSigner) throws -> WitnessRequest {
    let head = try checkpoint(signedBy: signer)
    let size = try Checkpoint(head).size
    let seen = try checkpoints().filter { note in
      guard let witness, case .valid = note.standing(of: witness) else { return false }
      return true
    }
    let old = try seen.map { try Checkpoint($0).size }.max() ?? 0
    guard let proof = LogTree(lines: try lines(limit: size)).consistencyProof(from: old, to: size) else {
      throw JournalError.inconsistent(atSize: size)
    }
    return WitnessRequest(old: old, proof: proof, head: head)
  }
}
