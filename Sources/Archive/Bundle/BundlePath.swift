import Foundation

/// The rules for paths in a bundle: safe on Linux, Windows and USB sticks, one spelling each.
enum BundlePath {
  private static let componentLimit = 255
  private static let limit = 1000
  /// What Windows or the tools that read manifests cannot take in a name.
  private static let forbidden = Set<UInt8>("\\%:*?\"<>|".utf8)

  static func isUsable(_ path: String) -> Bool {
    // By bytes: a slash before a combining mark is one Character with it, and still a slash to everybody else.
    let components = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    return path.utf8.count <= limit && components.allSatisfy(isUsable(component:))
      && Array(path.precomposedStringWithCanonicalMapping.utf8) == Array(path.utf8)
  }

  private static func isUsable(component: String) -> Bool {
    1...componentLimit ~= component.utf8.count && component != "." && component != ".."
      && !component.hasSuffix(".") && !component.hasSuffix(" ") && !component.hasPrefix(" ")
      && component.beginsAnew
      && component.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f && !forbidden.contains($0) }
      && component.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  /// The first path that another one equals but for the case of letters.
  static func collision(among paths: some Sequence<String>) -> String? {
    var seen: Set<String> = []
    return paths.first { !seen.insert($0.lowercased()).inserted }
  }

  /// The order of paths in a bundle: by their UTF-8 bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
