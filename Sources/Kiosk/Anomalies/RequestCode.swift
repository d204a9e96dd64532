import Archive
import Ballot

/// A request to the guidance body as text for a code symbol: `KAQ1:` and base 45 of its bytes (decision 0011).
struct RequestCode {
  static let prefix = "KAQ1:"
  /// More hashes would make the symbol too fine to be photographed.
  static let mostPapers = 10

  let request: AuthorisationRequest

  var text: String { RequestCode.prefix + Base45.encode(request.bytes) }

  /// The request's hash, which the decision names.
  var digest: Digest { Digest.of(request.bytes) }

  init(_ request: AuthorisationRequest) { self.request = request }

  /// Reads exactly what `text` writes; nil for anything else.
  init?(text: String) {
    guard text.hasPrefix(RequestCode.prefix),
      let bytes = Base45.decode(String(text.dropFirst(RequestCode.prefix.count))),
      let request = AuthorisationRequest(bytes: bytes)
    else { return nil }
    self.request = request
  }

  /// Ten digits to be compared by telephone: the first fifty bits of the hash.
  var short: String { ShortCode.text(of: digest.bytes) }
}

/// Ten digits in two groups, for people to compare: `7K2QF-9D0AM`.
enum ShortCode {
  static func text(of bytes: [UInt8]) -> String {
    let digits = Base32.encode(bytes, count: 10)
    return "\(digits.prefix(5))-\(digits.suffix(5))"
  }

  /// A public key's name for people.
  static func ofKey(_ hex: String) -> String { text(of: Digest.of([UInt8](hex: hex) ?? []).bytes) }
}
