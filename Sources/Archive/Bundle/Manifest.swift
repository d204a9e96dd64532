import Ballot

/// A BagIt manifest (RFC 8493 §2.1.3): a digest and a path a line, sorted by path.
struct Manifest: Equatable {
  private(set) var digests: [String: Digest]

  init(_ digests: [String: Digest]) {
    self.digests = digests
  }

  /// The manifest as `sha256sum` writes and reads it.
  var text: String {
    digests.sorted { BundlePath.precedes($0.key, $1.key) }.map { "\($0.value.hex)  \($0.key)\n" }.joined()
  }

  /// The size of the manifest of these paths, known before any digest is.
  static func size(of paths: some Sequence<String>) -> Int {
    paths.reduce(0) { $0 + 2 * Digest.size + 2 + $1.utf8.count + 1 }
  }

  /// The manifest in these bytes; nil for anything but what `text` writes.
  init?(parsing bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else { return nil }
    digests = [:]
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: "  ", maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count == 2, let digest = Digest(hex: fields[0]),
        digests.updateValue(digest, forKey: String(fields[1])) == nil
      else { return nil }
    }
    guard Array(self.text.utf8) == bytes else { return nil }
  }
}
