/// A bucket on an S3 server, one request at a time; for one thread.
package final class S3Client {
  package let place: S3Place
  private let connection: HTTPConnection
  private let signer: S3Signer
  private let clock: () -> Int
  /// How far the server's clock is ahead of ours, in seconds, once that was noticed.
  private var lead = 0

  /// SHA-256 of nothing.
  static let empty = Digest.of([UInt8]())
  /// A clock that differs by more than this is corrected; servers allow 15 minutes.
  private static let tolerance = 300

  /// - Parameters:
  ///   - place: The bucket.
  ///   - clock: Seconds since 1970 by this machine's clock, which may be wrong by years.
  package init(_ place: S3Place, clock: @escaping () -> Int) {
    self.place = place
    self.clock = clock
    connection = HTTPConnection(place.transport)
    signer = S3Signer(credentials: place.credentials, region: place.region)
  }

  /// Signs and sends; when the server refuses and its clock is another, once more by its clock.
  func exchange(
    _ method: String, _ key: String, query: [(String, String)] = [], headers: [(String, String)] = [],
    body: HTTPRequest.Body = .none, payload: Digest = S3Client.empty, into sink: HTTPSink? = nil,
    progress: ((Int) -> Void)? = nil
  ) throws(S3Fault) -> HTTPResponse {
    let request = request(method, key, query: query, headers: headers, body: body)
    let first = try send(request, payload: payload, into: sink, progress)
    guard first.status == 403, let theirs = first.headers["date"].flatMap(HTTPDate.seconds) else {
      return first
    }
    let found = theirs - clock()
    guard abs(found - lead) > Self.tolerance else { return first }
    lead = found
    return try send(request, payload: payload, into: sink, progress)
  }

  func request(
    _ method: String, _ key: String, query: [(String, String)], headers: [(String, String)],
    body: HTTPRequest.Body
  ) -> HTTPRequest {
    let path = "/\(place.bucket)" + (key.isEmpty ? "/" : "/" + HTTPRequest.encoded(key, keeping: "/"))
    return HTTPRequest(
      method: method, origin: place.endpoint, path: path, query: query.map { (name: $0.0, value: $0.1) },
      headers: headers.map { (name: $0.0, value: $0.1) }, body: body)
  }

  /// The request with its signature, by the server's clock as far as that is known.
  func signed(_ request: HTTPRequest, payload: Digest) -> HTTPRequest {
    signer.sign(request, payload: payload, at: clock() + lead)
  }

  private func send(
    _ request: HTTPRequest, payload: Digest, into sink: HTTPSink?, _ progress: ((Int) -> Void)?
  ) throws(S3Fault) -> HTTPResponse {
    do {
      return try connection.perform(signed(request, payload: payload), into: sink, progress: progress)
    } catch {
      throw .transport(error)
    }
  }
}
