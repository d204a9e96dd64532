/// A bucket on an S3 server and how to get there.
package struct S3Place: Hashable, Sendable {
  /// Scheme, host and port, such as `https://archive.example:9000`.
  package let endpoint: String
  package let bucket: String
  package let region: String
  package let credentials: S3Credentials
  package var transport: TransportSettings

  /// Nil for an endpoint with a path, user or query, for a bucket with other than `a-z 0-9 . -`, and for plain `http` to any other machine: what is sent has people's names in it.
  package init?(
    endpoint: String, bucket: String, region: String, credentials: S3Credentials, transport: TransportSettings
  ) {
    guard Self.isUsable(endpoint: endpoint), 3...63 ~= bucket.utf8.count,
      bucket.utf8.allSatisfy({
        0x61...0x7a ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    self.endpoint = endpoint
    self.bucket = bucket
    self.region = region
    self.credentials = credentials
    self.transport = transport
  }

  private static func isUsable(endpoint: String) -> Bool {
    let parts = endpoint.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ isHostByte($0) || $0 == UInt8(ascii: ":") })
    else { return false }
    let host = parts[1].prefix { $0 != ":" }
    return parts[0] == "https" || (parts[0] == "http" && ["127.0.0.1", "localhost"].contains(host))
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

/// An object in a bucket.
package struct S3Object: Hashable, Sendable {
  package let key: String
  package let size: Int
  /// The SHA-256 that the server keeps of the whole object, if it does.
  package let checksum: Digest?
}
