import Foundation

/// Looks for files that somebody may have brought: on sticks, and where the program was started.
enum FileSearch {
  /// Where sticks appear.
  private static let mounts = ["/media", "/run/media", "/mnt"]
  private static let most = 200

  /// The files with one of these endings, newest first; without endings, the folders of sticks.
  static func files(_ endings: [String], from start: String = FileManager.default.currentDirectoryPath)
    -> [String]
  {
    guard !endings.isEmpty else { return folders(start) }
    let found = ([start] + mounts).flatMap { files(in: $0, endings, depth: $0 == start ? 1 : 3) }
    return found.sorted { ($1.date, $0.path) < ($0.date, $1.path) }.prefix(most).map(\.path)
  }

  private static func folders(_ start: String) -> [String] {
    mounts.flatMap { children($0) } + children(start)
  }

  private static func children(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }.filter { isFolder($0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
    return facts?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func files(
    in folder: String, _ endings: [String], depth: Int
  ) -> [(path: String, date: Date)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.flatMap { name -> [(path: String, date: Date)] in
      let path = "\(folder)/\(name)"
      if endings.contains(where: { name.lowercased().hasSuffix(".\($0)") }) {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        return [(path, facts?[.modificationDate] as? Date ?? .distantPast)]
      }
      return depth > 1 && isFolder(path) ? files(in: path, endings, depth: depth - 1) : []
    }
  }
}
