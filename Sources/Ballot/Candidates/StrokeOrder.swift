/// Puts names in the order of strokes (姓氏笔画排序), as candidates stand on a ballot.
///
/// Names are compared character by character, the surname first: fewer strokes come first; among equals the kind of
/// the first stroke that differs, 横 竖 撇 点 折. Of one surname, those with one character behind it come before those
/// with two. A middle dot (阿卜杜拉·买买提) is passed over. This is the usage of official lists of persons; no law
/// fixes it for villages (`[U]`).
package struct StrokeOrder: Sendable {
  private let table: StrokeTable

  package init(_ table: StrokeTable = .shipped) { self.table = table }

  private static let dots: Set<Character> = ["·", "•", "・", "．"]

  /// The characters of a name that the table does not know.
  package func unknown(in name: String) -> [Character] {
    name.filter { !StrokeOrder.dots.contains($0) && table[$0] == nil }
  }

  /// Whether one name stands before another; equal names stand in neither order.
  package func precedes(_ left: String, _ right: String) -> Bool {
    key(left).lexicographicallyPrecedes(key(right))
  }

  /// A character's place: its strokes, then its code, so that 人 and 入 always stand in one order.
  private struct Place: Comparable {
    let strokes: StrokeTable.Strokes
    let code: UInt32

    static func < (left: Place, right: Place) -> Bool {
      left.strokes == right.strokes ? left.code < right.code : left.strokes < right.strokes
    }
  }

  /// The places of a name's characters; a name of two has a gap between them, which comes before every character.
  private func key(_ name: String) -> [Place] {
    let places = name.filter { !StrokeOrder.dots.contains($0) }.map(place)
    guard places.count == 2 else { return places }
    return [places[0], Place(strokes: StrokeTable.Strokes(kinds: []), code: 0), places[1]]
  }

  private func place(_ character: Character) -> Place {
    Place(
      strokes: table[character] ?? StrokeTable.Strokes(kinds: Array(repeating: 9, count: 99)),
      code: character.unicodeScalars.first?.value ?? 0)
  }
}
