import Ballot
import Terminal

/// The columns of a roll's table on the screen: one is chosen, and what it is taken for is changed by keys.
struct ColumnTable: Equatable, Sendable {
  private(set) var draft: RollColumnsDraft
  private(set) var focus = 0

  /// The columns of a table; under the same headers as before, with what was said of them.
  init(_ head: RollTableHead, after earlier: ColumnTable?) {
    draft = RollColumnsDraft(head, after: earlier?.draft)
  }

  /// How far a page goes.
  private static let page = 8

  /// Takes a key; false when it means nothing here.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .up, .backTab: move(-1)
    case .down, .tab: move(1)
    case .pageUp: move(-ColumnTable.page)
    case .pageDown: move(ColumnTable.page)
    case .home: focus = 0
    case .end: move(draft.fields.count)
    case .left: draft.turn(-1, at: focus)
    case .right, .character(" "): draft.turn(1, at: focus)
    case .backspace, .delete, .character("0"): draft.set(nil, at: focus)
    case .character(let digit):
      guard let field = RollField.allCases.first(where: { $0.key == digit }) else { return false }
      draft.set(field, at: focus)
    default: return false
    }
    return true
  }

  private mutating func move(_ step: Int) {
    focus = max(0, min(draft.fields.count - 1, focus + step))
  }

  /// Goes to where a fault is put right.
  mutating func go(to fault: RollColumnsDraft.Fault) { focus = draft.place(of: fault) ?? focus }
}

extension RollField {
  /// The key that takes a column for this field.
  var key: Character? {
    switch self {
    case .name: "1"
    case .sex: "2"
    case .identityNumber: "3"
    case .birthDate: "4"
    case .group: "5"
    case .household: "6"
    case .address: "7"
    case .registrationClass: "8"
    case .phone: "9"
    case .station: "a"
    case .note: "b"
    }
  }
}
