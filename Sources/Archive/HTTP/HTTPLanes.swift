import CCurl

/// Several requests on their way at once, each over a connection of its own; for one thread at a time.
@safe final class HTTPLanes {
  private let multi: UnsafeMutableRawPointer
  private let lanes: [HTTPConnection]

  /// - Parameters:
  ///   - settings: How to connect; the lanes share the bandwidth.
  ///   - count: How many requests go at once.
  init(_ settings: TransportSettings, count: Int) {
    var share = settings
    share.bandwidth = settings.bandwidth.map { max($0 / count, 1) }
    lanes = (0..<count).map { _ in HTTPConnection(share) }
    guard let multi = unsafe curl_multi_init() else { fatalError("out of memory") }
    unsafe self.multi = unsafe multi
  }

  deinit { unsafe curl_multi_cleanup(multi) }

  /// Sends requests and waits for all their answers, in the order of the requests; at most one a lane.
  ///
  /// - Parameters:
  ///   - requests: What is sent.
  ///   - progress: Called with the bytes that were sent so far of all of them.
  /// - Returns: The answers, whatever their status.
  func perform(_ requests: [HTTPRequest], progress: ((Int) -> Void)?) -> [Result<HTTPResponse, HTTPFault>] {
    precondition(requests.count <= lanes.count)
    var sent = [Int](repeating: 0, count: requests.count)
    let transfers = requests.indices.map { index in
      Result { () throws(HTTPFault) in
        try HTTPTransfer(requests[index], sink: nil) { bytes in
          sent[index] = bytes
          progress?(sent.reduce(0, +))
        }
      }
    }
    for (index, transfer) in transfers.enumerated() {
      guard let transfer = try? transfer.get() else { continue }
      lanes[index].prepare(requests[index], transfer)
      unsafe curl_multi_add_handle(multi, lanes[index].handle)
    }
    let codes = run()
    return transfers.enumerated().map { index, transfer in
      Result { () throws(HTTPFault) in
        try lanes[index].answer(to: transfer.get(), codes[index] ?? CURLE_RECV_ERROR)
      }
    }
  }

  /// Carries what was added to its end; how each lane ended.
  private func run() -> [Int: CURLcode] {
    var codes: [Int: CURLcode] = [:]
    var running: Int32 = 1
    while running > 0 {
      guard unsafe curl_multi_perform(multi, &running) == CURLM_OK else { break }
      if running > 0 { unsafe curl_multi_poll(multi, nil, 0, 1000, nil) }
    }
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard let lane = lanes.firstIndex(where: { unsafe $0.handle == message.pointee.easy_handle })
      else { continue }
      unsafe codes[lane] = message.pointee.data.result
    }
    for lane in lanes { unsafe curl_multi_remove_handle(multi, lane.handle) }
    return codes
  }
}
