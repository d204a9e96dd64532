extension S3Client {
  /// A part of a multipart upload that the server has.
  struct Part: Hashable, Sendable {
    let number: Int
    let size: Int
    let etag: String
    /// The SHA-256 that the server keeps of it.
    let checksum: Digest?
  }

  /// Begins a multipart upload; its id.
  func begin(_ key: String) throws(S3Fault) -> String {
    let response = try exchange(
      "POST", key, query: [("uploads", "")], headers: [("x-amz-checksum-algorithm", "SHA256")])
    guard response.status == 200 else { throw S3Fault(response) }
    guard let id = S3Element.root(of: response.body)?["UploadId"], !id.isEmpty else { throw .malformed }
    return id
  }

  /// The multipart upload of this very key that the server knows of, if any: begun before a power cut.
  func upload(of key: String) throws(S3Fault) -> String? {
    let response = try exchange("GET", "", query: [("uploads", ""), ("prefix", key)])
    guard response.status == 200 else { throw S3Fault(response) }
    guard let root = S3Element.root(of: response.body), root.name == "ListMultipartUploadsResult" else {
      throw .malformed
    }
    return root.all("Upload").last { $0["Key"] == key }?["UploadId"]
  }

  /// The parts that the server has; nil when it does not know the upload.
  func parts(of upload: String, _ key: String) throws(S3Fault) -> [Part]? {
    var parts: [Part] = []
    while true {
      let response = try exchange(
        "GET", key, query: [("uploadId", upload), ("part-number-marker", "\(parts.last?.number ?? 0)")])
      if response.status == 404 { return nil }
      guard response.status == 200 else { throw S3Fault(response) }
      guard let root = S3Element.root(of: response.body), root.name == "ListPartsResult" else {
        throw .malformed
      }
      let more = root.all("Part").compactMap(Part.init)
      let last = parts.last?.number ?? 0
      parts += more.filter { $0.number > last }.sorted { $0.number < $1.number }
      if root["IsTruncated"] != "true" || more.isEmpty { return parts }
    }
  }

  /// Puts the parts together to an object that must not be there yet; nil when the server does not know the upload.
  func complete(_ upload: String, _ key: String, parts: [Part]) throws(S3Fault) -> Outcome? {
    let elements = parts.map { part in
      let checksum = part.checksum.map { "<ChecksumSHA256>\($0.bytes.base64)</ChecksumSHA256>" } ?? ""
      let etag = part.etag.replacing("\"", with: "&quot;")
      return "<Part>\(checksum)<ETag>\(etag)</ETag><PartNumber>\(part.number)</PartNumber></Part>"
    }
    let body = Array(
      """
      <CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\(elements.joined())\
      </CompleteMultipartUpload>
      """.utf8)
    let response = try exchange(
      "POST", key, query: [("uploadId", upload)], headers: [("if-none-match", "*")], body: .bytes(body),
      payload: Digest.of(body))
    switch response.status {
    case 412: return .thereAlready
    case 404: return nil
    case 200:
      // A server may answer 200 at once and the error later, in the body (CompleteMultipartUpload, AWS).
      guard S3Element.root(of: response.body)?.name == "CompleteMultipartUploadResult" else {
        throw S3Fault(response)
      }
      return .stored
    default: throw S3Fault(response)
    }
  }

  /// Gives an upload up, so that its parts take no room.
  func abort(_ upload: String, _ key: String) throws(S3Fault) {
    let response = try exchange("DELETE", key, query: [("uploadId", upload)])
    guard [200, 204, 404].contains(response.status) else { throw S3Fault(response) }
  }
}

extension S3Client.Part {
  fileprivate init?(_ element: S3Element) {
    guard let number = element["PartNumber"].flatMap({ Int($0) }), 1...10_000 ~= number,
      let size = element["Size"].flatMap({ Int($0) }), let etag = element["ETag"], !etag.isEmpty
    else { return nil }
    let checksum = element["ChecksumSHA256"].flatMap { [UInt8](base64: $0) }.flatMap(Digest.init(bytes:))
    self.init(number: number, size: size, etag: etag, checksum: checksum)
  }
}
