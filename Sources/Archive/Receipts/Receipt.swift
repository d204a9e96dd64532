import Ballot

/// A receiver's answer as it travels: the statement, and the proof that it stands in the receiver's log.
///
/// Read from a file it proves nothing yet; `checked(by:for:object:)` makes it a `CheckedReceipt`.
package struct Receipt: Hashable, Sendable, CustomStringConvertible {
  package let statement: ReceiptStatement
  package let inclusion: InclusionNote

  /// The longest receipt that is read, in bytes.
  package static let sizeLimit = 1 << 16

  /// Where a receipt lies in a store and on a stick: `receipts/<community>/<bundle id>.note`.
  package static func path(community: String, bundle: Digest) -> String {
    "receipts/\(community)/\(bundle.hex).note"
  }

  /// The receipt of the statement that is leaf `index` of a log.
  ///
  /// - Parameters:
  ///   - statement: What the receiver found.
  ///   - index: The leaf of `statement.line` in `log`, counted from 0.
  ///   - log: The receiver's log.
  ///   - head: The log's signed checkpoint; the proof is made for its size.
  /// - Throws: `NoteError.malformedCheckpoint` when the head is not of this log or does not cover the leaf.
  package init(
    _ statement: ReceiptStatement, at index: Int, in log: LogTree, head: SignedNote
  ) throws(NoteError) {
    let checkpoint = try Checkpoint(head)
    guard let proof = log.inclusionProof(of: index, inSize: checkpoint.size) else {
      throw .malformedCheckpoint
    }
    self.statement = statement
    inclusion = try InclusionNote(index: index, proof: proof, head: head)
    guard inclusion.includes(statement.line) else { throw .malformedCheckpoint }
  }

  /// The receipt as text: the statement's line, then a C2SP tlog-proof.
  package var description: String { "\(statement.line)\n\(inclusion)" }

  /// The receipt in these bytes, which must be its one spelling.
  ///
  /// - Throws: `NoteError`.
  package init(parsing bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= Self.sizeLimit, let text = String(validating: bytes, as: UTF8.self),
      let end = text.utf8.firstIndex(of: 0x0a), let statement = ReceiptStatement(line: text[..<end])
    else { throw .malformed }
    self.statement = statement
    inclusion = try InclusionNote(parsing: String(text[text.utf8.index(after: end)...]))
  }

  /// The receipt, once it is shown to be the receiver's word about this very bundle.
  ///
  /// - Parameters:
  ///   - receivers: The keys of the receivers that are trusted.
  ///   - bundle: The id of the bundle that was sent.
  ///   - object: SHA-256 of the tar that was sent.
  ///   - name: Whose bundle it is; a copy that somebody put elsewhere gets an answer too, with the same id. nil where
  ///     the place of the receipt tells.
  /// - Returns: The receipt, proven.
  /// - Throws: `ReceiptFault`.
  package func checked(
    by receivers: [NoteKey], for bundle: Digest, object: Digest, of name: BundleName? = nil
  ) throws(ReceiptFault) -> CheckedReceipt {
    let origin = inclusion.checkpoint.origin
    let candidates = receivers.filter { $0.name == origin && $0.kind == .note }
    let standings = candidates.map { inclusion.head.standing(of: $0) }
    guard let known = zip(candidates, standings).first(where: { $1 != .absent }) else {
      throw .unknownReceiver(origin)
    }
    guard known.1 == .valid(unixTime: nil) else { throw .signatureWrong(origin) }
    guard inclusion.includes(statement.line) else { throw .notInLog }
    guard statement.bundle == bundle else { throw .otherBundle }
    if let name, statement.community != name.community || statement.election != name.election {
      throw .otherPlace(statement.community, statement.election)
    }
    guard statement.object == object || statement.verdict == .rejected else { throw .otherBytes }
    return CheckedReceipt(self, by: known.0)
  }
}

/// A receipt that a trusted receiver signed, about the bundle it was held against.
package struct CheckedReceipt: Hashable, Sendable {
  package let receipt: Receipt
  /// Whose word it is.
  package let receiver: NoteKey

  package var statement: ReceiptStatement { receipt.statement }

  fileprivate init(_ receipt: Receipt, by receiver: NoteKey) {
    self.receipt = receipt
    self.receiver = receiver
  }
}
