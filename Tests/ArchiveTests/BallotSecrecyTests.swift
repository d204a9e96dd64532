import Foundation
import GRDB
import Glibc
import Testing

@testable import Archive

/// What somebody who takes the disk away after the count can learn about the order of the ballots.
@Suite("The secrecy of the ballot store")
struct BallotSecrecyTests {
  static let sheets = 100

  /// A store filled sheet by sheet, with ids drawn in advance.
  final class Count {
    let folder: Folder
    let store: BallotStore
    /// The ids in the order in which the sheets were read.
    let order: [ReadingID]

    init(order: [ReadingID], numbers: [ReadingID: Int]) throws {
      folder = try Folder(inMemory: true)
      self.order = order
      let ids = IDSource(order)
      store = try BallotStore(directory: folder.url) { try ids.next() }
      for id in order {
        _ = try store.record([Ballots.sheet(try #require(numbers[id]))])
        try store.decide([Decision(sheet: id, line: "a", round: 1, json: "{}")])
      }
    }

    var database: [UInt8] { get throws { Array(try Data(contentsOf: folder.file("ballots.sqlite"))) } }

    /// Everything that orders sheets: places in the files, times and inodes of the pictures, order in the folder.
    func traces() throws -> [String: [Int]] {
      let (bytes, folderOrder) = (try database, try unsortedNames(in: store.scans.path))
      let status = try order.map { try examine(store.scan(of: $0).path) }
      var traces = try rowOrders()
      traces["first place in the database"] = order.map { bytes.firstIndex(of: $0.bytes) ?? -1 }
      traces["last place in the database"] = order.map { bytes.lastIndex(of: $0.bytes) ?? -1 }
      traces["inode"] = status.map { Int($0.st_ino) }
      traces["change time"] = status.map { nanoseconds($0.st_ctim) }
      traces["modification time"] = status.map { nanoseconds($0.st_mtim) }
      traces["place in the folder"] = order.map { folderOrder.firstIndex(of: "\($0).jpg") ?? -1 }
      return traces
    }

    /// The places of the sheets in every table of the file, as it stands.
    private func rowOrders() throws -> [String: [Int]] {
      try store.database.read { database in
        let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        var orders: [String: [Int]] = [:]
        for table in tables {
          let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table) NOT INDEXED").map(Self.ids)
          orders["row of \(table)"] = order.map { id in rows.firstIndex { $0.contains(id) } ?? -1 }
        }
        return orders
      }
    }

    private static func ids(in row: Row) -> [ReadingID] {
      row.databaseValues.compactMap { value in
        Data.fromDatabaseValue(value).flatMap { ReadingID(bytes: $0) }
      }
    }
  }

  let ids: [ReadingID]
  let numbers: [ReadingID: Int]

  init() throws {
    var generator = Generator(seed: 11)
    let drawn = (0..<Self.sheets).compactMap { _ in ReadingID(bytes: generator.bytes(16)) }
    ids = drawn
    numbers = Dictionary(uniqueKeysWithValues: zip(drawn, 1...))
  }

  /// With 100 sheets a correlation beyond 0.4 comes about by chance less than once in ten thousand times.
  static let limit = 0.4

  @Test("The order of reading shows in an open store, and in nothing after the count")
  func closed() throws {
    let count = try Count(order: ids, numbers: numbers)
    let open = try count.traces()
    #expect(try rankCorrelation(#require(open["change time"])) > 0.9)
    let journal = count.folder.file("ballots.sqlite-journal")
    #expect(try Data(contentsOf: journal).contains { $0 != 0 })
    try count.store.closeCount()
    for (trace, values) in try count.traces() {
      #expect(abs(rankCorrelation(values)) < Self.limit, "\(trace)")
    }
    #expect(try !Data(contentsOf: journal).contains { $0 != 0 }, "the rollback journal saw every page change")
    #expect(
      try FileSystem.names(in: count.folder.url.path) == [
        "ballots.sqlite", "ballots.sqlite-journal", "scans",
      ])
  }

