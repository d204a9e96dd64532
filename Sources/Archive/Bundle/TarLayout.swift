/// Where each file lies in a bundle's tar, known before any byte is written.
struct TarLayout {
  struct Entry {
    let path: String
    let size: Int
    /// Where the header begins.
    let start: Int
    /// Where the content begins.
    let content: Int
  }

  let entries: [Entry]
  /// The size of the tar.
  let size: Int

  init(_ files: [(path: String, size: Int)]) {
    var position = 0
    entries = files.sorted { BundlePath.precedes($0.path, $1.path) }.map { file in
      let start = position
      let content = start + TarHeader.bytes(path: file.path, size: file.size).count
      position = content + TarHeader.padded(file.size)
      return Entry(path: file.path, size: file.size, start: start, content: content)
    }
    size = position + TarHeader.end.count
  }
}
