/// What a full check of a journal found.
package struct JournalAudit: Hashable, Sendable {
  /// Something in a journal that is not as the program wrote it.
  package enum Finding: Hashable, Sendable, CustomStringConvertible {
    /// SQLite finds the file damaged.
    case databaseDamaged(String)
    /// The tables or the triggers that protect them were changed.
    case schemaChanged
    /// There is no event with this number, though there are later ones.
    case eventMissing(sequence: Int)
    /// The event's line is not the one that was hashed when it was recorded.
    case eventChanged(sequence: Int)
    /// The line could not have been recorded by the program.
    case eventMalformed(sequence: Int)
    /// The checkpoint's row cannot be read.
    case checkpointMalformed(number: Int)
    /// The checkpoint covers more events than there are: the last ones were removed.
    case eventsCutOff(number: Int, signed: Int, found: Int)
    /// The events up to here are not the signed ones; the first wrong one is in this range.
    case rootDiffers(number: Int, eventsFrom: Int, through: Int)
    /// The checkpoint's frontier is not that of the events.
    case frontierDiffers(number: Int)
    /// The log's signature under the checkpoint is missing or wrong.
    case signatureWrong(number: Int)
    /// A cosignature by a key that was given is wrong, or none of the given keys made it.
    case cosignatureUnproven(number: Int, name: String)

    package var description: String {
      switch self {
      case .databaseDamaged(let detail): "The database is damaged: \(detail)."
      case .schemaChanged: "The tables or their protection were changed."
      case .eventMissing(let sequence): "Event \(sequence) is missing."
      case .eventChanged(let sequence): "Event \(sequence) was changed after it was recorded."
      case .eventMalformed(let sequence): "Event \(sequence) is not a line the program could have recorded."
      case .checkpointMalformed(let number): "Checkpoint \(number) cannot be read."
      case .eventsCutOff(let number, let signed, let found):
        "Checkpoint \(number) covers \(signed) events, but there are only \(found)."
      case .rootDiffers(let number, let from, let through):
        "Checkpoint \(number) does not fit: one of the events \(from) to \(through) was changed."
      case .frontierDiffers(let number): "The stored tree state of checkpoint \(number) is wrong."
      case .signatureWrong(let number): "The signature of checkpoint \(number) is missing or wrong."
      case .cosignatureUnproven(let number, let name):
        "The cosignature by \(name) under checkpoint \(number) is not proven."
      }
    }
  }

  /// The number of events.
  package let size: Int
  /// How many of the first events a good checkpoint covers; the rest rest on the database alone.
  package let covered: Int
  /// The root over all events, as they are now.
  package let root: Digest
  package let checkpoints: Int
  package let findings: [Finding]

  /// Whether everything is as it was written.
  package var isSound: Bool { findings.isEmpty }

  /// The number of the first event that is wrong, or may be.
  package var firstBadEvent: Int? {
    findings.compactMap { finding in
      switch finding {
      case .eventMissing(let sequence), .eventChanged(let sequence), .eventMalformed(let sequence): sequence
      case .rootDiffers(_, let from, _): from
      case .eventsCutOff(_, _, let found): found + 1
      default: nil
      }
    }.min()
  }
}
