/// Writes small zip files without compression, byte by byte, so that a test can say exactly what is wrong with one.
struct ZipBytes {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: String) {
    let data = Array(content.utf8)
    let name = Array(name.utf8)
    let sizes = le32(ZipBytes.crc(data)) + le32(UInt32(data.count)) + le32(UInt32(data.count))
    let common = le16(20) + le16(0) + le16(0) + le16(0) + le16(0x21) + sizes + le16(name.count) + le16(0)
    directory += le32(0x0201_4B50) + le16(20) + common + le16(0) + le16(0) + le16(0) + le32(0)
    directory += le32(UInt32(body.count)) + name
    body += le32(0x0403_4B50) + common + name + data
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + le32(0x0605_4B50) + le16(0) + le16(0) + le16(count) + le16(count)
      + le32(UInt32(directory.count)) + le32(UInt32(body.count)) + le16(0)
  }

  private func le16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  private func le32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

  /// CRC-32 of ISO 3309.
  private static func crc(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}
