internal import Ballot

/// What the marks of one sheet look like, small enough to be kept and compared.
///
/// Two pictures of one sheet have nearly the same prints; two sheets have not, even when one hand marked the same
/// names on both. A print is computed from the picture alone, which is kept beside it, and says nothing of time, place
/// or person. Sheets without marks have empty prints and are like none.
///
/// In bytes: for each box that is not blank (at most `most`, in the order of the page) its place on the page, counted
/// from 0, then 20 × 16 cells of ink in four bits each, two cells a byte, the left one in the high bits.
package struct SheetPrint: Sendable, Equatable {
  /// One box: its place on the page, and its cells, 0…15.
  struct Box: Sendable, Equatable {
    let place: UInt8
    let cells: [UInt8]
  }

  let boxes: [Box]

  static let width = MarkPatch.width / 2
  static let height = MarkPatch.height / 2
  static let cells = width * height
  /// Boxes that suffice to know a sheet again.
  static let most = 12
  private static let size = 1 + cells / 2

  init(_ examined: [PageReader.Examined], ink: [Float]) {
    boxes = examined.indices.filter { examined[$0].guess.mark != .blank }.prefix(SheetPrint.most).map {
      Box(place: UInt8(truncatingIfNeeded: $0), cells: SheetPrint.cells(ink, at: $0 * MarkPatch.count))
    }
  }

  /// The print of these bytes; nil when they are none.
  package init?(bytes: [UInt8]) {
    guard bytes.count % SheetPrint.size == 0, bytes.count / SheetPrint.size <= SheetPrint.most else {
      return nil
    }
    boxes = stride(from: 0, to: bytes.count, by: SheetPrint.size).map { start in
      let packed = bytes[start + 1..<start + SheetPrint.size]
      return Box(place: bytes[start], cells: packed.flatMap { [$0 >> 4, $0 & 15] })
    }
  }

  package var bytes: [UInt8] {
    boxes.flatMap { box in
      [box.place]
        + stride(from: 0, to: SheetPrint.cells, by: 2).map { box.cells[$0] << 4 | box.cells[$0 + 1] }
    }
  }

  /// Each cell the mean of four of the patch.
  private static func cells(_ ink: [Float], at offset: Int) -> [UInt8] {
    (0..<cells).map { cell in
      let at = offset + cell / width * 2 * MarkPatch.width + cell % width * 2
      let sum = ink[at] + ink[at + 1] + ink[at + MarkPatch.width] + ink[at + MarkPatch.width + 1]
      return UInt8(min(max(sum * 15 / 4 + 0.5, 0), 15))
    }
  }

  /// How alike two prints are: the correlation of the ink in their least alike box, 0 when other boxes are marked.
  package func likeness(to other: SheetPrint) -> Double {
    guard !boxes.isEmpty, boxes.map(\.place) == other.boxes.map(\.place) else { return 0 }
    return zip(boxes, other.boxes).map { SheetPrint.correlation($0.cells, $1.cells) }.min() ?? 0
  }

  /// Whether both are most likely pictures of one sheet.
  ///
  /// The fewer marks there are, the more alike they must be: one ○ is soon like another, three hardly ever.
  package func isAlike(_ other: SheetPrint) -> Bool {
    let limit = boxes.count == 1 ? 0.97 : boxes.count == 2 ? 0.93 : 0.85
    return likeness(to: other) >= limit
  }

  /// The correlation of the cells inside the printed frame, at the best of nine displacements by one cell.
  private static func correlation(_ one: [UInt8], _ other: [UInt8]) -> Double {
    var best = -1.0
    for dy in -1...1 {
      for dx in -1...1 { best = max(best, correlation(one, other, dx, dy)) }
    }
    return best
  }

  /// Cells on the frame and round it, which all boxes have alike.
  private static let rim = (x: 4, y: 4)

  private static func correlation(_ one: [UInt8], _ other: [UInt8], _ dx: Int, _ dy: Int) -> Double {
    var (a, b, aa, bb, ab, n) = (0, 0, 0, 0, 0, 0)
    for y in rim.y..<height - rim.y {
      for x in rim.x..<width - rim.x {
        let (p, q) = (Int(one[y * width + x]), Int(other[(y + dy) * width + x + dx]))
        (a, b, aa, bb, ab, n) = (a + p, b + q, aa + p * p, bb + q * q, ab + p * q, n + 1)
      }
    }
    let (va, vb) = (Double(n * aa - a * a), Double(n * bb - b * b))
    guard va > 0, vb > 0 else { return 0 }
    return Double(n * ab - a * b) / (va * vb).squareRoot()
  }
}
