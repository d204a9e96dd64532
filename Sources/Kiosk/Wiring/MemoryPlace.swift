import Foundation

/// A directory of this box in a file system that is memory, never a disk; it is not made by asking for it.
struct MemoryPlace {
  let folder: String

  /// `run/` in the home where that is memory, else the user's runtime directory, else /run and /dev/shm.
  ///
  /// Nil when none of them is memory.
  init?(_ home: Home, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let name = "kiosk-\(Self.key(home))"
    let runtime = environment["XDG_RUNTIME_DIR"].flatMap { $0.isEmpty ? nil : $0 }
    let places =
      [(home.root.path, "run")] + [runtime, "/run", "/dev/shm"].compactMap { $0.map { ($0, name) } }
    let mounts = Self.mounts()
    let place = places.first { folder, _ in
      Self.isMemory(folder, mounts) && FileManager.default.isWritableFile(atPath: folder)
    }
    guard let place else { return nil }
    folder = "\(place.0)/\(place.1)"
  }

  /// Tells homes apart that share a machine; FNV-1a, 64 bits.
  private static func key(_ home: Home) -> String {
    let bytes = home.root.standardizedFileURL.resolvingSymlinksInPath().path.utf8
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }

  /// Whether a directory lies in memory: the file system mounted nearest above it is tmpfs or ramfs.
  private static func isMemory(_ directory: String, _ mounts: [(point: String, type: String)]) -> Bool {
    let path = URL(filePath: directory).resolvingSymlinksInPath().path
    let above = mounts.filter { path == $0.point || $0.point == "/" || path.hasPrefix($0.point + "/") }
    // Of two mounts on one point the later one is seen.
    let nearest = above.enumerated().max {
      ($0.element.point.count, $0.offset) < ($1.element.point.count, $1.offset)
    }
    return ["tmpfs", "ramfs"].contains(nearest?.element.type)
  }

  /// The mounted file systems in the order of mounting (proc(5), /proc/self/mounts).
  private static func mounts() -> [(point: String, type: String)] {
    guard let data = FileManager.default.contents(atPath: "/proc/self/mounts") else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count >= 3 else { return nil }
      return (String(fields[1]).replacing("\\040", with: " "), String(fields[2]))
    }
  }
}
