import Foundation

/// The files below `data/`: the caller's, the tables and the two of the transfer medium.
enum BundlePayload {
  /// - Returns: The files by their path in the bundle, and their sizes.
  static func files(
    of contents: BundleContents
  ) throws -> (files: [String: BundleFile], sizes: [String: Int]) {
    var files: [String: BundleFile] = [:]
    for (path, file) in contents.files { files[BundleLayout.payload + path] = file }
    var sizes = try files.mapValues(size)
    add(transferFiles(contents, sizes: sizes), to: &files, &sizes)
    add(tableFiles(contents.tables), to: &files, &sizes)
    return (files, sizes)
  }

  private static func add(
    _ texts: [String: String], to files: inout [String: BundleFile], _ sizes: inout [String: Int]
  ) {
    for (path, text) in texts where files[path] == nil {
      files[path] = .data(Array(text.utf8))
      sizes[path] = text.utf8.count
    }
  }

  private static func transferFiles(_ contents: BundleContents, sizes: [String: Int]) -> [String: String] {
    let records = sizes.sorted { BundlePath.precedes($0.key, $1.key) }
      .map { (path: String($0.key.dropFirst(BundleLayout.payload.utf8.count)), size: $0.value) }
    let catalogue = TransferCatalogue(contents: contents, records: records)
    return [BundleLayout.explanation: catalogue.explanation, BundleLayout.catalogue: catalogue.catalogue]
  }

  private static func tableFiles(_ tables: [BundleTable]) -> [String: String] {
    let present = tables.filter { !$0.rows.isEmpty }
    var texts = [BundleLayout.schema: TableSchema(present).text]
    for table in present { texts[BundleLayout.table(table.name)] = table.rows.map { $0 + "\n" }.joined() }
    return texts
  }

  private static func size(_ file: BundleFile) throws(FileFault) -> Int {
    switch file {
    case .data(let bytes): bytes.count
    case .file(let url): try File(url.path, .read).size()
    }
  }
}
