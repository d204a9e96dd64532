import Archive
import Ballot
import Terminal

extension CountScreen {
  var pickingKeys: [KeyHint] {
    [KeyHint(.upDown, .choose), KeyHint(.enterKey, .decideAnew), KeyHint("Esc", .back)]
  }

  /// Whether a kept sheet lies on the table whose lines can be decided anew.
  var isPickable: Bool { table == nil && !isReading && sight?.sheet != nil && sight?.lines.isEmpty == false }

  /// Chooses a line of the sheet on the table; two scrutineers then decide it.
  mutating func handlePicking(_ key: Key) -> Action {
    guard let at = picking, let sight, let sheet = sight.sheet, sight.lines.indices.contains(at) else {
      picking = nil
      return .none
    }
    switch key {
    case .up: picking = max(0, at - 1)
    case .down: picking = min(sight.lines.count - 1, at + 1)
    case .escape: picking = nil
    case .enter: return decideAnew(PendingMark(sight.lines[at], of: sheet))
    default: return .unknownKey
    }
    return .none
  }
}

extension PendingMark {
  /// A line as it was read, with no picture yet.
  fileprivate init(_ line: SeenLine, of sheet: ReadingID) {
    self.init(
      sheet: sheet, line: line.line, post: line.post, name: line.name, mark: line.mark,
      isDoubtful: line.isDoubtful, zoom: nil)
  }
}
