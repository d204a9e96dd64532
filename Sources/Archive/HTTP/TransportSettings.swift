/// How connections are made: whom to trust, how fast, how long to wait.
package struct TransportSettings: Hashable, Sendable {
  /// A file with the one authority, in PEM, that the server's certificate must be by; the system's when nil.
  ///
  /// With a pinned authority the days in certificates are not held against the clock, because a box that was without
  /// power for years may be wrong by years; without one they are.
  package var authority: String?
  /// The most that is sent, in bytes a second; nil for no limit.
  package var bandwidth: Int?
  /// After how many seconds without any progress a connection is given up.
  package var patience: Int

  package init(authority: String? = nil, bandwidth: Int? = nil, patience: Int = 60) {
    self.authority = authority
    self.bandwidth = bandwidth
    self.patience = patience
  }
}
