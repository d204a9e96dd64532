/// The size of a picture as its file header tells, known before anything is decoded.
struct ImageSize: Equatable {
  let width: Int
  let height: Int
  var pixels: Int { width * height }

  /// Reads the IHDR chunk of a PNG (RFC 2083, 4.1.1).
  init?(png bytes: [UInt8]) {
    guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      return nil
    }
    self.init(ImageSize.number(bytes[16..<20]), ImageSize.number(bytes[20..<24]))
  }

  /// Reads the frame header of a JPEG (ITU-T T.81, B.2.2).
  init?(jpeg bytes: [UInt8]) {
    var place = 2
    while place + 9 < bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      if (0xC0...0xC2).contains(marker) {
        self.init(
          ImageSize.number(bytes[(place + 7)..<(place + 9)]),
          ImageSize.number(bytes[(place + 5)..<(place + 7)]))
        return
      }
      place += 2 + ImageSize.number(bytes[(place + 2)..<(place + 4)])
    }
    return nil
  }

  private init?(_ width: Int, _ height: Int) {
    guard (1...30_000).contains(width), (1...30_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
