import Glibc

/// A directory in which pictures appear: the camera, as seen from here.
///
/// Whoever takes pictures writes them under another name, or in one go, and each is told of once, when it is whole.
final class CameraFolder {
  let path: String
  /// Becomes readable when a picture has come.
  let descriptor: Int32

  /// Nil when the directory cannot be watched.
  init?(_ path: String) {
    self.path = path
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    guard unsafe inotify_add_watch(descriptor, path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// The pictures that have come since the last call, in their order.
  func arrivals() -> [String] {
    var names: [String] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return names.map { "\(path)/\($0)" } }
      names += CameraFolder.names(buffer.prefix(count)).filter(CameraFolder.isPicture)
    }
  }

  /// The names in a run of `struct inotify_event`: four 32-bit numbers, the last of them the name's length.
  static func names(_ bytes: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var rest = bytes
    while rest.count >= 16 {
      let length = rest.dropFirst(12).prefix(4).enumerated().reduce(0) {
        $0 | Int($1.element) << (8 * $1.offset)
      }
      guard rest.count >= 16 + length else { break }
      let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
      names.append(String(decoding: name, as: UTF8.self))
      rest = rest.dropFirst(16 + length)
    }
    return names
  }

  private static func isPicture(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && [".jpg", ".jpeg", ".png"].contains { lower.hasSuffix($0) }
  }
}
