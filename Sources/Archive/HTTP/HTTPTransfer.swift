import CCurl

/// What one request takes in and gives out while libcurl carries it; libcurl holds a bare pointer to it.
@safe final class HTTPTransfer {
  private(set) var headers: [String: String] = [:]
  private(set) var body: [UInt8] = []
  /// Why the transfer was stopped from this side.
  private(set) var fault: HTTPFault?
  private var isGood = false
  /// Fields of the request, which libcurl reads while it is carried.
  private var fields: UnsafeMutablePointer<curl_slist>?

  private let source: Source
  private let sink: HTTPSink?
  private let progress: ((Int) -> Void)?

  private static let bodyLimit = 1 << 20
  private static let headerLimit = 200

  init(_ request: HTTPRequest, sink: HTTPSink?, progress: ((Int) -> Void)?) throws(HTTPFault) {
    do {
      source = try Source(request.body)
    } catch {
      throw .file(error)
    }
    self.sink = sink
    self.progress = progress
  }

  deinit { unsafe curl_slist_free_all(fields) }

  /// Takes over the request's fields, to free them at the end.
  @unsafe func keep(_ list: UnsafeMutablePointer<curl_slist>?) { unsafe fields = unsafe list }

  /// Gives libcurl the functions to call; `self` must outlive the transfer.
  @unsafe func attach(to handle: UnsafeMutableRawPointer) {
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe curl_set_bytes_callback(handle, CURLOPT_WRITEFUNCTION, onBody)
    unsafe curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    unsafe curl_set_bytes_callback(handle, CURLOPT_HEADERFUNCTION, onHeader)
    unsafe curl_set_pointer(handle, CURLOPT_HEADERDATA, me)
    unsafe curl_set_bytes_callback(handle, CURLOPT_READFUNCTION, onSource)
    unsafe curl_set_pointer(handle, CURLOPT_READDATA, me)
    if progress == nil { return }
    unsafe curl_set_number(handle, CURLOPT_NOPROGRESS, 0)
    unsafe curl_set_progress_callback(handle, onProgress)
    unsafe curl_set_pointer(handle, CURLOPT_XFERINFODATA, me)
  }

  /// Takes one line of the header; the line of a later answer begins anew.
  fileprivate func takeHeader(_ line: String) {
    if line.hasPrefix("HTTP/") {
      headers = [:]
      isGood = line.split(separator: " ").dropFirst().first == "200"
      return
    }
    guard let colon = line.firstIndex(of: ":"), headers.count < Self.headerLimit else { return }
    headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).trimmed
  }

  /// Takes a piece of the answer; false stops the transfer.
  fileprivate func takeBody(_ bytes: borrowing Span<UInt8>) -> Bool {
    do throws(FileFault) {
      if isGood, let sink {
        try sink.take(bytes)
        return true
      }
    } catch {
      fault = .file(error)
      return false
    }
    guard body.count + bytes.count <= Self.bodyLimit else {
      fault = .tooLarge
      return false
    }
    for index in bytes.indices { body.append(bytes[index]) }
    return true
  }

  /// Copies the next bytes to send; the answer is their count, nil stops the transfer.
  fileprivate func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    do throws(FileFault) {
      return try unsafe source.next(buffer)
    } catch {
      fault = .file(error)
      return nil
    }
  }

  fileprivate func report(_ sent: Int) { progress?(sent) }
}

/// The body that is sent, from memory or from a file.
private final class Source {
  private let file: File?
  private let path: String
  private let bytes: [UInt8]
  private var place: Range<Int>

  init(_ body: HTTPRequest.Body) throws(FileFault) {
    switch body {
    case .none:
      file = nil
      (path, bytes, place) = ("", [], 0..<0)
    case .bytes(let all):
      file = nil
      (path, bytes, place) = ("", all, all.indices)
    case .file(let name, let range):
      file = try File(name, .read)
      (path, bytes, place) = (name, [], range)
    }
  }

  func next(_ buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    let wanted = place.prefix(buffer.count)
    let piece = try file?.bytes(at: wanted.lowerBound, count: wanted.count)[...] ?? bytes[wanted]
    guard piece.count == wanted.count else {
      throw FileFault(operation: "read all of", path: path, code: 5)
    }
    unsafe buffer.copyBytes(from: piece)
    place = wanted.upperBound..<place.upperBound
    return piece.count
  }
}

/// The transfer that libcurl carries along.
private func transfer(_ data: UnsafeMutableRawPointer?) -> HTTPTransfer? {
  unsafe data.map { unsafe Unmanaged<HTTPTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private let onBody: curl_bytes_callback = { start, size, count, data in
  guard let start = unsafe start, let transfer = unsafe transfer(data) else { return 0 }
  let bytes = unsafe UnsafeRawBufferPointer(start: start, count: size * count)
  let taken = unsafe transfer.takeBody(bytes.bindMemory(to: UInt8.self).span)
  return taken ? size * count : 0
}

private let onHeader: curl_bytes_callback = { start, size, count, data in
  guard let start = unsafe start, let transfer = unsafe transfer(data) else { return 0 }
  let bytes = unsafe UnsafeRawBufferPointer(start: start, count: size * count)
  unsafe transfer.takeHeader(String(decoding: bytes, as: UTF8.self))
  return size * count
}

private let onSource: curl_bytes_callback = { start, size, count, data in
  let buffer = unsafe UnsafeMutableRawBufferPointer(start: start, count: size * count)
  return unsafe transfer(data)?.give(buffer) ?? Int(CURL_READFUNC_ABORT)
}

private let onProgress: curl_xferinfo_callback = { data, _, _, _, sent in
  unsafe transfer(data)?.report(Int(sent))
  return 0
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
