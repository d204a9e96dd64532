/// Frames of Motion JPEG made files that stand alone (ITU-T T.81).
///
/// A camera may leave the Huffman tables out, because all frames would have the same ones, and fills its buffer up
/// behind the end of the picture.
enum MotionJPEG {
  /// The picture with tables and without what follows its end; nil when its beginning or its end is missing.
  static func whole(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]), let end = end(of: bytes) else { return nil }
    guard let scan = scanWithoutTables(bytes) else {
      return end == bytes.count ? bytes : Array(bytes[..<end])
    }
    return bytes[..<scan] + tables + bytes[scan..<end]
  }

  /// The place behind the last end-of-image marker; a cut picture has none.
  private static func end(of bytes: [UInt8]) -> Int? {
    var at = bytes.count - 2
    while at >= 2 {
      if bytes[at] == 0xFF, bytes[at + 1] == 0xD9 { return at + 2 }
      at -= 1
    }
    return nil
  }

  /// Where the scan begins if no Huffman table stands before it; nil when there are tables, or no scan.
  private static func scanWithoutTables(_ bytes: [UInt8]) -> Int? {
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF {
      switch bytes[at + 1] {
      case 0xC4: return nil
      case 0xDA: return at
      case 0xFF: at += 1
      default: at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
      }
    }
    return nil
  }

  /// The standard's typical tables (T.81, tables K.3 to K.6), which decoders take for granted here.
  static let tables: [UInt8] = {
    let parts: [(UInt8, [UInt8], [UInt8])] = [
      (0x00, [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], Array(0...11)),
      (0x10, [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D], brightness),
      (0x01, [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], Array(0...11)),
      (0x11, [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77], colour),
    ]
    let body = parts.flatMap { [$0.0] + $0.1 + $0.2 }
    let length = body.count + 2
    return [0xFF, 0xC4, UInt8(length >> 8), UInt8(length & 0xFF)] + body
  }()

  private static let brightness: [UInt8] = hex(
    """
    0102030004110512213141061351610722711432 8191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435
    363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798
    999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4
    f5f6f7f8f9fa
    """)

  private static let colour: [UInt8] = hex(
    """
    0001020311040521310612415107617113223281 08144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a
    35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a9293949596
    9798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4
    f5f6f7f8f9fa
    """)

  private static func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
