/// Reads the table of files of a bundle's tar, and takes only what `TarHeader` writes.
///
/// Links, devices, directories, absolute paths, paths out of the folder, foreign header fields and bytes that belong
/// to nothing are all refused, because the header blocks must equal the ones made from the path and size they state.
enum TarReader {
  static let fileLimit = 100_000
  private static let paxLimit = 2 * TarHeader.block

  static func entries(of file: borrowing File) throws -> [TarLayout.Entry] {
    let size = try file.size()
    var entries: [TarLayout.Entry] = []
    var position = 0
    while let entry = try entry(at: position, of: file, size: size) {
      try check(entry, after: entries.last, in: file, size: size)
      entries.append(entry)
      guard entries.count <= fileLimit else { throw TarFault.tooManyFiles }
      position = entry.content + TarHeader.padded(entry.size)
    }
    return entries
  }

  /// The entry at a position; nil at the two blocks of zeros that end the tar.
  private static func entry(at position: Int, of file: borrowing File, size: Int) throws -> TarLayout.Entry? {
    let block = try file.bytes(at: position, count: TarHeader.block)
    guard block.count == TarHeader.block else { throw TarFault.truncated(offset: position) }
    if block.allSatisfy({ $0 == 0 }) {
      guard try file.bytes(at: position, count: TarHeader.end.count + 1) == TarHeader.end else {
        throw TarFault.endMalformed(offset: position)
      }
      return nil
    }
    let stated = try statement(in: block, at: position, of: file)
    let header = TarHeader.bytes(path: stated.path, size: stated.size)
    guard try file.bytes(at: position, count: header.count) == header else {
      throw TarFault.headerMalformed(offset: position)
    }
    return TarLayout.Entry(
      path: stated.path, size: stated.size, start: position, content: position + header.count)
  }

  /// The path and size that header blocks state.
  private static func statement(
    in block: [UInt8], at position: Int, of file: borrowing File
  ) throws -> (path: String, size: Int) {
    let type = block[156]
    switch type {
    case UInt8(ascii: "0"):
      guard let size = octal(block[124..<136]), let path = text(block[0..<100]) else { break }
      return (path, size)
    case UInt8(ascii: "x"):
      guard let length = octal(block[124..<136]), length <= paxLimit else { break }
      let record = try file.bytes(at: position + TarHeader.block, count: length)
      let next = position + TarHeader.block + TarHeader.padded(length)
      let real = try file.bytes(at: next, count: TarHeader.block)
      guard real.count == TarHeader.block, let size = octal(real[124..<136]), let path = paxPath(record)
      else { break }
      return (path, size)
    default: throw TarFault.entryType(type, offset: position)
    }
    throw TarFault.headerMalformed(offset: position)
  }

  private static func check(
    _ entry: TarLayout.Entry, after previous: TarLayout.Entry?, in file: borrowing File, size: Int
  ) throws {
    guard BundlePath.isUsable(entry.path) else { throw TarFault.unusablePath(entry.path) }
    if let previous, !BundlePath.precedes(previous.path, entry.path) { throw TarFault.outOfOrder(entry.path) }
    let end = entry.content + TarHeader.padded(entry.size)
    guard end + TarHeader.end.count <= size else { throw TarFault.truncated(offset: entry.start) }
    let padding = TarHeader.padding(after: entry.size)
    guard try file.bytes(at: entry.content + entry.size, count: padding.count) == padding else {
      throw TarFault.paddingNotZero(entry.path)
    }
  }

  /// Eleven octal digits and a zero byte.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    guard field.last == 0, field.dropLast().allSatisfy({ 0x30...0x37 ~= $0 }) else { return nil }
    return field.dropLast().reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func paxPath(_ record: [UInt8]) -> String? {
    guard let text = String(validating: record, as: UTF8.self), let equals = text.firstIndex(of: "="),
      text.hasSuffix("\n")
    else { return nil }
    return String(text[text.index(after: equals)...].dropLast())
  }
}

/// Why a file is not the tar of a bundle.
package enum TarFault: Error, Hashable, Sendable {
  case truncated(offset: Int)
  case headerMalformed(offset: Int)
  case entryType(UInt8, offset: Int)
  case unusablePath(String)
  case outOfOrder(String)
  case paddingNotZero(String)
  case endMalformed(offset: Int)
  case tooManyFiles
}
