import Archive
import Ballot

/// A few hundred accepted public bundles whose rows stand together, one file a table.
struct RowSegment: Equatable {
  /// The bundles whose rows are in it, sorted.
  let bundles: [Digest]
  /// SHA-256 of each file, by the table's name.
  let files: [String: Digest]

  /// The file that names what is in a segment; written last.
  static let index = "segment.json"
  static let sizeLimit = 1 << 22

  init(bundles: [Digest], files: [String: Digest]) {
    self.bundles = bundles.sorted()
    self.files = files
  }

  /// What the segment is called: the beginning of the hash of what it says.
  var name: String { String(Digest.of(text).hex.prefix(24)) }

  var text: String {
    JSON.object([
      "bundles": .array(bundles.map { .string($0.hex) }),
      "files": .object(files.mapValues { .string($0.hex) }),
    ]).canonical + "\n"
  }

  /// The segment that an index describes; nil for anything but what `text` writes.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), let json = try? JSON(parsing: text),
      let names = json["bundles"]?.elements, let members = json["files"]?.members
    else { return nil }
    self.init(
      bundles: names.compactMap { $0.string.flatMap { Digest(hex: $0) } },
      files: members.compactMapValues { $0.string.flatMap { Digest(hex: $0) } })
    guard self.text == text else { return nil }
  }
}
