/// One request to a server.
struct HTTPRequest: Sendable {
  var method: String
  /// Scheme, host and port, without a slash at the end.
  var origin: String
  /// The path as it goes over the wire, percent-encoded, with its leading slash.
  var path: String
  /// The query's fields, encoded when written.
  var query: [(name: String, value: String)] = []
  /// Header fields; names in lower case.
  var headers: [(name: String, value: String)] = []
  var body = Body.none

  /// What is sent after the header.
  enum Body: Sendable {
    case none
    case bytes([UInt8])
    /// A part of a file, read while it is sent.
    case file(path: String, Range<Int>)

    var size: Int {
      switch self {
      case .none: 0
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      }
    }
  }

  /// The query in the one spelling that AWS Signature Version 4 signs: encoded, sorted, every field with its sign.
  var canonicalQuery: String {
    query.map { (Self.encoded($0.name), Self.encoded($0.value)) }.sorted { $0 < $1 }
      .map { "\($0)=\($1)" }.joined(separator: "&")
  }

  var url: String { origin + path + (query.isEmpty ? "" : "?" + canonicalQuery) }

  /// A text percent-encoded but for the unreserved characters (RFC 3986 §2.3).
  static func encoded(_ text: String, keeping kept: String = "") -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~\(kept)".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte in
      plain.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a server answered.
struct HTTPResponse: Sendable {
  let status: Int
  /// Header fields by their name in lower case; of a repeated field the last.
  let headers: [String: String]
  let body: [UInt8]
}
