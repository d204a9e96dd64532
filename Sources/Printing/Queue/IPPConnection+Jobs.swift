import CCups

extension IPPConnection {
  /// Creates a job and sends its document; a job without its document is cancelled again.
  func submit(_ sheet: PrintRequest, to queue: String) throws(PrintError) -> Int {
    let number = try create(sheet, queue)
    let document = IPPMessage(IPP_OP_SEND_DOCUMENT, uri: uri(of: queue))
    document.add("job-id", number)
    document.add("document-format", "application/pdf", IPP_TAG_MIMETYPE)
    document.add("last-document", true)
    do {
      _ = try ask(document, path: "/printers/\(queue)", file: sheet.file)
    } catch {
      try? cancel(number, of: queue)
      throw error
    }
    return number
  }

  private func create(_ sheet: PrintRequest, _ queue: String) throws(PrintError) -> Int {
    let request = IPPMessage(IPP_OP_CREATE_JOB, uri: uri(of: queue))
    request.add("job-name", sheet.title, IPP_TAG_NAME)
    request.add("copies", sheet.copies, group: IPP_TAG_JOB)
    request.add("media", "iso_a4_210x297mm", IPP_TAG_KEYWORD, group: IPP_TAG_JOB)
    if sheet.twoSided { request.add("sides", "two-sided-long-edge", IPP_TAG_KEYWORD, group: IPP_TAG_JOB) }
    do throws(PrintError) {
      guard let number = try ask(request, path: "/printers/\(queue)").integer("job-id") else {
        throw PrintError.refused(status: 0, message: "no job number")
      }
      return number
    } catch .refused(let status, let message) {
      throw IPPConnection.reason(status, message, queue)
    }
  }

  private static func reason(_ status: Int, _ message: String, _ queue: String) -> PrintError {
    switch ipp_status_t(Int32(status)) {
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS: .notAccepting(queue: queue)
    case IPP_STATUS_ERROR_NOT_FOUND: .noSuchQueue(name: queue)
    default: .refused(status: status, message: message)
    }
  }

  func cancel(_ job: Int, of queue: String) throws(PrintError) {
    let request = IPPMessage(IPP_OP_CANCEL_JOB, uri: uri(of: queue))
    request.add("job-id", job)
    _ = try ask(request, path: "/jobs/")
  }

  /// The jobs of a queue that have not ended, with their names.
  func open(on queue: String) throws(PrintError) -> [(number: Int, title: String)] {
    let request = IPPMessage(IPP_OP_GET_JOBS, uri: uri(of: queue))
    request.add("which-jobs", "not-completed", IPP_TAG_KEYWORD)
    request.request(["job-id", "job-name"])
    return try ask(request).groups(IPP_TAG_JOB).compactMap { job in
      job["job-id"]?.first.flatMap { Int($0) }.map { ($0, job["job-name"]?.first ?? "") }
    }
  }

  /// Looks at a job and, after it, at its printer; nil when the server knows no such job.
  func read(_ job: Int, of queue: String) throws(PrintError) -> JobReading? {
    let request = IPPMessage(IPP_OP_GET_JOB_ATTRIBUTES, uri: uri(of: queue))
    request.add("job-id", job)
    request.request(["job-state", "job-state-reasons", "job-printer-state-message"])
    let answer: IPPMessage
    do { answer = try ask(request) } catch .refused(let status, _)
      where status == Int(IPP_STATUS_ERROR_NOT_FOUND.rawValue)
    {
      return nil
    }
    guard let state = answer.integer("job-state").flatMap(JobReading.State.init) else { return nil }
    let printer = try printer(queue)
    return JobReading(
      state: state, reasons: answer.strings("job-state-reasons"),
      message: answer.string("job-printer-state-message"),
      printerReasons: printer.strings("printer-state-reasons"),
      printerMessage: printer.string("printer-state-message"))
  }

  private func printer(_ queue: String) throws(PrintError) -> IPPMessage {
    let request = IPPMessage(IPP_OP_GET_PRINTER_ATTRIBUTES, uri: uri(of: queue))
    request.request(["printer-state-reasons", "printer-state-message"])
    return try ask(request)
  }

  /// Removes the trace of a lost job, which CUPS would leave on the queue for ever.
  func clearTraces(on queue: String) throws(PrintError) {
    let reasons = try printer(queue).strings("printer-state-reasons")
    guard reasons.contains(where: { reason in JobReading.traces.contains { reason.hasPrefix($0) } }) else {
      return
    }
    let request = IPPMessage(IPP_OP_CUPS_ADD_MODIFY_PRINTER, uri: uri(of: queue))
    request.add("printer-state-reasons", "none", IPP_TAG_KEYWORD, group: IPP_TAG_PRINTER)
    _ = try ask(request, path: "/admin/")
  }
}
