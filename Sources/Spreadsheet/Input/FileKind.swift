/// What a file is by its first bytes; its name counts for nothing.
enum FileKind: Equatable {
  case zip
  /// OLE compound file: .xls, an encrypted .xlsx, a .doc …
  case compound
  case text
  case other(FoundFormat)

  init(_ head: [UInt8]) {
    if head.isEmpty {
      self = .other(.nothing)
    } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if let found = FileKind.binary(head) ?? FileKind.markup(head) {
      self = .other(found)
    } else {
      self = .text
    }
  }

  private static let signatures: [([UInt8], FoundFormat)] = [
    (Array("%PDF".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image), (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF], .archive),
    ([0x1F, 0x8B], .archive), (Array("{\\rtf".utf8), .wordDocument),
    ([0x09, 0x00, 0x04, 0x00], .olderExcel), ([0x09, 0x02, 0x06, 0x00], .olderExcel),
    ([0x09, 0x04, 0x06, 0x00], .olderExcel), ([0x09, 0x08, 0x08, 0x00], .olderExcel),
  ]

  private static func binary(_ head: [UInt8]) -> FoundFormat? {
    if let known = signatures.first(where: { head.starts(with: $0.0) }) { return known.1 }
    let isUTF16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    return !isUTF16 && head.contains(0) ? .binary : nil
  }

  /// A web page or XML saved under the name of a spreadsheet, as many office systems export it.
  private static func markup(_ head: [UInt8]) -> FoundFormat? {
    let visible = head.filter { $0 > 0x20 && $0 < 0x80 }.prefix(200)
    let start = String(decoding: visible, as: UTF8.self).lowercased()
    if start.hasPrefix("<?xml") { return start.contains("<html") ? .html : .xml }
    let tags = ["<!doctypehtml", "<html", "<table", "<head", "<meta", "<style", "<body", "<div", "<!--"]
    return tags.contains { start.hasPrefix($0) } ? .html : nil
  }
}
