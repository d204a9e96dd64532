/// A decoded symbol, with its corners in the pixels of the picture that a decoder was given.
struct CodeSymbol {
  let symbology: String
  let text: String
  let corners: [ImagePoint]
}

extension CodeSymbol {
  private var centre: ImagePoint {
    corners.reduce(ImagePoint(x: 0, y: 0)) { $0 + $1 * (1 / Double(max(corners.count, 1))) }
  }

  /// Whether the middle of one lies in the other.
  func overlaps(_ other: CodeSymbol) -> Bool {
    let reach = corners.map { $0.distance(to: centre) }.max() ?? 0
    return centre.distance(to: other.centre) < max(reach, 4)
  }
}
