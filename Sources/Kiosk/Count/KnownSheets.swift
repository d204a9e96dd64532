import Archive
import Ballot
import Scanner

/// The prints of the sheets that were counted, to notice one that is put under the camera again.
///
/// Good for as long as the round lasts: the store only ever grows, and what others add is read when it did.
final class KnownSheets {
  /// Which sheet another one is like.
  enum Twin: Equatable, Sendable {
    /// A sheet of the count.
    case counted(ReadingID)
    /// An earlier picture of the same command.
    case picture(String)
  }

  private typealias Entry = (twin: Twin, print: SheetPrint)

  /// By page.
  private var prints: [Int: [Entry]] = [:]
  /// Every sheet of the store that was looked at, with a print or without.
  private var counted: Set<ReadingID> = []

  /// Catches up with the store; pictures that never became sheets are forgotten.
  ///
  /// - Throws: `StoreError`, or that of a reading that cannot be understood.
  func update(from store: BallotStore) throws {
    for page in prints.keys {
      prints[page]?.removeAll { if case .picture = $0.twin { true } else { false } }
    }
    guard try store.count != counted.count else { return }
    for sheet in try store.sheets() where !counted.contains(sheet.id) {
      if let print = try KeptReading(json: sheet.json).sheetPrint {
        prints[sheet.page, default: []].append((.counted(sheet.id), print))
      }
      counted.insert(sheet.id)
    }
  }

  /// The sheet that a reading is most likely a second picture of.
  func twin(of reading: SheetReading) -> Twin? {
    prints[reading.page]?.first { $0.print.isAlike(reading.print) }?.twin
  }

  func add(_ reading: SheetReading, from file: String) {
    prints[reading.page, default: []].append((.picture(file), reading.print))
  }

  /// Names the sheets of the last batch by the ids they were kept under.
  func rename(_ ids: [String: ReadingID]) {
    for page in prints.keys {
      prints[page] = prints[page]?.map { entry in
        guard case .picture(let file) = entry.twin, let id = ids[file] else { return entry }
        return (.counted(id), entry.print)
      }
    }
    counted.formUnion(ids.values)
  }
}
