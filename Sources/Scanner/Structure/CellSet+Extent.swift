/// The smallest upright rectangle round cells.
struct Extent: Equatable, Sendable {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  var larger: Int { max(width, height) }
  var smaller: Int { min(width, height) }
}

extension CellSet {
  /// The rectangle round all cells; nil when there are none.
  var extent: Extent? {
    var (columns, top, bottom) = (UInt64(0), MarkPatch.height, -1)
    for y in 0..<MarkPatch.height where rows[y] != 0 {
      columns |= rows[y]
      top = min(top, y)
      bottom = y
    }
    guard columns != 0 else { return nil }
    let left = columns.trailingZeroBitCount
    return Extent(
      left: left, top: top, width: 64 - columns.leadingZeroBitCount - left, height: bottom - top + 1)
  }

  /// How many steps it is from the middle of a rectangle to the nearest cell.
  func distance(fromMiddleOf extent: Extent) -> Int {
    var near = CellSet(
      x: extent.left + (extent.width - 1) / 2, y: extent.top + (extent.height - 1) / 2)
    var distance = 0
    while near.intersection(self).isEmpty, distance < MarkPatch.width {
      near = near.grown
      distance += 1
    }
    return distance
  }
}
