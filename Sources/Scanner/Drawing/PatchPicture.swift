/// A patch of ink as a picture of its own, for reports.
package enum PatchPicture {
  /// Black on white, four pixels a cell, as a PNG file.
  package static func png(_ patch: [UInt8]) throws(ImageError) -> [UInt8] {
    let zoom = 4
    var picture = ColourImage(width: MarkPatch.width * zoom, height: MarkPatch.height * zoom)
    for (cell, ink) in patch.prefix(MarkPatch.count).enumerated() {
      let shade = ColourImage.Colour(red: 255 - ink, green: 255 - ink, blue: 255 - ink)
      for place in 0..<zoom * zoom {
        picture[
          cell % MarkPatch.width * zoom + place % zoom, cell / MarkPatch.width * zoom + place / zoom] = shade
      }
    }
    return try picture.png()
  }
}
