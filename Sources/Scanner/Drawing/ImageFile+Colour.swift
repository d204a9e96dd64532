extension ImageFile {
  /// The picture in colour, about as many pixels wide as asked for, at most at its own size.
  func colour(width wanted: Int) throws(ImageError) -> ColourImage {
    let eighths = min(max((wanted * 8 + width / 2) / width, 1), 8)
    switch format {
    case .jpeg:
      return try JPEGDecoder().colour(bytes, width: width, height: height, eighths: eighths)
    case .png, .pgm:
      return ColourImage(try gray(reduction: eighths > 4 ? 1 : eighths > 2 ? 2 : eighths > 1 ? 4 : 8))
    }
  }
}
