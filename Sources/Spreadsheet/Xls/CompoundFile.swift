/// The streams of an OLE compound file ([MS-CFB]), read with every offset checked.
struct CompoundFile {
  private struct Entry {
    let name: String
    let start: UInt32
    let size: Int
  }

  private let file: LittleEndian
  private let sectorSize: Int
  private let table: [UInt32]
  private let entries: [Entry]

  init(_ bytes: [UInt8]) throws(SpreadsheetError) {
    let file = LittleEndian(bytes)
    let shift = Int(try file.u16(30))
    guard shift == 9 || shift == 12 else { throw LittleEndian.damage }
    let sectorSize = 1 << shift
    let table = try CompoundFile.sectorTable(file, sectorSize)
    let directory = try CompoundFile.chain(file, table, sectorSize, from: try file.u32(48))
    self.file = file
    self.sectorSize = sectorSize
    self.table = table
    self.entries = try CompoundFile.entries(in: LittleEndian(directory), isLarge: shift == 12)
  }

  func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// The bytes of a stream, or nil where there is none of this name.
  func stream(_ name: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    let isSmall = entry.size < Int(try file.u32(56))
    let bytes =
      isSmall ? try smallStream(entry) : try CompoundFile.chain(file, table, sectorSize, from: entry.start)
    guard bytes.count >= entry.size else { throw .damaged(part: name, .truncated) }
    return Array(bytes.prefix(entry.size))
  }

  /// Streams below 4096 bytes live in sectors of 64 bytes inside the root entry's stream.
  private func smallStream(_ entry: Entry) throws(SpreadsheetError) -> [UInt8] {
    guard let root = entries.first else { throw LittleEndian.damage }
    let container = LittleEndian(try CompoundFile.chain(file, table, sectorSize, from: root.start))
    let links = LittleEndian(try CompoundFile.chain(file, table, sectorSize, from: try file.u32(60)))
    var bytes: [UInt8] = []
    var sector = entry.start
    while sector < CompoundFile.lastSector, bytes.count < entry.size {
      bytes += try container.slice(Int(sector) * 64, 64)
      sector = try links.u32(Int(sector) * 4)
    }
    return bytes
  }
}

extension CompoundFile {
  /// Numbers from here on are marks: end of chain, free, part of a table.
  private static let lastSector: UInt32 = 0xFFFF_FFFA

  /// The chain of a stream's sectors, joined; a loop ends in an error because it outgrows the file.
  private static func chain(
    _ file: LittleEndian, _ table: [UInt32], _ size: Int, from start: UInt32
  ) throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    var sector = start
    while sector < lastSector {
      guard bytes.count <= file.count, Int(sector) < table.count else { throw LittleEndian.damage }
      bytes += try sectorBytes(file, size, sector)
      sector = table[Int(sector)]
    }
    return bytes
  }

  /// A sector's bytes; the file may end inside its last sector.
  private static func sectorBytes(
    _ file: LittleEndian, _ size: Int, _ sector: UInt32
  ) throws(SpreadsheetError) -> ArraySlice<UInt8> {
    let start = (Int(sector) + 1) * size
    guard start < file.count else { throw LittleEndian.damage }
    return try file.slice(start, min(size, file.count - start))
  }

  /// The table that links sectors, listed in the header (109 entries) and in a chain of lists.
  private static func sectorTable(_ file: LittleEndian, _ size: Int) throws(SpreadsheetError) -> [UInt32] {
    var places: [UInt32] = []
    for index in 0..<109 { places.append(try file.u32(76 + 4 * index)) }
    var list = try file.u32(68)
    var seen = 0
    while list < lastSector {
      let sector = LittleEndian(Array(try sectorBytes(file, size, list)))
      for index in 0..<(size / 4 - 1) { places.append(try sector.u32(4 * index)) }
      list = try sector.u32(size - 4)
      seen += size
      guard seen <= file.count else { throw LittleEndian.damage }
    }
    var table: [UInt32] = []
    for place in places where place < lastSector {
      let sector = LittleEndian(Array(try sectorBytes(file, size, place)))
      for index in 0..<(sector.count / 4) { table.append(try sector.u32(4 * index)) }
      guard table.count * 4 <= file.count + size else { throw LittleEndian.damage }
    }
    return table
  }

  private static func entries(in directory: LittleEndian, isLarge: Bool) throws(SpreadsheetError) -> [Entry] {
    var entries: [Entry] = []
    for start in stride(from: 0, to: directory.count - 127, by: 128) {
      let length = min(64, Int(try directory.u16(start + 64)))
      var units: [UInt16] = []
      for index in 0..<max(0, length / 2 - 1) { units.append(try directory.u16(start + 2 * index)) }
      let name = String(decoding: units, as: UTF16.self)
      entries.append(
        Entry(name: name, start: try directory.u32(start + 116), size: Int(try directory.u32(start + 120))))
    }
    return entries
  }
}
