/// Why an S3 server did not do what it was asked.
package enum S3Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// No whole answer came.
  case transport(HTTPFault)
  /// The server is overloaded or out of order for now.
  case busy(status: Int)
  /// What arrived is not what was sent: the checksum differs.
  case damagedOnTheWay
  /// The server has no room left.
  case full
  /// The server refuses: keys, rights, bucket, or a name it does not know.
  case refused(status: Int, code: String)
  /// The answer is not one of an S3 server.
  case malformed

  /// Whether trying again later may help without anybody doing anything.
  package var passes: Bool {
    switch self {
    case .transport(.untrusted), .transport(.file), .refused: false
    case .transport, .busy, .damagedOnTheWay, .full, .malformed: true
    }
  }

  package var description: String {
    switch self {
    case .transport(let fault): fault.description
    case .busy(let status): "The server is out of order for now (\(status))."
    case .damagedOnTheWay: "The bytes were damaged on the way."
    case .full: "The server has no room left."
    case .refused(let status, let code): "The server refuses (\(status) \(code))."
    case .malformed: "The answer is not one of an S3 server."
    }
  }

  /// The fault that an answer with an error status stands for.
  init(_ response: HTTPResponse) {
    let error = S3Element.root(of: response.body)
    let code = error?.name == "Error" ? error?["Code"] ?? "" : ""
    self =
      switch (response.status, code) {
      case (_, "BadDigest"), (_, "XAmzContentSHA256Mismatch"), (_, "XAmzContentChecksumMismatch"),
        (_, "IncompleteBody"):
        .damagedOnTheWay
      case (507, _), (_, "QuotaExceeded"), (_, "EntityTooLarge"), (_, "StorageFull"): .full
      case (429, _), (500..., _), (408, _), (_, "RequestTimeout"), (409, _): .busy(status: response.status)
      case (200..<300, _): .malformed
      default: .refused(status: response.status, code: String(code.prefix(64)))
      }
  }
}
