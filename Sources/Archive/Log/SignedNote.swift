/// A text with signature lines below it (C2SP signed-note).
package struct SignedNote: Hashable, Sendable, CustomStringConvertible {
  /// The signed text; it ends with a newline.
  package let text: String
  package private(set) var signatures: [NoteSignature]

  /// The longest note that is read, in bytes.
  package static let sizeLimit = 1 << 16
  /// The most signatures that are read.
  package static let signatureLimit = 100

  /// A text without signatures yet.
  package init(text: String) {
    self.text = text
    signatures = []
  }

  func adding(_ signature: NoteSignature) -> SignedNote {
    var note = self
    if !note.signatures.contains(signature) { note.signatures.append(signature) }
    return note
  }

  /// The note as text, signatures and all.
  package var description: String {
    text + "\n" + signatures.map { "\($0)\n" }.joined()
  }

  /// The note in these bytes, which must be its one spelling.
  ///
  /// - Throws: `NoteError.malformed`.
  package init(parsing bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= Self.sizeLimit, let whole = String(validating: bytes, as: UTF8.self),
      whole.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0a }),
      let blank = whole.utf8.indices(ofLast: "\n\n")
    else { throw .malformed }
    text = String(whole[..<blank.middle])
    let lines = whole[blank.end...].split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.last == "", 1...Self.signatureLimit ~= lines.count - 1 else { throw .malformed }
    signatures = []
    for line in lines.dropLast() {
      guard let signature = NoteSignature(parsing: line) else { throw .malformed }
      signatures.append(signature)
    }
    guard Array(description.utf8) == bytes else { throw .malformed }
  }

  package init(parsing text: String) throws(NoteError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// How a key's signature on this note stands.
  package func standing(of key: NoteKey) -> NoteStanding {
    let mine = signatures.filter { $0.name == key.name && $0.keyID == key.id }
    guard let first = mine.first else { return .absent }
    return mine.allSatisfy { $0.isBy(key, over: text) } ? .valid(unixTime: first.time(for: key)) : .wrong
  }

  /// The signatures that belong to none of these keys.
  package func signatures(notBy keys: [NoteKey]) -> [NoteSignature] {
    signatures.filter { signature in
      !keys.contains { $0.name == signature.name && $0.id == signature.keyID }
    }
  }
}

/// Whether a note bears a key's signature.
package enum NoteStanding: Hashable, Sendable {
  /// The key signed; a cosignature says when.
  case valid(unixTime: UInt64?)
  /// There is a signature line of the key and it is wrong.
  case wrong
  case absent
}

/// Why a text is not a signed note or a checkpoint.
package enum NoteError: Error, Hashable, Sendable, CustomStringConvertible {
  case malformed
  case malformedCheckpoint

  package var description: String {
    switch self {
    case .malformed: "This is not a signed note."
    case .malformedCheckpoint: "The signed note is not a checkpoint of a log."
    }
  }
}

extension String.UTF8View {
  /// The last place of a blank line: after the newline that ends the text, and after the blank line.
  fileprivate func indices(ofLast pattern: String) -> (middle: Index, end: Index)? {
    let pattern = Array(pattern.utf8)
    var position = index(endIndex, offsetBy: -pattern.count, limitedBy: startIndex)
    while let start = position {
      if self[start...].starts(with: pattern) {
        let middle = index(after: start)
        return (middle, index(after: middle))
      }
      position = start > startIndex ? index(before: start) : nil
    }
    return nil
  }
}
