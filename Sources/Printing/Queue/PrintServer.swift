/// A CUPS server: the machine's own or one at a host and port.
package struct PrintServer: Sendable, Hashable {
  /// A host name, an address, or the path of a local socket.
  package let host: String
  package let port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// The machine's own server.
  package static let standard = PrintServer(host: "/run/cups/cups.sock", port: 631)

  package var name: String { host.hasPrefix("/") ? host : "\(host):\(port)" }

  /// The queues of the server, in its order.
  package func queues() async throws(PrintError) -> [QueueState] {
    try await OwnThread.run { () throws(PrintError) in
      let connection = try IPPConnection(self)
      return try connection.queues()
    }
  }

  /// One queue by name, or the default one.
  package func queue(_ name: String? = nil) async throws(PrintError) -> PrintQueue {
    let queues = try await queues()
    if let name {
      guard queues.contains(where: { $0.name == name }) else { throw .noSuchQueue(name: name) }
      return PrintQueue(name: name, server: self)
    }
    guard let first = queues.first(where: \.isDefault) ?? queues.first else { throw .noDefaultQueue }
    return PrintQueue(name: first.name, server: self)
  }
}

/// A queue as its server describes it.
package struct QueueState: Sendable, Equatable {
  /// What the queue is doing (RFC 8011, 5.4.11).
  package enum Activity: Int, Sendable { case idle = 3, printing, stopped }

  package let name: String
  package let activity: Activity
  package let reasons: [String]
  package let message: String
  package let isAccepting: Bool
  package let isDefault: Bool
  /// Maker and model of the printer, as the queue tells.
  package let model: String

  /// What a person has to do at the printer.
  package var attention: [Attention] { Attention.read(reasons, message: message) }
}
