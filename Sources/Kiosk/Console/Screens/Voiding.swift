import Archive
import Ballot
import Terminal

/// A whole sheet that two scrutineers take out of the count, with the ground that each of them names.
///
/// Both press a key of their own; only when both name the same ground are they asked whether to do it.
struct Voiding: Equatable, Sendable {
  let sheet: ReadingID
  private(set) var left: SheetVoid?
  private(set) var right: SheetVoid?

  init(_ sheet: ReadingID) { self.sheet = sheet }

  /// What people alone can see, in the order of the keys (RULES §4.4).
  static let grounds: [SheetVoid] = [.unreadable, .identifying, .notOfficial, .incomplete, .foldedTogether]
  static let leftKeys = Deciding.leftKeys + ["g"]
  static let rightKeys = Deciding.rightKeys + ["h"]

  /// The ground that both name; nil while one is missing or they differ.
  var agreed: SheetVoid? { left == right ? left : nil }

  var differ: Bool { left != nil && right != nil && left != right }

  var isUntouched: Bool { left == nil && right == nil }

  /// Takes a scrutineer's key; false when it is none.
  mutating func take(_ character: Character) -> Bool {
    let key = Character(character.lowercased())
    let typed: Character = key == "；" ? ";" : key
    if let place = Voiding.leftKeys.firstIndex(of: typed) {
      left = Voiding.grounds[place]
    } else if let place = Voiding.rightKeys.firstIndex(of: typed) {
      right = Voiding.grounds[place]
    } else {
      return false
    }
    return true
  }

  /// Takes back what was pressed.
  mutating func clear() { (left, right) = (nil, nil) }
}
