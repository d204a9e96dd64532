/// A JPEG picture's bytes (ITU-T T.81), rid of what cameras write about themselves and the time.
enum PictureBytes {
  /// The picture without comments and application segments but JFIF and Adobe's colour note; nil if it is no JPEG.
  ///
  /// The image data stay as they are, bit for bit: only marker segments before the scan are left out.
  static func withoutMetadata(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0xff, 0xd8]) else { return nil }
    var (kept, position) = (Array(bytes.prefix(2)), 2)
    while let segment = Segment(bytes, at: position) {
      if segment.startsScan { return kept + bytes[position...] }
      if !segment.isMetadata { kept += bytes[segment.range] }
      position = segment.range.upperBound
    }
    return nil
  }

  /// A marker segment: 0xff, a marker, and a length that counts itself.
  private struct Segment {
    let marker: UInt8
    let range: Range<Int>

    init?(_ bytes: [UInt8], at start: Int) {
      guard start + 4 <= bytes.count, bytes[start] == 0xff else { return nil }
      marker = bytes[start + 1]
      let length = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
      guard marker >= 0xc0, length >= 2, start + 2 + length <= bytes.count else { return nil }
      range = start..<(start + 2 + length)
    }

    var startsScan: Bool { marker == 0xda }

    /// COM, and APP1 to APP15 but APP14.
    var isMetadata: Bool { marker == 0xfe || (0xe1...0xef ~= marker && marker != 0xee) }
  }
}
