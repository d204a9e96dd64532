/// A proof that a line is in a log, with the log's signed head (C2SP tlog-proof).
package struct InclusionNote: Hashable, Sendable, CustomStringConvertible {
  /// Which leaf it is, counted from 0.
  package let index: Int
  package let proof: [Digest]
  /// The checkpoint, signatures and all.
  package let head: SignedNote
  package let checkpoint: Checkpoint

  private static let magic = "c2sp.org/tlog-proof@v1"
  /// A tree of 2⁶³ leaves has no longer proof (C2SP tlog-proof).
  private static let proofLimit = 63

  /// - Throws: `NoteError.malformedCheckpoint`.
  package init(index: Int, proof: [Digest], head: SignedNote) throws(NoteError) {
    checkpoint = try Checkpoint(head)
    self.index = index
    self.proof = proof
    self.head = head
  }

  /// The proof as text: index, hashes, a blank line, the signed checkpoint.
  package var description: String {
    let lines = [Self.magic, "index \(index)"] + proof.map(\.bytes.base64) + [""]
    return lines.map { "\($0)\n" }.joined() + head.description
  }

  /// The proof in a text, which must be its one spelling and have no `extra` line.
  ///
  /// - Throws: `NoteError`.
  package init(parsing text: String) throws(NoteError) {
    let whole = Array(text.utf8)
    guard whole.count <= SignedNote.sizeLimit else { throw .malformed }
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count == 2, lines.count >= 2, lines[0] == Self.magic, lines[1].hasPrefix("index "),
      let index = Int(lines[1].dropFirst(6)), index >= 0, lines.count - 2 <= Self.proofLimit
    else { throw .malformed }
    let proof = lines.dropFirst(2).compactMap { [UInt8](base64: $0).flatMap(Digest.init(bytes:)) }
    try self.init(index: index, proof: proof, head: SignedNote(parsing: String(parts[1])))
    guard Array(description.utf8) == whole else { throw .malformed }
  }

  /// Whether the log's head covers `line` at `index`; says nothing of who signed the head.
  package func includes(_ line: some StringProtocol) -> Bool {
    LogProof.includes(line, at: index, size: checkpoint.size, root: checkpoint.root, proof: proof)
  }
}
