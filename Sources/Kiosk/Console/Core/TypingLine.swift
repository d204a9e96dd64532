import Terminal
import Typing

extension Key {
  /// The key as the Chinese input understands it; nil for keys that belong to the screen.
  var forTyping: ChineseInput.Key? {
    switch self {
    case .character(" "): .space
    case .character(let character): .character(character)
    case .enter: .enter
    case .backspace: .backspace
    case .escape: .escape
    case .pageUp, .up: .pageUp
    case .pageDown, .down: .pageDown
    case .left: .previous
    case .right: .next
    default: nil
    }
  }
}

extension ChineseInput {
  /// The line of letters and candidates.
  var line: String {
    let proposals = candidates.enumerated().map { index, candidate in
      let note = candidate.note.isEmpty ? "" : "（\(candidate.note)）"
      return index == highlighted
        ? "[\(index + 1) \(candidate.text)\(note)]" : " \(index + 1) \(candidate.text)\(note) "
    }
    return "拼 \(pickedText)\(preedit)  \(proposals.joined())"
  }
}
