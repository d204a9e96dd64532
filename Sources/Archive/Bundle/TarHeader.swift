import Ballot

/// The header blocks before a file in a bundle's tar (POSIX.1-2017 ustar and pax), a pure function of path and size.
enum TarHeader {
  static let block = 512
  /// The largest size that eleven octal digits hold.
  static let sizeLimit = 1 << 33 - 1
  /// The two blocks of zeros at the end.
  static let end = [UInt8](repeating: 0, count: 2 * block)

  /// All header blocks of a file.
  static func bytes(path: String, size: Int) -> [UInt8] {
    if fits(path) { return ustar(name: path, size: size, type: "0") }
    let standIn = "pax/" + Digest.of(path).bytes.prefix(8).hex
    let record = paxRecord("path", path)
    return ustar(name: standIn + ".x", size: record.count, type: "x") + record
      + padding(after: record.count) + ustar(name: standIn, size: size, type: "0")
  }

  /// Zeros up to the next block.
  static func padding(after size: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: padded(size) - size)
  }

  /// A size rounded up to whole blocks.
  static func padded(_ size: Int) -> Int { (size + block - 1) / block * block }

  /// Whether a path needs no pax header.
  static func fits(_ path: String) -> Bool {
    path.utf8.count <= 100 && path.utf8.allSatisfy { $0 < 0x80 }
  }

  private static func ustar(name: String, size: Int, type: Character) -> [UInt8] {
    let text =
      field(name, 100) + "0000644\0" + "0000000\0" + "0000000\0" + octal(size, 11) + "\0"
      + octal(FileSystem.constantTime, 11) + "\0" + "        " + String(type) + field("", 100)
      + "ustar\0" + "00" + field("", 32) + field("", 32) + "0000000\0" + "0000000\0" + field("", 167)
    var header = Array(text.utf8)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: Array((octal(sum, 6) + "\0 ").utf8))
    return header
  }

  private static func field(_ text: String, _ width: Int) -> String {
    text + String(repeating: "\0", count: width - text.utf8.count)
  }

  private static func octal(_ value: Int, _ width: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  /// `LENGTH key=value\n`, where the length counts its own digits.
  private static func paxRecord(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count
    while length != rest.utf8.count + String(length).utf8.count {
      length = rest.utf8.count + String(length).utf8.count
    }
    return Array("\(length)\(rest)".utf8)
  }
}
