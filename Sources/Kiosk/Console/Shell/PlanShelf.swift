import Archive
import Foundation

/// Where plans that were filled in by fields lie in the home, and what was filled in so far.
struct PlanShelf {
  private let folder: URL

  init(_ home: Home) { folder = home.plans }

  private var draftFile: URL { folder.appending(path: "draft.json") }

  /// What was kept; nothing where there is no draft, or none that can be read.
  var draft: [String: [[String]]] {
    let texts = (try? InputFile(draftFile.path, most: PlanFile.largest).bytes)
      .flatMap { try? JSONDecoder().decode([String: [[String]]].self, from: Data($0)) }
    return texts ?? [:]
  }

  /// Keeps what was filled in, whole or not at all.
  func keep(_ texts: [String: [[String]]]) throws {
    try FileSystem.makeDirectory(folder.path)
    try FileSystem.write(Array(JSONEncoder().encode(texts)), to: draftFile.path)
  }

  func dropDraft() { try? FileManager.default.removeItem(at: draftFile) }

  /// Writes a plan; the path of its file.
  ///
  /// Another plan of the same id stays, and this one gets a number.
  func put(_ yaml: String, _ id: String) throws -> String {
    try FileSystem.makeDirectory(folder.path)
    let bytes = Array(yaml.utf8)
    var (path, number) = (file(id), 1)
    while FileManager.default.fileExists(atPath: path) {
      if (try? InputFile(path, most: PlanFile.largest).bytes) == bytes { return path }
      number += 1
      path = file("\(id).\(number)")
    }
    try FileSystem.write(bytes, to: path)
    return path
  }

  private func file(_ name: String) -> String { folder.appending(path: "\(name).yaml").path }
}
