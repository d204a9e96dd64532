import Ballot
import Foundation

/// The folder that a demonstration leaves, and its workshop inside.
struct DemoFolder: Sendable {
  let root: URL

  var home: Home { Home(root.appending(path: "home")) }
  var plan: URL { root.appending(path: "plan.yaml") }
  var roll: URL { root.appending(path: "roll.xlsx") }
  var seal: URL { root.appending(path: "seal.png") }
  var cards: URL { root.appending(path: "cards.pdf") }
  var ballots: URL { root.appending(path: "ballots.pdf") }
  var bulletin: URL { root.appending(path: "bulletin.pdf") }
  var report: URL { root.appending(path: "report.pdf") }
  var photos: URL { root.appending(path: "photos") }
  var bundles: URL { root.appending(path: "bundles") }
  var geometry: URL { root.appending(path: "geometry.json") }
  /// With how many voters and which seed the folder began.
  var beginning: URL { root.appending(path: "demo.json") }
  /// Things on the way; removed at the end.
  var work: URL { root.appending(path: "work") }
  var sheets: URL { work.appending(path: "sheets") }
  var printed: URL { work.appending(path: "printed") }

  func make() throws {
    for folder in [root, photos, sheets, printed, bundles] {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw Failure.unreadable(folder.path, reason: "不能建立目录 / cannot make the directory")
      }
    }
  }

  /// Notes what the folder's demonstration is; a folder of another one is refused.
  func begin(voters: Int, seed: UInt64) throws {
    let own = JSON.object(["voters": .integer(voters), "seed": .string(String(seed))]).canonical + "\n"
    if let found = try? String(contentsOf: beginning, encoding: .utf8), found != own {
      throw Failure.unusable(
        "otherDemonstration", zh: "\(root.path) 里是另一次演示（\(found.dropLast())）。请换一个目录。",
        en: "\(root.path) holds another demonstration (\(found.dropLast())). Use another folder.")
    }
    try Data(own.utf8).write(to: beginning, options: .atomic)
  }

  /// Copies a file, taking the place of an older one.
  func copy(_ source: URL, to target: URL) throws {
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(at: source, to: target)
  }
}
