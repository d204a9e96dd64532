import CCurl

/// Several requests on their way at once, each over a connection of its own; for one thread at a time.
///
/// Nothing is carried but while somebody waits for an answer. Requests that are still on their way at the end are given
/// up.
@safe final class HTTPLanes {
  private let multi: UnsafeMutableRawPointer
  private let lanes: [HTTPConnection]
  private var trips: [Trip?]

  /// A request on its lane.
  private struct Trip {
    let tag: Int
    let transfer: HTTPTransfer
  }

  /// An answer and the request that it belongs to.
  typealias Answer = (tag: Int, answer: Result<HTTPResponse, HTTPFault>)

  /// - Parameters:
  ///   - settings: How to connect; the lanes share the bandwidth.
  ///   - count: How many requests go at once.
  init(_ settings: TransportSettings, count: Int) {
    var share = settings
    share.bandwidth = settings.bandwidth.map { max($0 / count, 1) }
    lanes = (0..<count).map { _ in HTTPConnection(share) }
    trips = lanes.map { _ in nil }
    guard let multi = unsafe curl_multi_init() else { fatalError("out of memory") }
    unsafe self.multi = unsafe multi
  }

  deinit {
    for lane in lanes { unsafe curl_multi_remove_handle(multi, lane.handle) }
    unsafe curl_multi_cleanup(multi)
  }

  var isFull: Bool { !trips.contains { $0 == nil } }

  /// Gives a request to a free lane.
  ///
  /// - Parameters:
  ///   - request: What is sent.
  ///   - tag: By what its answer is known.
  ///   - progress: Called with the bytes of it that were sent so far.
  /// - Throws: `HTTPFault.file` when there is nothing to send.
  func start(_ request: HTTPRequest, as tag: Int, progress: ((Int) -> Void)?) throws(HTTPFault) {
    guard let free = trips.firstIndex(where: { $0 == nil }) else { preconditionFailure("no lane is free") }
    let transfer = try HTTPTransfer(request, sink: nil, progress: progress)
    lanes[free].prepare(request, transfer)
    unsafe curl_multi_add_handle(multi, lanes[free].handle)
    trips[free] = Trip(tag: tag, transfer: transfer)
  }

  /// Waits until a request has ended; nil when none is on its way.
  func next() -> Answer? {
    while trips.contains(where: { $0 != nil }) {
      if let answer = ended() { return answer }
      var running: Int32 = 0
      guard unsafe curl_multi_perform(multi, &running) == CURLM_OK else { return broken() }
      if running == trips.count(where: { $0 != nil }) { unsafe curl_multi_poll(multi, nil, 0, 1000, nil) }
    }
    return nil
  }

  /// A request that has ended since.
  private func ended() -> Answer? {
    var left: Int32 = 0
    guard let message = unsafe curl_multi_info_read(multi, &left),
      let lane = lanes.firstIndex(where: { unsafe $0.handle == message.pointee.easy_handle })
    else { return nil }
    let code = unsafe message.pointee.data.result
    return cleared(lane) { transfer throws(HTTPFault) in try lanes[lane].answer(to: transfer, code) }
  }

  /// libcurl itself has failed, which ends whatever was on its way.
  private func broken() -> Answer? {
    trips.firstIndex { $0 != nil }.flatMap { lane in
      cleared(lane) { _ throws(HTTPFault) in throw .other(code: Int(CURLM_INTERNAL_ERROR.rawValue)) }
    }
  }

  private func cleared(
    _ lane: Int, _ answer: (HTTPTransfer) throws(HTTPFault) -> HTTPResponse
  ) -> Answer? {
    guard let trip = trips[lane] else { return nil }
    trips[lane] = nil
    unsafe curl_multi_remove_handle(multi, lanes[lane].handle)
    return (trip.tag, Result { () throws(HTTPFault) in try answer(trip.transfer) })
  }
}
