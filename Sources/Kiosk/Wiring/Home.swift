import Ballot
import Foundation

/// The directory in which a box keeps everything, and the places in it.
struct Home {
  let root: URL

  init(_ root: URL) { self.root = root }

  var keys: URL { root.appending(path: "keys") }
  var journal: URL { root.appending(path: "journal") }
  var blobs: URL { root.appending(path: "blobs") }
  var papers: URL { root.appending(path: "papers") }
  /// Plans that were filled in by fields, and the one being filled in.
  var plans: URL { root.appending(path: "plans") }
  var bundles: URL { root.appending(path: "bundles") }
  /// How the box is set up.
  var setup: URL { root.appending(path: "setup.json") }

  /// Where the ballots of one round of an election lie, apart from everything else: `2027-1`, then `2027-1.2`.
  ///
  /// A recount's second reading lies beside it: `2027-1.recount1`, `2027-1.2.recount1`. An election's id has no dot,
  /// so no folder is another election's.
  func ballots(_ election: String, round: Int = 1, recount: Int? = nil) -> URL {
    let name = round == 1 ? election : "\(election).\(round)"
    return root.appending(path: "ballots").appending(path: recount.map { "\(name).recount\($0)" } ?? name)
  }

  /// `--home`, else `KIOSK_HOME`, else the system's place for root and the user's own place for others.
  static func chosen(_ option: String?, environment: [String: String] = ProcessInfo.processInfo.environment)
    -> Home
  {
    if let option { return Home(URL(filePath: option)) }
    if let path = environment["KIOSK_HOME"], !path.isEmpty { return Home(URL(filePath: path)) }
    if getuid() == 0 { return Home(URL(filePath: "/var/lib/kiosk")) }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let base = data ?? "\(environment["HOME"] ?? "")/.local/share"
    return Home(URL(filePath: base).appending(path: "kiosk"))
  }
}
