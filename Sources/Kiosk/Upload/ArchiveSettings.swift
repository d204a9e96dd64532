import Archive
import Ballot
import Foundation
import Yams

/// How the box reaches the archive, and whose receipts it believes: `archive.yaml` in the home.
struct ArchiveSettings {
  /// The bucket; nil for a box that only ever uses a stick.
  let place: S3Place?
  /// Whose receipts count.
  let receivers: [NoteKey]

  static let largest = 1 << 16

  private static let keys = [
    "format", "receivers", "endpoint", "bucket", "region", "accessKey", "secretKey", "authority", "bandwidth",
    "patience",
  ]

  /// Reads and checks the settings.
  ///
  /// - Parameters:
  ///   - text: YAML, as docs/formats/upload.md says.
  ///   - folder: Where a file with the pinned authority is looked for.
  /// - Throws: `PlanFile.Faulty` with every fault, or `PlanFile.Unreadable`.
  init(yaml text: String, folder: URL) throws {
    var tree = PlanTree()
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw PlanFile.Unreadable(error)
    }
    let members = tree.mapping(root, "", keys: Self.keys)
    if let format = tree.text(members["format"], "format"), format != "kiosk-archive/1" {
      tree.report("format", .unknownValue(format, known: ["kiosk-archive/1"]))
    }
    receivers = Self.receivers(members["receivers"], &tree)
    place = members["endpoint"] == nil ? nil : Self.place(members, folder, &tree)
    guard tree.problems.isEmpty else {
      throw PlanFile.Faulty(problems: tree.problems.map { (tree.line(of: $0.path), $0.path, $0.reason) })
    }
  }

  private static func receivers(_ node: Node?, _ tree: inout PlanTree) -> [NoteKey] {
    let items = tree.list(node, "receivers")
    if items.isEmpty { tree.report("receivers", .missing) }
    return items.compactMap { item, path in
      guard let text = tree.text(item, path) else { return nil }
      if let key = NoteKey(vkey: text), key.kind == .note { return key }
      tree.report(path, .unknownValue(text, known: ["NAME+1a2b3c4d+AQ…"]))
      return nil
    }
  }

  private static func place(
    _ members: [String: Node], _ folder: URL, _ tree: inout PlanTree
  ) -> S3Place? {
    let endpoint = tree.text(members["endpoint"], "endpoint")
    let bucket = tree.text(members["bucket"], "bucket")
    let region = tree.text(members["region"], "region", required: false) ?? "us-east-1"
    let access = tree.text(members["accessKey"], "accessKey")
    let secret = tree.text(members["secretKey"], "secretKey")
    var transport = TransportSettings(authority: authority(members["authority"], folder, &tree))
    if let limit = members["bandwidth"] {
      transport.bandwidth = tree.number(limit, "bandwidth", in: 1...1_000_000).map { $0 << 10 }
    }
    if let patience = members["patience"] {
      transport.patience = tree.number(patience, "patience", in: 1...3600) ?? transport.patience
    }
    guard let endpoint, let bucket, let access, let secret else { return nil }
    let place = S3Place(
      endpoint: endpoint, bucket: bucket, region: region,
      credentials: S3Credentials(accessKey: access, secretKey: secret), transport: transport)
    if place == nil {
      tree.report("endpoint", .unknownValue(endpoint, known: ["https://archive.example:9000"]))
    }
    return place
  }

  private static func authority(_ node: Node?, _ folder: URL, _ tree: inout PlanTree) -> String? {
    guard let node, let name = tree.text(node, "authority") else { return nil }
    let file = folder.appending(path: name)
    let text = try? String(contentsOf: file, encoding: .utf8)
    guard !name.contains("/"), let text, text.contains("-----BEGIN CERTIFICATE-----") else {
      tree.report("authority", .fileUnreadable(name))
      return nil
    }
    return file.path
  }
}

extension Home {
  var archive: URL { root.appending(path: "archive") }
  private var settings: URL { archive.appending(path: "archive.yaml") }

  /// The settings kept by `archive connect`; nil when there are none.
  func archiveSettings() throws -> ArchiveSettings? {
    guard FileManager.default.fileExists(atPath: settings.path) else { return nil }
    let mode = try FileManager.default.attributesOfItem(atPath: settings.path)[.posixPermissions] as? Int
    guard let mode, mode & 0o077 == 0 else {
      throw Failure.refused(
        "settingsOpen", zh: "\(settings.path) 能被其他用户读取。请执行 chmod 600 后再试。",
        en: "\(settings.path) can be read by other users. Run chmod 600 on it and try again.")
    }
    let bytes = try InputFile(settings.path, most: ArchiveSettings.largest).bytes
    return try Failure.namingFaults {
      try ArchiveSettings(yaml: String(decoding: bytes, as: UTF8.self), folder: archive)
    }
  }

  /// Keeps settings with the authority they pin, readable by their owner alone.
  func keep(settings bytes: [UInt8], authority: (name: String, bytes: [UInt8])?) throws {
    try FileSystem.makeDirectory(archive.path)
    if let authority {
      try FileSystem.write(authority.bytes, to: archive.appending(path: authority.name).path)
    }
    try FileSystem.write(bytes, to: settings.path)
  }
}

extension Failure {
  /// Runs something that reads settings and names every fault with its line.
  static func namingFaults<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let faulty as PlanFile.Faulty {
      throw Failure(
        .unusable, "settingsFaulty",
        Sentence(
          zh: "上传设置有 \(faulty.problems.count) 处错误，没有采用。请改正后重试。",
          en:
            "The archive's settings have \(faulty.problems.count) faults; nothing was taken. Correct them and try again."
        ),
        details: faulty.problems.map { line, path, reason in
          FailureDetail(
            row: line, column: nil, field: path, code: "settings", value: nil,
            sentence: Sentence(
              zh: "第 \(line) 行 \(path)：\(reason.sentence.zh)",
              en: "line \(line), \(path): \(reason.sentence.en)"))
        })
    } catch let unreadable as PlanFile.Unreadable {
      throw Failure.unusable(
        "settingsUnreadable", zh: "上传设置第 \(unreadable.line) 行不是 YAML：\(unreadable.detail)",
        en: "Line \(unreadable.line) of the settings is not YAML: \(unreadable.detail)")
    }
  }
}
