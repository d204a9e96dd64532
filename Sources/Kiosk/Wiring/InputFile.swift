import Foundation

/// A file that somebody named, read whole.
///
/// Only a plain file of a bearable size is opened: a directory, a pipe or a device never hangs or fills the box.
struct InputFile {
  let bytes: [UInt8]

  /// - Throws: `Failure.unreadable`, with the reason.
  init(_ path: String, most: Int) throws {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    guard !path.isEmpty, let facts = try? FileManager.default.attributesOfItem(atPath: url.path) else {
      throw Failure.unreadable(path, reason: "不存在或不可读 / missing or unreadable")
    }
    guard facts[.type] as? FileAttributeType == .typeRegular else {
      throw Failure.unreadable(path, reason: "不是普通文件 / not a plain file")
    }
    guard let size = facts[.size] as? Int, size <= most else {
      throw Failure.unreadable(path, reason: "超过 \(most >> 20) MB / larger than \(most >> 20) MB")
    }
    guard let data = try? Data(contentsOf: url) else {
      throw Failure.unreadable(path, reason: "不存在或不可读 / missing or unreadable")
    }
    bytes = Array(data)
  }

  /// The largest picture that is read.
  static let largestPicture = 64 << 20
}