  @Test("The same measure finds a planted column with the order")
  func planted() throws {
    let count = try Count(order: ids, numbers: numbers)
    try count.store.database.write { database in
      try database.execute(sql: "CREATE TABLE leak (place INTEGER PRIMARY KEY, id BLOB)")
      for id in ids {
        try database.execute(sql: "INSERT INTO leak (id) VALUES (?)", arguments: [Data(id.bytes)])
      }
    }
    try count.store.closeCount()
    let strongest = try count.traces().values.map { abs(rankCorrelation($0)) }.max()
    #expect(try #require(strongest) > 0.9)
  }

  @Test("Two orders of reading leave the same bytes")
  func sameBytes() throws {
    let one = try Count(order: ids, numbers: numbers)
    let two = try Count(order: ids.sorted().reversed(), numbers: numbers)
    #expect(try one.database != two.database)
    try one.store.closeCount()
    try two.store.closeCount()
    #expect(try one.database == two.database)
  }

  @Test("No file holds the time of reading, and every picture has the constant one")
  func noTimes() throws {
    let start = time(nil)
    let count = try Count(order: Array(ids.prefix(20)), numbers: numbers)
    let end = time(nil)
    #expect(try times(in: count, from: start, to: end) == [])
    try count.store.closeCount()
    #expect(try times(in: count, from: start, to: end) == [])
    for id in count.order {
      let status = try examine(count.store.scan(of: id).path)
      #expect(status.st_mtim.tv_sec == 315_532_800 && status.st_mtim.tv_nsec == 0)
    }
  }

  @Test("The search for times finds one that is planted")
  func plantedTime() throws {
    let count = try Count(order: Array(ids.prefix(3)), numbers: numbers)
    let now = time(nil)
    let json = "{\"at\":\(now)}"
    _ = try BallotStore(directory: count.folder.url).record(
      [Sheet(type: "A", page: 1, json: json, image: .bytes(Ballots.picture(999)))])
    #expect(try times(in: count, from: now, to: now) == ["ballots.sqlite"])
  }

  /// The files that hold a second of the span in digits or a camera's date.
  private func times(in count: Count, from start: Int, to end: Int) throws -> [String] {
    let needles =
      (start...end).map { Array(String($0).utf8) } + [Array("2026:11".utf8), Array("2026-11".utf8)]
    let files = try ["ballots.sqlite"] + FileSystem.names(in: count.store.scans.path).map { "scans/\($0)" }
    return try files.filter { name in
      let bytes = Array(try Data(contentsOf: count.folder.file(name)))
      return needles.contains { bytes.firstIndex(of: $0) != nil }
    }
  }
}

/// Hands out ids that were drawn in advance.
final class IDSource: Sendable {
  private let ids: [ReadingID]
  private let place = Place()

  init(_ ids: [ReadingID]) {
    self.ids = ids
  }

  func next() throws -> ReadingID {
    let index = place.next()
    return index < ids.count ? ids[index] : try BallotStore.randomID()
  }
}

/// Spearman's correlation of values with the order in which they stand; 0 when they are all the same.
func rankCorrelation(_ values: [Int]) -> Double {
  guard Set(values).count > 1 else { return 0 }
  let sorted = values.sorted()
  let ranks = values.map { value in
    let (first, last) = (sorted.firstIndex(of: value) ?? 0, sorted.lastIndex(of: value) ?? 0)
    return Double(first + last) / 2
  }
  let places = values.indices.map(Double.init)
  let mean = Double(values.count - 1) / 2
  let product = zip(ranks, places).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
  let squares = [ranks, places].map { $0.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
  return product / (squares[0] * squares[1]).squareRoot()
}

extension [UInt8] {
  func firstIndex(of pattern: [UInt8]) -> Int? {
    Data(self).range(of: Data(pattern))?.lowerBound
  }

  func lastIndex(of pattern: [UInt8]) -> Int? {
    Data(self).range(of: Data(pattern), options: .backwards)?.lowerBound
  }
}

private func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }

private func examine(_ path: String) throws -> stat {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else {
    throw FileFault(operation: "examine", path: path, code: errno)
  }
  return status
}

/// The names in a folder in the order in which the file system gives them.
private func unsortedNames(in path: String) throws -> [String] {
  guard let stream = unsafe opendir(path) else { throw FileFault(operation: "list", path: path, code: errno) }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    names.append(
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { byte in byte != 0 }, as: UTF8.self)
      })
  }
  return names
}
