/// A table of a bundle: rows of JSON with fixed, described columns.
package struct BundleTable: Hashable, Sendable {
  /// The file's name without `.ndjson`, such as `tally`.
  package let name: String
  package let title: Label
  package let columns: [Column]
  /// One object a line, canonical JSON.
  package let rows: [String]
  /// Whether this is the log itself: its lines are the leaves of the checkpoint's tree, of no fixed columns.
  package let isLog: Bool

  package init(name: String, title: Label, columns: [Column], rows: [String]) {
    self.init(name: name, title: title, columns: columns, rows: rows, isLog: false)
  }

  /// The table `events`: the whole log that the checkpoint covers, line by line.
  package static func log(_ lines: [String]) -> BundleTable {
    BundleTable(
      name: "events", title: Label(zh: "设备日志", en: "device log"), columns: [], rows: lines, isLog: true)
  }

  init(name: String, title: Label, columns: [Column], rows: [String], isLog: Bool) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.isLog = isLog
  }

  /// What people call a thing, in both languages.
  package struct Label: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }

  /// A column: its name, what may stand in it, and what it means.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let type: ColumnType
    package let meaning: Label
    /// Whether null may stand in it.
    package let isOptional: Bool
    /// For an enumeration, every value and its label.
    package let labels: [String: Label]

    package init(
      _ name: String, _ type: ColumnType, zh: String, en: String, isOptional: Bool = false,
      labels: [String: Label] = [:]
    ) {
      self.name = name
      self.type = type
      meaning = Label(zh: zh, en: en)
      self.isOptional = isOptional
      self.labels = labels
    }
  }

  /// What may stand in a column.
  package enum ColumnType: String, CaseIterable, Sendable {
    case text
    case integer
    case boolean
    /// `2026-11-22`.
    case date
    /// `2026-11-22T09:30:00+08:00`.
    case time
    /// One of the column's labels.
    case enumeration
    /// 64 lower-case hex digits.
    case digest
  }

  /// The columns that every table but the log begins with.
  package static let commonColumns = [
    Column("community_code", .text, zh: "村（社区）12位代码", en: "twelve-digit community code"),
    Column("election_id", .text, zh: "选举编号", en: "election"),
    Column("revision", .integer, zh: "修订号", en: "revision of this bundle"),
    Column("kind", .text, zh: "选举（会议）类型", en: "kind of election or meeting"),
  ]
}
