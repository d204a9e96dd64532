import Archive
import Ballot
import Dispatch
import Foundation
import Synchronization

/// The rows of all accepted public bundles, table by table, so that a question need not open every tar.
///
/// They are derived: what is missing, or is not what it was, is made again from the copies of the bundles.
struct GatheredRows {
  private let district: District
  private let folder: DurableFolder

  /// The tables that are gathered.
  static let tables = RecordTable.open
  /// How many bytes of bundles make a segment, more or less: their rows are in memory together.
  private static let group = 128 << 20
  /// So many more segments than full ones, left by many small runs, are made anew.
  private static let manySegments = 64

  init(_ district: District) throws {
    self.district = district
    folder = try DurableFolder(district.home.appending(path: "supervision/rows"))
  }

  /// Brings the rows up to what the district's log says was accepted.
  ///
  /// - Returns: The directories of the segments, each with one file for each table.
  /// - Throws: `IntakeFailure.copyDamaged` when a copy is not what was accepted.
  func update() throws -> [URL] {
    let objects = accepted
    var segments = try sound(Set(objects.map(\.bundle)))
    if segments.count > Self.manySegments + 2 * groups(of: objects).count { segments = [] }
    let known = Set(segments.flatMap(\.bundles))
    for group in groups(of: objects.filter({ !known.contains($0.bundle) })) {
      segments.append(try gather(group))
    }
    try removeAll(but: segments)
    return segments.map { folder.file($0.name) }
  }

  /// The accepted public bundles of which there is a copy, in the order of their places.
  private var accepted: [StoredObject] {
    district.ledger.accepted.values.filter { $0.kind == .public }
      .map { StoredObject(community: $0.name.community, election: $0.name.election, bundle: $0.bundle) }
      .filter(district.hasCopy).sorted { $0.path < $1.path }
  }

  /// Objects in their order, so many together as make a segment.
  private func groups(of objects: [StoredObject]) -> [[StoredObject]] {
    var (groups, bytes): ([[StoredObject]], Int) = ([], Self.group)
    for object in objects {
      if bytes >= Self.group { (groups, bytes) = (groups + [[]], 0) }
      groups[groups.count - 1].append(object)
      bytes += district.ledger.answers[object]?.statement.size ?? 0
    }
    return groups
  }

  /// The segments whose files are what they were, of accepted bundles alone, no bundle twice.
  private func sound(_ accepted: Set<Digest>) throws -> [RowSegment] {
    var seen: Set<Digest> = []
    return try folder.names().compactMap { name in
      guard let bytes = try folder.read("\(name)/\(RowSegment.index)", limit: RowSegment.sizeLimit),
        let segment = RowSegment(bytes), segment.name == name, seen.isDisjoint(with: segment.bundles),
        accepted.isSuperset(of: segment.bundles), try isWhole(segment)
      else { return nil }
      seen.formUnion(segment.bundles)
      return segment
    }
  }

  private func isWhole(_ segment: RowSegment) throws -> Bool {
    try Set(segment.files.keys) == Set(Self.tables.map(\.rawValue))
      && segment.files.allSatisfy { table, digest in
        let file = "\(segment.name)/\(table).ndjson"
        return try folder.exists(file) && Digest.ofFile(folder.file(file)) == digest
      }
  }

  /// Reads the tables of some bundles, on all processors, and writes them as a segment.
  private func gather(_ objects: [StoredObject]) throws -> RowSegment {
    let none: [Result<[RecordTable: [UInt8]], any Error>?] = Array(repeating: nil, count: objects.count)
    let rows = Mutex(none)
    let copies = district.copies
    DispatchQueue.concurrentPerform(iterations: objects.count) { index in
      let result = Result { try Self.rows(of: objects[index], in: copies) }
      rows.withLock { $0[index] = result }
    }
    let read = try rows.withLock { $0 }.compactMap { try $0?.get() }
    let files = Self.tables.map { table in (table.rawValue, read.flatMap { $0[table] ?? [] }) }
    let digests = files.map { ($0.0, Digest.of($0.1)) }
    let segment = RowSegment(
      bundles: objects.map(\.bundle), files: Dictionary(uniqueKeysWithValues: digests))
    try folder.write(
      files.map { ("\(segment.name)/\($0.0).ndjson", $0.1) }
        + [("\(segment.name)/\(RowSegment.index)", Array(segment.text.utf8))])
    return segment
  }

  /// The rows of a bundle's tables, of the very bytes that its id vouches for.
  private static func rows(of object: StoredObject, in copies: URL) throws -> [RecordTable: [UInt8]] {
    let file = copies.appending(path: object.path)
    guard let reader = try? BundleReader(file), try reader.id == object.bundle,
      let rows = try reader.provenTables(tables)
    else { throw IntakeFailure.copyDamaged(file.path) }
    return rows
  }

  private func removeAll(but segments: [RowSegment]) throws {
    let kept = Set(segments.map(\.name))
    for name in try folder.names() where !kept.contains(name) {
      try FileManager.default.removeItem(at: folder.file(name))
    }
  }
}
