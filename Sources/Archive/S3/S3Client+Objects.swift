package import Foundation

extension S3Client {
  /// What became of a PUT that does not overwrite.
  package enum Outcome: Sendable {
    case stored
    /// An object of that key was there before; it was left alone.
    case thereAlready
  }

  /// Stores a whole file that must not be there yet.
  package func put(
    _ file: URL, as key: String, progress: ((Int) -> Void)? = nil
  ) throws(S3Fault) -> Outcome {
    let (size, digest) = try local { () throws(FileFault) in
      let file = try File(file.path, .read)
      let size = try file.size()
      return (size, try file.digest(0..<size))
    }
    return try put(.file(path: file.path, 0..<size), digest, as: key, progress: progress)
  }

  /// Stores bytes with their SHA-256; nothing of that key must be there yet.
  func put(
    _ bytes: [UInt8], _ digest: Digest, as key: String, progress: ((Int) -> Void)?
  ) throws(S3Fault) -> Outcome {
    try put(.bytes(bytes), digest, as: key, progress: progress)
  }

  private func put(
    _ body: HTTPRequest.Body, _ digest: Digest, as key: String, progress: ((Int) -> Void)?
  ) throws(S3Fault) -> Outcome {
    let response = try exchange(
      "PUT", key, headers: [("if-none-match", "*"), ("x-amz-checksum-sha256", digest.bytes.base64)],
      body: body, payload: digest, progress: progress)
    switch response.status {
    case 200: return .stored
    case 412: return .thereAlready
    default: throw S3Fault(response)
    }
  }

  /// Stores bytes in place of whatever had that key.
  package func replace(_ bytes: [UInt8], as key: String) throws(S3Fault) {
    let digest = Digest.of(bytes)
    let response = try exchange(
      "PUT", key, headers: [("x-amz-checksum-sha256", digest.bytes.base64)], body: .bytes(bytes),
      payload: digest)
    guard response.status == 200 else { throw S3Fault(response) }
  }

  /// A small object; nil when there is none.
  package func get(_ key: String) throws(S3Fault) -> [UInt8]? {
    let response = try exchange("GET", key)
    switch response.status {
    case 200: return response.body
    case 404: return nil
    default: throw S3Fault(response)
    }
  }

  /// Copies an object into a new file; its SHA-256 as it came, or nil when there is none.
  package func download(_ key: String, to file: URL) throws(S3Fault) -> Digest? {
    let sink = try local { () throws(FileFault) in try HTTPSink(creating: file.path) }
    let response = try exchange("GET", key, into: sink)
    switch response.status {
    case 200: return try local { () throws(FileFault) in try sink.finish() }
    case 404: return nil
    default: throw S3Fault(response)
    }
  }

  /// What the server knows of an object; nil when there is none.
  package func head(_ key: String) throws(S3Fault) -> S3Object? {
    let response = try exchange("HEAD", key, headers: [("x-amz-checksum-mode", "ENABLED")])
    switch response.status {
    case 200:
      guard let size = response.headers["content-length"].flatMap({ Int($0) }) else { throw .malformed }
      let checksum = response.headers["x-amz-checksum-sha256"].flatMap { [UInt8](base64: $0) }
      return S3Object(key: key, size: size, checksum: checksum.flatMap(Digest.init(bytes:)))
    case 404: return nil
    default: throw S3Fault(response)
    }
  }

  /// The objects whose keys begin so, in order of their keys, at most a thousand after `key`.
  package func list(prefix: String, after key: String = "") throws(S3Fault) -> [S3Object] {
    var query = [("list-type", "2"), ("prefix", prefix)]
    if !key.isEmpty { query.append(("start-after", key)) }
    let response = try exchange("GET", "", query: query)
    guard response.status == 200 else { throw S3Fault(response) }
    guard let root = S3Element.root(of: response.body), root.name == "ListBucketResult" else {
      throw .malformed
    }
    return root.all("Contents").compactMap { entry in
      guard let key = entry["Key"], let size = entry["Size"].flatMap({ Int($0) }) else { return nil }
      return S3Object(key: key, size: size, checksum: nil)
    }
  }

  /// Makes the bucket; whether it is there now.
  package func makeBucket() throws(S3Fault) -> Bool {
    [200, 409].contains(try exchange("PUT", "").status)
  }

  /// Removes an object; that it is gone already is no fault.
  package func remove(_ key: String) throws(S3Fault) {
    let response = try exchange("DELETE", key)
    guard [200, 204, 404].contains(response.status) else { throw S3Fault(response) }
  }

  /// Runs something on the local disk.
  func local<Value>(_ body: () throws(FileFault) -> Value) throws(S3Fault) -> Value {
    do {
      return try body()
    } catch {
      throw .transport(.file(error))
    }
  }
}

extension File {
  /// SHA-256 of a part of the file.
  func digest(_ range: Range<Int>) throws(FileFault) -> Digest {
    var stream = DigestStream(.sha256)
    var buffer = [UInt8](repeating: 0, count: min(1 << 18, max(range.count, 1)))
    var offset = range.lowerBound
    while offset < range.upperBound {
      let read = try read(into: &buffer, limit: range.upperBound - offset, at: offset)
      if read == 0 { break }
      stream.update(buffer.span.extracting(0..<read))
      offset += read
    }
    return stream.finish()
  }
}
