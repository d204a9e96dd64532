/// Writes small compound files: a header, the sector table, a directory, and one stream of whole sectors.
struct CompoundBytes {
  var stream: String
  /// Records of a workbook: type and data.
  var records: [(UInt16, [UInt8])] = []
  /// Makes the stream's last sector point back to its first.
  var isLooped = false

  private static let end: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF

  var bytes: [UInt8] {
    let content = padded(records.flatMap { le(UInt64($0.0), 2) + le(UInt64($0.1.count), 2) + $0.1 })
    return header + table(content.count / 512) + directory(content.count) + content
  }

  /// At least 4096 bytes, so that the stream is not a small one.
  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    let size = max(4096, (bytes.count + 511) / 512 * 512)
    return bytes + Array(repeating: 0, count: size - bytes.count)
  }

  private var header: [UInt8] {
    let lists = (1..<109).flatMap { _ in le(UInt64(Self.free), 4) }
    return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 16) + le(0x3E, 2)
      + le(3, 2)
      + le(0xFFFE, 2) + le(9, 2) + le(6, 2) + Array(repeating: 0, count: 10) + le(1, 4) + le(1, 4) + le(0, 4)
      + le(4096, 4)
      + le(UInt64(Self.end), 4) + le(0, 4) + le(UInt64(Self.end), 4) + le(0, 4) + le(0, 4) + lists
  }

  private func table(_ sectors: Int) -> [UInt8] {
    var links: [UInt32] = [0xFFFF_FFFD, Self.end]
    for index in 0..<sectors {
      links.append(index + 1 < sectors ? UInt32(index + 3) : isLooped ? 2 : Self.end)
    }
    links += Array(repeating: Self.free, count: 128 - links.count)
    return links.flatMap { le(UInt64($0), 4) }
  }

  private func directory(_ size: Int) -> [UInt8] {
    entry("Root Entry", start: Self.end, size: 0) + entry(stream, start: 2, size: size)
      + Array(repeating: 0, count: 256)
  }

  private func entry(_ name: String, start: UInt32, size: Int) -> [UInt8] {
    let units = name.utf16.flatMap { le(UInt64($0), 2) }
    return units + Array(repeating: 0, count: 64 - units.count) + le(UInt64(units.count + 2), 2)
      + Array(repeating: 0, count: 50) + le(UInt64(start), 4) + le(UInt64(size), 8)
  }

  private func le(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
  }
}
