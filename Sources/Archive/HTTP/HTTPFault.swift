/// Why there was no answer, or not a whole one.
package enum HTTPFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The server's name or address leads nowhere, or nobody listens there.
  case unreachable
  /// The server's certificate is not by the authority that was pinned, or not for this name.
  case untrusted
  /// The connection broke, or the answer was cut off.
  case broken
  /// Nothing moved for too long.
  case stalled
  /// The answer is larger than any that is expected.
  case tooLarge
  /// A local file could not be read or written on the way.
  case file(FileFault)
  /// Any other refusal of libcurl, by its number.
  case other(code: Int)

  package var description: String {
    switch self {
    case .unreachable: "The server cannot be reached."
    case .untrusted: "The server's certificate is not by the authority that is trusted here."
    case .broken: "The connection broke off."
    case .stalled: "The connection stalled."
    case .tooLarge: "The server's answer is too large."
    case .file(let fault): fault.description
    case .other(let code): "The transfer failed (libcurl \(code))."
    }
  }
}
