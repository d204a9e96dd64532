/// What somebody has to do at a printer before it goes on.
package enum Attention: String, Sendable, Hashable, CaseIterable {
  case mediaEmpty, mediaJam, coverOpen, supplyEmpty, outputFull, offline, paused, other

  /// The keywords of RFC 8011, 5.4.12, and PWG 5100.9 that mean it, without `-error`, `-warning` and `-report`.
  private var prefixes: [String] {
    switch self {
    case .mediaEmpty: ["media-empty", "media-needed", "input-tray-missing"]
    case .mediaJam: ["media-jam"]
    case .coverOpen: ["cover-open", "door-open", "interlock-open"]
    case .supplyEmpty: ["toner-empty", "marker-supply-empty", "marker-waste-full", "developer-empty"]
    case .outputFull: ["output-area-full", "output-tray-missing"]
    case .offline: ["offline", "connecting-to-device", "shutdown", "timed-out", "cups-offline"]
    case .paused: ["paused", "moving-to-paused"]
    case .other: ["other", "fuser-over-temp", "spool-area-full", "cups-missing-filter", "cups-pki"]
    }
  }

  /// What CUPS says of a network printer that does not answer: it has no keyword for it on a local address.
  private static let silence = ["may not exist", "is unavailable", "not responding", "Unable to connect"]

  /// Reads printer-state-reasons and the message beside them.
  package static func read(_ reasons: [String], message: String) -> [Attention] {
    allCases.filter { attention in
      let named = reasons.contains { reason in attention.prefixes.contains { reason.hasPrefix($0) } }
      return named || attention == .offline && silence.contains { message.contains($0) }
    }
  }
}
