/// The head of a log: whose it is, how long it is and its root hash (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
  /// The log's name, which is the name of the key that signs it.
  package let origin: String
  /// The number of lines.
  package let size: Int
  package let root: Digest
  /// Further lines, of which this format has none to add.
  package let extensions: [String]

  package init(origin: String, size: Int, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
    extensions = []
  }

  /// The checkpoint as the text of a note.
  package var text: String {
    ([origin, String(size), root.bytes.base64] + extensions).map { "\($0)\n" }.joined()
  }

  /// The checkpoint in a note.
  ///
  /// - Throws: `NoteError.malformedCheckpoint`.
  package init(_ note: SignedNote) throws(NoteError) {
    let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", !lines.dropLast().contains(""),
      let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = [UInt8](base64: lines[2]).flatMap(Digest.init(bytes:))
    else { throw .malformedCheckpoint }
    origin = String(lines[0])
    self.size = size
    self.root = root
    extensions = lines[3...].dropLast().map(String.init)
  }
}
