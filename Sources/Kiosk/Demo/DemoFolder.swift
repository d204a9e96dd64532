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
  /// What the simulated voters meant, for comparison with the count.
  var truth: URL { root.appending(path: "truth.json") }
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

  /// Copies a file, taking the place of an older one.
  func copy(_ source: URL, to target: URL) throws {
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(at: source, to: target)
  }
}
