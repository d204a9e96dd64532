import Ballot

/// AWS Signature Version 4 over the header of a request, as S3 servers check it.
///
/// libcurl has a signer too; it signs queries as they stand and by the machine's clock. See docs/decisions/0013.
struct S3Signer: Sendable {
  let credentials: S3Credentials
  let region: String

  private static let algorithm = "AWS4-HMAC-SHA256"

  /// The request with the header fields that sign it.
  ///
  /// - Parameters:
  ///   - request: What is to be signed; every header field it has is covered.
  ///   - payload: SHA-256 of the body.
  ///   - time: Seconds since 1970 by the server's clock.
  /// - Returns: The request, signed.
  func sign(_ request: HTTPRequest, payload: Digest, at time: Int) -> HTTPRequest {
    var signed = request
    let stamp = Self.stamp(time)
    let host = request.origin.split(separator: "/").last.map(String.init) ?? ""
    signed.headers += [("host", host), ("x-amz-content-sha256", payload.hex), ("x-amz-date", stamp)]
    signed.headers.sort { $0.name < $1.name }
    let names = signed.headers.map(\.name).joined(separator: ";")
    let canonical = [
      request.method, request.path, request.canonicalQuery,
      signed.headers.map { "\($0.name):\($0.value.trimmed)\n" }.joined(), names, payload.hex,
    ].joined(separator: "\n")
    let scope = "\(stamp.prefix(8))/\(region)/s3/aws4_request"
    let text = [Self.algorithm, stamp, scope, Digest.of(canonical).hex].joined(separator: "\n")
    let signature = HMAC.sha256(text, key: key(day: String(stamp.prefix(8)))).hex
    signed.headers.append(
      (
        "authorization",
        "\(Self.algorithm) Credential=\(credentials.accessKey)/\(scope), SignedHeaders=\(names), "
          + "Signature=\(signature)"
      ))
    return signed
  }

  private func key(day: String) -> [UInt8] {
    [day, region, "s3", "aws4_request"]
      .reduce(Array("AWS4\(credentials.secretKey)".utf8)) { HMAC.sha256($1, key: $0) }
  }

  /// A time as `20261124T013000Z`.
  static func stamp(_ seconds: Int) -> String {
    // An Instant writes China's time; eight hours earlier its digits are those of UTC.
    Instant(seconds: seconds - 8 * 3600).description.prefix(19)
      .filter { $0 != "-" && $0 != ":" } + "Z"
  }
}

/// The two halves of an S3 access key.
package struct S3Credentials: Hashable, Sendable, CustomStringConvertible {
  package let accessKey: String
  let secretKey: String

  package init(accessKey: String, secretKey: String) {
    self.accessKey = accessKey
    self.secretKey = secretKey
  }

  /// The public half only, so that no message or log ever has the secret one.
  package var description: String { accessKey }
}
