import Foundation
import Printing

extension PrintServer {
  /// The server that `CUPS_SERVER` names, as every CUPS program takes it; else the machine's own.
  static var chosen: PrintServer {
    ProcessInfo.processInfo.environment["CUPS_SERVER"].flatMap(PrintServer.init(named:)) ?? .standard
  }

  /// A server by `HOST:PORT`, a host alone, or the path of a socket; nil for anything else.
  init?(named text: String) {
    guard !text.hasPrefix("/") else {
      self.init(host: text, port: PrintServer.standard.port)
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(host: String(host), port: PrintServer.standard.port)
      return
    }
    guard let port = UInt16(parts[1]), port > 0 else { return nil }
    self.init(host: String(host), port: Int(port))
  }
}
