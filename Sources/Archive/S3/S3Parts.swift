/// Parts of one multipart upload on their way, two at a time: while the server checks one, the other comes.
///
/// Parts that are still on their way at the end are given up; the server may have them all the same.
final class S3Parts {
  private let client: S3Client
  private let upload: String
  private let key: String
  private let lanes: HTTPLanes
  /// The parts that were sent, by number, without what the server says of them.
  private var sent: [Int: (size: Int, digest: Digest)] = [:]
  /// The parts that the server has.
  private(set) var stored: [Int: S3Client.Part] = [:]
  /// Whether the server does not know the upload.
  private(set) var isLost = false

  /// Bytes of parts on their way that were sent so far, by number.
  private var underway: [Int: Int] = [:]
  private let progress: ((Int) -> Void)?

  static let together = 2

  /// - Parameters:
  ///   - upload: The multipart upload, open.
  ///   - key: Its object.
  ///   - client: The bucket.
  ///   - progress: Called with the bytes of all parts that were sent so far.
  init(
    of upload: String, _ key: String, through client: S3Client, progress: ((Int) -> Void)? = nil
  ) {
    (self.client, self.upload, self.key, self.progress) = (client, upload, key, progress)
    lanes = HTTPLanes(client.place.transport, count: S3Parts.together)
  }

  /// The parts that the server has, in the order of their numbers.
  var inOrder: [S3Client.Part] { stored.values.sorted { $0.number < $1.number } }

  /// Takes over a part that the server has had before.
  func keep(_ part: S3Client.Part) { stored[part.number] = part }

  /// Sends a part with its SHA-256, as soon as there is room for it.
  ///
  /// - Throws: The fault of any part that was on its way.
  func send(_ bytes: [UInt8], _ digest: Digest, as number: Int) throws(S3Fault) {
    while lanes.isFull { try settle() }
    let request = client.request(
      "PUT", key, query: [("partNumber", "\(number)"), ("uploadId", upload)],
      headers: [("x-amz-checksum-sha256", digest.bytes.base64)], body: .bytes(bytes))
    sent[number] = (bytes.count, digest)
    do {
      try lanes.start(client.signed(request, payload: digest), as: number) { [weak self] count in
        self?.report(number, count)
      }
    } catch {
      throw .transport(error)
    }
  }

  private func report(_ number: Int, _ count: Int) {
    underway[number] = count
    progress?(stored.values.reduce(0) { $0 + $1.size } + underway.values.reduce(0, +))
  }

  /// Waits for one of the parts that are on their way; false when there is none.
  ///
  /// - Throws: The fault of that part.
  @discardableResult func settle() throws(S3Fault) -> Bool {
    guard let (number, answer) = lanes.next() else { return false }
    underway[number] = nil
    switch answer {
    case .failure(let fault): throw .transport(fault)
    case .success(let response): try take(response, for: number)
    }
    return true
  }

  private func take(_ response: HTTPResponse, for number: Int) throws(S3Fault) {
    if response.status == 404 {
      isLost = true
      return
    }
    guard response.status == 200 else { throw S3Fault(response) }
    guard let etag = response.headers["etag"], !etag.isEmpty, let (size, digest) = sent[number] else {
      throw .malformed
    }
    stored[number] = S3Client.Part(number: number, size: size, etag: etag, checksum: digest)
  }
}
