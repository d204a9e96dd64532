import Glibc

/// The programs that a print server of our own consists of.
struct Programs: Sendable {
  let cupsd: String
  let lpadmin: String
  let printer: String
  let bus: String

  /// Finds them, or tells the Debian packages that are missing.
  static func find() throws(PrintError) -> Programs {
    let wanted = [
      ("cupsd", "cups-daemon"), ("lpadmin", "cups-client"), ("ippeveprinter", "cups-ipp-utils"),
      ("dbus-daemon", "dbus"), ("pdftopdf", "cups-filters"),
    ]
    let found = wanted.map { path(of: $0.0) }
    let missing = zip(wanted, found).compactMap { $1 == nil ? $0.1 : nil }
    guard missing.isEmpty, let cupsd = found[0], let lpadmin = found[1], let printer = found[2],
      let bus = found[3]
    else { throw .missing(packages: missing) }
    return Programs(cupsd: cupsd, lpadmin: lpadmin, printer: printer, bus: bus)
  }

  private static func path(of name: String) -> String? {
    ["/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/", "/usr/lib/cups/filter/"]
      .map { $0 + name }.first { unsafe access($0, X_OK) == 0 }
  }
}
