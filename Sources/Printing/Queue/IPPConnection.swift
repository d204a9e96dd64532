import CCups

/// An open connection to a print server; used by one thread.
@safe final class IPPConnection {
  private let http: OpaquePointer
  private let server: PrintServer

  init(_ server: PrintServer) throws(PrintError) {
    self.server = server
    let opened = unsafe httpConnect2(
      server.host, Int32(server.port), nil, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1, 3000, nil)
    guard let http = unsafe opened else { throw .serverUnreachable(server: server.name) }
    unsafe self.http = unsafe http
    unsafe httpSetTimeout(http, 10, { _, _ in 0 }, nil)
  }

  deinit { unsafe httpClose(http) }

  /// Sends a request, with a file behind it when one is given.
  func ask(_ request: IPPMessage, path: String = "/", file: String? = nil) throws(PrintError) -> IPPMessage {
    let answer: OpaquePointer?
    if let file {
      unsafe answer = unsafe cupsDoFileRequest(http, request.release(), path, file)
    } else {
      unsafe answer = unsafe cupsDoRequest(http, request.release(), path)
    }
    let message = unsafe IPPMessage(owning: answer)
    let status = Int(cupsLastError().rawValue)
    guard status > Int(IPP_STATUS_OK_EVENTS_COMPLETE.rawValue) || status < 0 else { return message }
    throw refusal(status)
  }

  private func refusal(_ status: Int) -> PrintError {
    let text = unsafe String(cString: cupsLastErrorString())
    switch ipp_status_t(Int32(status)) {
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE, IPP_STATUS_ERROR_INTERNAL, IPP_STATUS_ERROR_DEVICE:
      return .serverUnreachable(server: server.name)
    default: return .refused(status: status, message: text)
    }
  }

  func uri(of queue: String) -> String { "ipp://localhost/printers/\(queue)" }

  /// All queues of the server.
  func queues() throws(PrintError) -> [QueueState] {
    let request = IPPMessage(IPP_OP_CUPS_GET_PRINTERS)
    request.request(IPPConnection.queueAttributes)
    do {
      let chosen = try? ask(IPPMessage(IPP_OP_CUPS_GET_DEFAULT)).string("printer-name")
      return try ask(request).groups(IPP_TAG_PRINTER).compactMap { QueueState($0, default: chosen) }
    } catch .refused(let status, _) where status == Int(IPP_STATUS_ERROR_NOT_FOUND.rawValue) {
      return []
    }
  }

  private static let queueAttributes = [
    "printer-name", "printer-state", "printer-state-reasons", "printer-state-message",
    "printer-is-accepting-jobs",
    "printer-make-and-model",
  ]
}

extension QueueState {
  fileprivate init?(_ attributes: [String: [String]], default chosen: String?) {
    guard let name = attributes["printer-name"]?.first,
      let state = attributes["printer-state"]?.first.flatMap({ Int($0) }).flatMap(Activity.init)
    else { return nil }
    self.init(
      name: name, activity: state,
      reasons: (attributes["printer-state-reasons"] ?? []).filter { $0 != "none" },
      message: attributes["printer-state-message"]?.first ?? "",
      isAccepting: attributes["printer-is-accepting-jobs"]?.first == "true", isDefault: name == chosen,
      model: attributes["printer-make-and-model"]?.first ?? "")
  }
}
