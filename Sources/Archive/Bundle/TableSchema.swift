import Ballot

/// The description of a bundle's tables, `data/tables/schema.json`.
struct TableSchema: Equatable {
  /// The tables by name, without their rows.
  let tables: [String: BundleTable]

  static let format = 1
  /// The longest that is read, in bytes.
  static let sizeLimit = 4 << 20

  init(_ tables: [BundleTable]) {
    self.tables = Dictionary(
      tables.map {
        ($0.name, BundleTable(name: $0.name, title: $0.title, columns: $0.columns, rows: [], isLog: $0.isLog))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The description as canonical JSON with a newline.
  var text: String {
    let described = tables.mapValues { table in
      JSON.object([
        "columns": .array(table.columns.map(\.json)), "log": .bool(table.isLog), "title": table.title.json,
      ])
    }
    return JSON.object(["format": .integer(Self.format), "tables": .object(described)]).canonical + "\n"
  }

  /// The description in these bytes; nil for anything but what `text` writes.
  init?(parsing bytes: [UInt8]) {
    guard let members = (try? JSON(parsing: bytes))?["tables"]?.members else { return nil }
    var tables: [BundleTable] = []
    for member in members.sorted(by: { $0.key < $1.key }) {
      guard let columns = member.value["columns"]?.elements,
        let title = member.value["title"].flatMap(Label.init)
      else { return nil }
      let parsed = columns.compactMap(BundleTable.Column.init)
      guard parsed.count == columns.count else { return nil }
      tables.append(
        BundleTable(
          name: member.key, title: title, columns: parsed, rows: [],
          isLog: member.value["log"] == .bool(true)))
    }
    self.init(tables)
    guard Array(text.utf8) == bytes else { return nil }
  }

  typealias Label = BundleTable.Label
}

extension BundleTable.Label {
  var json: JSON { .object(["en": .string(en), "zh": .string(zh)]) }

  init?(_ json: JSON) {
    guard let zh = json["zh"]?.string, let en = json["en"]?.string else { return nil }
    self.init(zh: zh, en: en)
  }
}

extension BundleTable.Column {
  var json: JSON {
    .object([
      "en": .string(meaning.en), "zh": .string(meaning.zh), "labels": .object(labels.mapValues(\.json)),
      "name": .string(name), "optional": .bool(isOptional), "type": .string(type.rawValue),
    ])
  }

  init?(_ json: JSON) {
    guard let name = json["name"]?.string, let meaning = BundleTable.Label(json),
      let type = json["type"]?.string.flatMap(BundleTable.ColumnType.init(rawValue:)),
      case .bool(let isOptional)? = json["optional"], let members = json["labels"]?.members
    else { return nil }
    let labels = members.compactMapValues(BundleTable.Label.init)
    guard labels.count == members.count else { return nil }
    self.init(
      name, type, zh: meaning.zh, en: meaning.en, isOptional: isOptional, labels: labels)
  }
}
