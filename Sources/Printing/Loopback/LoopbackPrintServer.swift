import Glibc

/// A CUPS server and an IPP printer of our own on this machine's loopback, for demonstrations and tests.
///
/// The printer puts each printed job as a PDF into a directory. A supervising shell holds the programs; it ends them
/// and removes their state when `stop()` is called, and also when this program dies in whatever way.
package final class LoopbackPrintServer: Sendable {
  package let server: PrintServer
  package let queue: PrintQueue
  /// The directory where the printed PDFs appear, numbered from `0001.pdf`.
  package let printed: String
  let state: String
  private let supervisor: Supervisor

  /// Starts the programs and waits until the queue takes jobs.
  ///
  /// A port that was free may be taken by the time it is wanted, so a failed start is tried once more. As root the
  /// server works as the user `lp`; as anybody else it works as that user.
  package static func start(printingTo directory: String) async throws(PrintError) -> LoopbackPrintServer {
    try await OwnThread.run { () throws(PrintError) in
      do throws(PrintError) {
        return try LoopbackPrintServer(directory, backend: nil)
      } catch .didNotStart {
        return try LoopbackPrintServer(directory, backend: nil)
      }
    }
  }

  /// A backend of the caller's in the place of the IPP printer.
  struct Backend: Sendable {
    let name: String
    let script: String
  }

  init(_ directory: String, backend: Backend?) throws(PrintError) {
    let programs = try Programs.find()
    StateDirectory.removeStale()
    guard let state = StateDirectory.make(), StateDirectory.makeDirectory(directory),
      let absolute = StateDirectory.absolute(directory), let ports = LoopbackPort.two()
    else { throw .didNotStart(log: "no directory or no port (errno \(errno))") }
    self.state = state
    printed = absolute
    server = PrintServer(host: "127.0.0.1", port: ports.0)
    queue = PrintQueue(name: "kiosk", server: server)
    var files = LoopbackFiles(
      state: state, printed: absolute, serverPort: ports.0, printerPort: ports.1, programs: programs)
    if let backend { files.programDirectory = StateDirectory.install(backend, in: state) }
    for file in files.all {
      guard StateDirectory.write(file.content, to: file.path) else { throw .didNotStart(log: file.path) }
    }
    guard
      let child = ChildProcess(
        ["/bin/bash", "--norc", "-c", ". '\(state)/supervise.sh'"], log: "\(state)/log.txt")
    else {
      throw .didNotStart(log: "no process")
    }
    supervisor = Supervisor(child)
    StateDirectory.write("\(child.id)\n", to: "\(state)/pid")
    do {
      try waitForServer()
      try addQueue(
        programs, device: backend.map { "\($0.name)://\(state)" } ?? "ipp://localhost:\(ports.1)/ipp/print")
    } catch {
      stop()
      throw error
    }
  }

  deinit { stop() }

  /// Ends the programs and removes their state; what was printed stays.
  package func stop() { supervisor.stop() }

  /// Switches the printer off as if somebody pulled the plug, or on again; it is when this returns.
  package func setPower(_ on: Bool) {
    supervisor.tell(on ? "on" : "off")
    for _ in 0..<LoopbackPrintServer.patience where (unsafe access("\(state)/power", F_OK) == 0) != on {
      usleep(20_000)
    }
  }

  /// Makes the printer wait with a state reason such as `media-empty-error`, or lets it go on.
  package func setObstacle(_ reason: String?) {
    let path = "\(state)/obstacle"
    guard let reason else { return _ = unsafe unlink(path) }
    StateDirectory.write(reason, to: path)
  }

  private static let patience = 200

  private func waitForServer() throws(PrintError) {
    for _ in 0..<LoopbackPrintServer.patience {
      if (try? IPPConnection(server).queues()) != nil { return }
      usleep(50_000)
    }
    throw .didNotStart(log: log)
  }

  /// A driverless queue is made from the printer's own answers, so the printer must be up.
  private func addQueue(_ programs: Programs, device: String) throws(PrintError) {
    let model = device.hasPrefix("ipp:") ? "everywhere" : "raw"
    let command = [
      programs.lpadmin, "-h", server.name, "-p", queue.name, "-E", "-v", device, "-m", model, "-o",
      "printer-error-policy=stop-printer",
    ]
    for _ in 0..<LoopbackPrintServer.patience {
      if ChildProcess.run(command, log: "\(state)/lpadmin.txt") == 0 { return try waitForModel(model) }
      usleep(50_000)
    }
    throw .didNotStart(log: log)
  }

  /// The server asks the printer what it can do after it has answered lpadmin; until then the queue is a raw one.
  private func waitForModel(_ model: String) throws(PrintError) {
    for _ in 0..<LoopbackPrintServer.patience {
      let queues = try IPPConnection(server).queues()
      if model == "raw" || queues.contains(where: { !$0.model.contains("Raw") }) { return }
      usleep(50_000)
    }
    throw .didNotStart(log: log)
  }

  private var log: String {
    let parts = ["log.txt", "lpadmin.txt", "log/error"].compactMap {
      FileBytes.read("\(state)/\($0)", most: 1 << 20)
    }
    return parts.map { String(decoding: $0.suffix(400), as: UTF8.self) }.joined(separator: "\n")
  }
}
