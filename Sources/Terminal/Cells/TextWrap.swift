/// Breaks a text into lines of so many columns as Chinese is set.
package enum TextWrap {
  /// What may not begin a line (GB/T 15834: closing marks), and what may not end one.
  private static let closing: Set<Character> = Set("，。、；：？！）》」』】〕”’…,.;:?!)]}%")
  private static let opening: Set<Character> = Set("（《「『【〔“‘([{")

  /// The lines; a Latin word stays whole where it fits, else it is broken behind a slash, as a path is.
  ///
  /// A line break in the text is kept.
  package static func lines(_ text: String, columns: Int) -> [String] {
    guard columns > 1 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrap(Array($0), columns)
    }
  }

  private static func wrap(_ text: [Character], _ columns: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < text.count {
      let end = end(of: text, from: start, columns)
      lines.append(String(text[start..<end]).trimmedEnd)
      start = end
      while start < text.count, text[start] == " " { start += 1 }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// The place after the last character of a line.
  private static func end(of text: [Character], from start: Int, _ columns: Int) -> Int {
    var (at, used) = (start, 0)
    while at < text.count {
      let width = CharacterWidth.columns(text[at])
      guard used + width <= columns else { break }
      used += width
      at += 1
    }
    guard at < text.count, at > start else { return max(at, min(start + 1, text.count)) }
    return last(before: at, after: start, where: { mayBreak(text, before: $0) })
      ?? last(before: at, after: start, where: { text[$0 - 1] == "/" }) ?? at
  }

  /// The last place up to `end` at which a line may end.
  private static func last(before end: Int, after start: Int, where fits: (Int) -> Bool) -> Int? {
    stride(from: end, to: start, by: -1).first(where: fits)
  }

  private static func mayBreak(_ text: [Character], before index: Int) -> Bool {
    let (left, right) = (text[index - 1], text[index])
    if closing.contains(right) || opening.contains(left) { return false }
    return !(isWord(left) && isWord(right))
  }

  private static func isWord(_ character: Character) -> Bool {
    character != " " && CharacterWidth.columns(character) < 2
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
