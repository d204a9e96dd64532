/// Why the print server could not be asked or did not take a job.
package enum PrintError: Error, Equatable, Sendable {
  /// Nothing answers at the server's address.
  case serverUnreachable(server: String)
  case noSuchQueue(name: String)
  case noDefaultQueue
  /// The queue has been told to take no jobs.
  case notAccepting(queue: String)
  case unreadableFile(path: String)
  /// The server answered with an IPP error.
  case refused(status: Int, message: String)
  /// Programs that are not installed, as Debian packages.
  case missing(packages: [String])
  /// A print server of our own did not come up; `log` is the end of what it said.
  case didNotStart(log: String)
}

extension PrintError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .serverUnreachable(let server): "No print server answers at \(server)."
    case .noSuchQueue(let name): "There is no print queue named \(name)."
    case .noDefaultQueue: "The print server has no queue."
    case .notAccepting(let queue): "The print queue \(queue) takes no jobs."
    case .unreadableFile(let path): "\(path) cannot be read."
    case .refused(let status, let message): "The print server refused the request (\(status)): \(message)"
    case .missing(let packages): "Printing needs the packages \(packages.joined(separator: ", "))."
    case .didNotStart(let log): "The print server did not start: \(log)"
    }
  }
}
