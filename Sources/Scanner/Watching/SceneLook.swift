/// What one frame looks like from afar: enough to tell whether something moved, lies still, and is in focus.
package struct SceneLook: Sendable, Equatable {
  /// The mean brightness of the fields of a coarse grid, row by row.
  let fields: [UInt8]
  /// Whether some mark of a ballot, or of another code, can be seen.
  let showsMarks: Bool
  package let isBlurred: Bool

  static let columns = 64
  static let rows = 48

  init(fields: [UInt8], showsMarks: Bool, isBlurred: Bool) {
    self.fields = fields
    self.showsMarks = showsMarks
    self.isBlurred = isBlurred
  }

  /// Looks at a frame; for `marks` and focus too, which costs more.
  package init(_ image: GrayImage, marks: Bool) {
    fields = image.withPixels(SceneLook.fields)
    showsMarks = marks && FinderHint.isSeen(in: image)
    isBlurred = marks && image.withPixels { Sharpness($0).isBlurred }
  }

  /// Every fourth dot of every fourth row suffices.
  private static let step = 4

  private static func fields(_ pixels: PixelView) -> [UInt8] {
    (0..<columns * rows).map { field in
      let left = field % columns * pixels.width / columns
      let right = (field % columns + 1) * pixels.width / columns
      let top = field / columns * pixels.height / rows
      let bottom = (field / columns + 1) * pixels.height / rows
      var (sum, count) = (0, 0)
      for y in Swift.stride(from: top, to: max(bottom, top + 1), by: step) {
        for x in Swift.stride(from: left, to: max(right, left + 1), by: step) {
          sum += Int(pixels[x, y])
          count += 1
        }
      }
      return UInt8(sum / max(1, count))
    }
  }

  /// The mean brightness, 0…255.
  package var brightness: Int { fields.reduce(0) { $0 + Int($1) } / max(1, fields.count) }

  /// How many fields in a thousand differ by more than a step of brightness.
  ///
  /// A change of the whole picture is taken off first: cameras adjust themselves.
  func change(from other: SceneLook, beyond step: Int = 14) -> Int {
    guard fields.count == other.fields.count, !fields.isEmpty else { return 1000 }
    let shift = min(max(brightness - other.brightness, -20), 20)
    let changed = zip(fields, other.fields).count { abs(Int($0) - Int($1) - shift) > step }
    return changed * 1000 / fields.count
  }

  /// So many fields in a thousand may flicker in a scene in which nothing moves.
  static let stillness = 4

  /// Whether the scene is another one than it was.
  package func differs(from other: SceneLook) -> Bool { change(from: other) > SceneLook.stillness }
}
