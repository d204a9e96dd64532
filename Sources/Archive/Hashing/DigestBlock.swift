/// The blocks in which SHA-256 (FIPS 180-4, 5.1.1) and SM3 (GB/T 32905-2016, 5.2) take messages in, and their padding: the same for both.
enum DigestBlock {
  /// Bytes of a block.
  static let size = 64

  /// How long a message's last `count` bytes are with their padding.
  static func padded(_ count: Int) -> Int { (count + 9 + size - 1) / size * size }

  /// Writes the padding behind the last bytes of a message of `length` bytes, which stand in `part` of `bytes`.
  static func pad(_ bytes: inout [UInt8], after part: Range<Int>, length: Int) {
    let end = part.lowerBound + padded(part.count)
    bytes[part.upperBound] = 0x80
    for index in part.upperBound + 1..<end - 8 { bytes[index] = 0 }
    for place in 0..<8 { bytes[end - 1 - place] = UInt8(truncatingIfNeeded: (length * 8) >> (8 * place)) }
  }
}
