import CCurl

/// A client of one server over libcurl, which keeps the connection between requests; for one thread at a time.
@safe final class HTTPConnection {
  let handle: UnsafeMutableRawPointer
  private let settings: TransportSettings

  init(_ settings: TransportSettings) {
    _ = Self.library
    guard let handle = unsafe curl_easy_init() else { fatalError("out of memory") }
    unsafe self.handle = unsafe handle
    self.settings = settings
  }

  deinit { unsafe curl_easy_cleanup(handle) }

  /// libcurl's own setting up, which must happen once and before any thread uses it.
  private static let library: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Sends a request and waits for the whole answer.
  ///
  /// - Parameters:
  ///   - request: What is sent.
  ///   - sink: Where the body of an answer with status 200 goes; a body in memory may have 1 MiB.
  ///   - progress: Called with the bytes sent so far.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `HTTPFault` when there is no whole answer.
  func perform(
    _ request: HTTPRequest, into sink: HTTPSink? = nil, progress: ((Int) -> Void)? = nil
  ) throws(HTTPFault) -> HTTPResponse {
    let transfer = try HTTPTransfer(request, sink: sink, progress: progress)
    prepare(request, transfer)
    return try answer(to: transfer, unsafe curl_easy_perform(handle))
  }

  /// Sets everything up for a request; `transfer` must outlive it.
  func prepare(_ request: HTTPRequest, _ transfer: HTTPTransfer) {
    unsafe curl_easy_reset(handle)
    setTransport()
    unsafe transfer.keep(setRequest(request))
    unsafe transfer.attach(to: handle)
  }

  /// What has come of a request.
  func answer(to transfer: HTTPTransfer, _ code: CURLcode) throws(HTTPFault) -> HTTPResponse {
    if let fault = transfer.fault { throw fault }
    guard code == CURLE_OK else { throw Self.fault(code) }
    var status = 0
    unsafe curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
    return HTTPResponse(status: status, headers: transfer.headers, body: transfer.body)
  }

  private func setTransport() {
    unsafe curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    unsafe curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    unsafe curl_set_text(handle, CURLOPT_PROXY, "")
    unsafe curl_set_number(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    unsafe curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, min(settings.patience, 20))
    unsafe curl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    unsafe curl_set_number(handle, CURLOPT_LOW_SPEED_TIME, settings.patience)
    unsafe curl_set_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    unsafe curl_set_number(handle, CURLOPT_UPLOAD_BUFFERSIZE, 1 << 18)
    unsafe curl_set_number(handle, CURLOPT_BUFFERSIZE, 1 << 18)
    if let bandwidth = settings.bandwidth {
      unsafe curl_set_large(handle, CURLOPT_MAX_SEND_SPEED_LARGE, curl_off_t(bandwidth))
    }
    guard let authority = settings.authority else { return }
    unsafe curl_set_text(handle, CURLOPT_CAINFO, authority)
    unsafe curl_set_pointer(handle, CURLOPT_CAPATH, nil)
    unsafe curl_set_tls_callback(handle) { _, context, _ in
      let store = unsafe SSL_CTX_get_cert_store(OpaquePointer(context))
      return unsafe X509_STORE_set_flags(store, UInt(X509_V_FLAG_NO_CHECK_TIME)) == 1
        ? CURLE_OK : CURLE_ABORTED_BY_CALLBACK
    }
  }

  /// Sets what is asked; the answer is the list of header fields, for freeing.
  private func setRequest(_ request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
    unsafe curl_set_text(handle, CURLOPT_URL, request.url)
    unsafe curl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)
    unsafe curl_set_number(handle, CURLOPT_PATH_AS_IS, 1)
    if request.method == "HEAD" {
      unsafe curl_set_number(handle, CURLOPT_NOBODY, 1)
    } else if request.method != "GET" {
      unsafe curl_set_number(handle, CURLOPT_UPLOAD, 1)
      unsafe curl_set_large(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(request.body.size))
    }
    var list: UnsafeMutablePointer<curl_slist>?
    for (name, value) in request.headers {
      unsafe list = unsafe curl_slist_append(list, "\(name): \(value)") ?? list
    }
    unsafe list = unsafe curl_slist_append(list, "Expect:") ?? list
    unsafe curl_set_list(handle, CURLOPT_HTTPHEADER, list)
    return unsafe list
  }

  private static func fault(_ code: CURLcode) -> HTTPFault {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: .unreachable
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .untrusted
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_SSL_CONNECT_ERROR,
      CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL:
      .broken
    case CURLE_OPERATION_TIMEDOUT: .stalled
    default: .other(code: Int(code.rawValue))
    }
  }
}
