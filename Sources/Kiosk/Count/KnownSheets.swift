import Archive
import Ballot
import Scanner

/// The prints of the sheets that were counted, to notice one that is put under the camera again.
struct KnownSheets {
  /// Which sheet another one is like.
  enum Twin: Equatable, Sendable {
    /// A sheet of the count.
    case counted(ReadingID)
    /// An earlier picture of the same command.
    case picture(String)
  }

  private var prints: [Int: [(twin: Twin, print: SheetPrint)]] = [:]

  init(_ store: BallotStore) throws {
    for sheet in try store.sheets() {
      guard let print = try KeptReading(json: sheet.json).sheetPrint else { continue }
      prints[sheet.page, default: []].append((.counted(sheet.id), print))
    }
  }

  /// The sheet that a reading is most likely a second picture of.
  func twin(of reading: SheetReading) -> Twin? {
    prints[reading.page]?.first { $0.print.isAlike(reading.print) }?.twin
  }

  mutating func add(_ reading: SheetReading, from file: String) {
    prints[reading.page, default: []].append((.picture(file), reading.print))
  }

  /// Names the sheets of the last batch by the ids they were kept under.
  mutating func rename(_ ids: [String: ReadingID]) {
    for page in prints.keys {
      prints[page] = prints[page]?.map { entry in
        guard case .picture(let file) = entry.twin, let id = ids[file] else { return entry }
        return (.counted(id), entry.print)
      }
    }
  }
}
