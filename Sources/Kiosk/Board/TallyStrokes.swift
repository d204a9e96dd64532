/// Votes as strokes of 正, five a sign, as they are chalked on a blackboard.
enum TallyStrokes {
  /// What stands for one to four strokes.
  private static let begun = ["", "一", "丅", "下", "止"]

  /// The strokes of a number in at most so many columns, two a sign.
  ///
  /// Where there is no room for all, the full signs left out are named first: `〔正×40〕正正下`.
  static func text(_ votes: Int, columns: Int) -> String {
    let (full, rest) = (max(0, votes) / 5, begun[max(0, votes) % 5])
    let signs = full + (rest.isEmpty ? 0 : 1)
    if signs * 2 <= columns { return String(repeating: "正", count: full) + rest }
    // The brackets, the sign, the cross and the digits; the number left out shrinks as more signs are shown.
    let head = { (left: Int) in "〔正×\(left)〕" }
    let room = (columns - 7 - String(full).count) / 2
    let shown = max(0, min(full, room - (rest.isEmpty ? 0 : 1)))
    return head(full - shown) + String(repeating: "正", count: shown) + rest
  }
}
