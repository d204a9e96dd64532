import Foundation
import Glibc

/// Operations on names in directories, each durable when it returns.
package enum FileSystem {
  /// Makes changes of names in a directory survive a power cut.
  static func syncDirectory(_ path: String) throws(FileFault) {
    try File(path, .directory).sync()
  }

  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// Makes a directory and the ones above it, for the owner alone.
  package static func makeDirectory(_ path: String) throws(FileFault) {
    if exists(path) { return }
    let parent = URL(filePath: path).deletingLastPathComponent().path
    if parent != path { try makeDirectory(parent) }
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw FileFault(last: "make the directory", path: path)
    }
    try syncDirectory(parent)
  }

  /// Gives a file another name, taking the place of what had it.
  static func rename(_ old: String, to new: String) throws(FileFault) {
    guard unsafe Glibc.rename(old, new) == 0 else { throw FileFault(last: "rename", path: old) }
  }

  /// Gives a file a second name; false when that name is taken.
  static func link(_ old: String, as new: String) throws(FileFault) -> Bool {
    if unsafe Glibc.link(old, new) == 0 { return true }
    guard errno == EEXIST else { throw FileFault(last: "link", path: new) }
    return false
  }

  /// Removes a file; that it is gone already is no fault.
  static func remove(_ path: String) throws(FileFault) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileFault(last: "remove", path: path) }
  }

  static func removeDirectory(_ path: String) throws(FileFault) {
    guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw FileFault(last: "remove", path: path) }
  }

  /// The names in a directory, sorted; none when there is no directory.
  static func names(in path: String) throws(FileFault) -> [String] {
    guard let stream = unsafe opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileFault(last: "list", path: path)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { byte in byte != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// All bytes of a file no longer than `limit`.
  static func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let file = try File(path, .read)
    let size = try file.size()
    guard size <= limit else { throw FileFault(operation: "read", path: path, code: EFBIG) }
    return try file.bytes(at: 0, count: size)
  }

  /// Writes a whole file under `path`: all of it, or, after a power cut, none.
  package static func write(_ bytes: [UInt8], to path: String, permissions: UInt32 = 0o600) throws(FileFault)
  {
    let temporary = path + ".tmp"
    try writeNew(bytes, to: temporary, permissions: permissions)
    try rename(temporary, to: path)
    try syncDirectory(parent(of: path))
  }

  /// Writes a file that does not exist yet; false when there is one.
  static func create(_ bytes: [UInt8], at path: String, permissions: mode_t) throws(FileFault) -> Bool {
    let temporary = path + ".\(getpid()).tmp"
    try writeNew(bytes, to: temporary, permissions: permissions)
    defer { _ = unsafe unlink(temporary) }
    guard try link(temporary, as: path) else { return false }
    try syncDirectory(parent(of: path))
    return true
  }

  /// Writes and syncs a file in place of a leftover of the same name.
  static func writeNew(_ bytes: [UInt8], to path: String, permissions: mode_t) throws(FileFault) {
    try remove(path)
    let file = try File(path, .create(permissions: permissions))
    try file.write(bytes, at: 0)
    try file.sync()
  }

  static func parent(of path: String) -> String {
    URL(filePath: path).deletingLastPathComponent().path
  }
}
