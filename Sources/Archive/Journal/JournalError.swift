/// Why the journal did not take lines or a note.
package enum JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another process has appended since the caller looked; read on from there and decide again.
  case conflict(expected: Int, actual: Int)
  /// A line has a line break, is 64 KiB or longer, or is no object in canonical JSON. `index` counts from 0 in this call.
  case unusableLine(index: Int)
  /// The note is no checkpoint that this journal made.
  case unknownCheckpoint
  /// The witness's signature is missing or wrong.
  case badCosignature(witness: String)
  /// The journal was changed behind the program's back; it signs nothing any more.
  case inconsistent(atSize: Int)

  package var description: String {
    switch self {
    case .conflict(let expected, let actual):
      "The journal has \(actual) events, not \(expected): another process was faster. Nothing was recorded."
    case .unusableLine(let index):
      "Line \(index) is not one object of canonical JSON under 64 KiB. Nothing was recorded."
    case .unknownCheckpoint: "This is not a checkpoint of this journal."
    case .badCosignature(let witness): "The cosignature by \(witness) is missing or wrong."
    case .inconsistent(let size): "The journal does not fit its own checkpoint at \(size) events."
    }
  }
}
