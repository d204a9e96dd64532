import Foundation
import Testing

@testable import Archive

@Suite("Bundles that were tampered with")
struct BundleTamperingTests {
  let folder: Folder

  init() throws {
    folder = try Folder(inMemory: true)
  }

  /// Flips one bit at each offset in turn; the answer is the offsets where the verifier saw nothing.
  private func unseen(_ offsets: some Sequence<Int>, in bundle: SealedBundle) throws -> [Int] {
    let file = try File(bundle.file.path, .update)
    return try offsets.filter { offset in
      let intact = try file.bytes(at: offset, count: 1)
      try file.write([intact[0] ^ UInt8(1 << (offset % 8))], at: offset)
      defer { try? file.write(intact, at: offset) }
      return BundleVerifier.verify(bundle.file).isSound
    }
  }

  @Test("A flipped bit anywhere in a tar header or padding is found")
  func headers() throws {
    let bundle = try Samples.seal(in: folder.url)
    let entries = try TarReader.entries(of: File(bundle.file.path, .read))
    var offsets: [Int] = []
    for entry in entries {
      offsets += entry.start..<entry.content
      offsets += (entry.content + entry.size)..<(entry.content + TarHeader.padded(entry.size))
    }
    offsets += (bundle.size - TarHeader.end.count)..<bundle.size
    var generator = Generator(seed: 5)
    let some = Exhaustive.isWanted ? offsets : Array(offsets.shuffled(using: &generator).prefix(1200))
    #expect(offsets.count > 15_000)
    #expect(try unseen(some, in: bundle) == [])
  }

  @Test("A flipped bit in any file of the bundle is found")
  func contents() throws {
    let bundle = try Samples.seal(in: folder.url)
    var generator = Generator(seed: 6)
    for entry in try TarReader.entries(of: File(bundle.file.path, .read)) where entry.size > 0 {
      let all = Array(entry.content..<(entry.content + entry.size))
      let edges = [all[0], all[all.count - 1]]
      let offsets = Exhaustive.isWanted ? all : edges + all.shuffled(using: &generator).prefix(6)
      #expect(try unseen(offsets, in: bundle) == [], "\(entry.path)")
    }
  }

  @Test("A file cut off anywhere, or with bytes added, is found")
  func lengths() throws {
    let bundle = try Samples.seal(in: folder.url)
    let whole = try Data(contentsOf: bundle.file)
    for length in stride(from: 0, to: whole.count, by: 977) {
      let file = folder.file("cut.tar")
      try whole.prefix(length).write(to: file)
      #expect(!BundleVerifier.verify(file).isSound, "\(length)")
    }
    for tail in [1, 512, 1024, 10_240] {
      let file = folder.file("long.tar")
      try (whole + Data(repeating: 0, count: tail)).write(to: file)
      #expect(!BundleVerifier.verify(file).isSound, "\(tail)")
    }
  }

  @Test("Noise is a finding, never a crash")
  func noise() throws {
    var generator = Generator(seed: 12)
    let whole = Array(try Data(contentsOf: Samples.seal(in: folder.url).file))
    for _ in 0..<150 {
      var bytes = whole
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let noise = generator.bytes(min(Int.random(in: 1...600, using: &generator), bytes.count - start))
      bytes.replaceSubrange(start..<(start + noise.count), with: noise)
      let file = folder.file("noise.tar")
      try Data(bytes).write(to: file)
      #expect(!BundleVerifier.verify(file).isSound)
    }
    #expect(
      BundleVerifier.verify(folder.file("none.tar")).findings
        == [.unreadable(FileFault(operation: "open", path: folder.file("none.tar").path, code: ENOENT))])
  }

  @Test("Hostile tars are refused for what they are", arguments: HostileTar.allCases)
  func hostile(_ hostile: HostileTar) throws {
    let file = folder.file("hostile.tar")
    try Data(hostile.bytes).write(to: file)
    #expect(BundleVerifier.verify(file).findings == [.tar(hostile.fault)])
  }
}

/// Whether every byte is to be tried, which takes minutes.
enum Exhaustive {
  static let isWanted = ProcessInfo.processInfo.environment["KIOSK_EXHAUSTIVE"] == "1"
}

/// Tars that try to lead a reader astray.
enum HostileTar: CaseIterable {
  case traversal, absolute, twice, unsorted, symbolicLink, directory, hugeSize, bytesAfterEnd, secondFolder,
    otherPax

  private static let folder = "500112001001_2026-1_r1"

  private static func file(_ path: String, _ content: String = "x") -> [UInt8] {
    let bytes = Array(content.utf8)
    return TarHeader.bytes(path: path, size: bytes.count) + bytes + TarHeader.padding(after: bytes.count)
  }

  /// A header with one byte changed and its checksum put right.
  private static func header(_ path: String, size: Int = 0, type: UInt8) -> [UInt8] {
    var header = TarHeader.bytes(path: path, size: size)
    header[156] = type
    header.replaceSubrange(148..<156, with: Array("        ".utf8))
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    header.replaceSubrange(
      148..<156, with: Array((String(repeating: "0", count: 6 - sum.count) + sum + "\0 ").utf8))
    return header
  }

  var bytes: [UInt8] {
    let (folder, end) = (Self.folder, TarHeader.end)
    return switch self {
    case .traversal: Self.file("\(folder)/../../etc/passwd") + end
    case .absolute: Self.file("/etc/passwd") + end
    case .twice: Self.file("\(folder)/a") + Self.file("\(folder)/a") + end
    case .unsorted: Self.file("\(folder)/b") + Self.file("\(folder)/a") + end
    case .symbolicLink: Self.header("\(folder)/a", type: UInt8(ascii: "2")) + end
    case .directory: Self.header("\(folder)/a", type: UInt8(ascii: "5")) + end
    case .hugeSize: TarHeader.bytes(path: "\(folder)/a", size: TarHeader.sizeLimit) + end
    case .bytesAfterEnd: Self.file("\(folder)/a") + end + [0]
    case .secondFolder: Self.file("\(folder)/a") + Self.file("other/a") + end
    case .otherPax:
      // The same path written with a pax header, though it needs none.
      Array(TarHeader.bytes(path: "\(folder)/数", size: 1).prefix(512)) + Self.file("\(folder)/a") + end
    }
  }

  var fault: TarFault {
    let folder = Self.folder
    return switch self {
    case .traversal: .unusablePath("\(folder)/../../etc/passwd")
    case .absolute: .unusablePath("/etc/passwd")
    case .twice, .unsorted: .outOfOrder("\(folder)/a")
    case .symbolicLink: .entryType(UInt8(ascii: "2"), offset: 0)
    case .directory: .entryType(UInt8(ascii: "5"), offset: 0)
    case .hugeSize: .truncated(offset: 0)
    case .bytesAfterEnd: .endMalformed(offset: 1024)
    case .secondFolder: .unusablePath("other/a")
    case .otherPax: .headerMalformed(offset: 0)
    }
  }
}
