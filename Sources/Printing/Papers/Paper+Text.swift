/// A paper as lines of text, for a screen.
extension Paper {
  /// The title in one line.
  package var plainTitle: String { title.filter { $0 != "／" } }

  package var text: [String] {
    var lines: [String] = []
    if let masthead { lines += [masthead.issuer, masthead.number] }
    lines += [plainTitle, ""]
    for block in blocks { lines += block.text }
    if !footer.isEmpty { lines += ["", footer] }
    return lines
  }
}

extension Block {
  /// The block's words; codes and pictures by their captions.
  package var text: [String] {
    switch self {
    case .paragraph(let words): ["　　" + words]
    case .plain(let words), .note(let words), .heading(let words), .centred(let words), .title(let words):
      [words]
    case .table(let table): table.text
    case .names(let names, let columns): Block.inColumns(names, columns)
    case .signatures(let labels): [labels.map { $0 + "________" }.joined(separator: "　")]
    case .seal(let issuer, let date, _): ["", "　　　　　　　　" + issuer, "　　　　　　　　" + date]
    case .codes(let codes): codes.map { "〔\($0.caption)〕" }
    case .pictures(let pictures, _): pictures.map { "〔\($0.caption)〕" }
    case .space: [""]
    case .pageBreak: [""]
    }
  }

  private static func inColumns(_ names: [String], _ columns: Int) -> [String] {
    let width = (names.map(\.columns).max() ?? 0) + 2
    return stride(from: 0, to: names.count, by: columns).map { start in
      names[start..<min(start + columns, names.count)].map { $0.padded(to: width) }.joined().withoutEnd
    }
  }
}

extension Table {
  /// The rows with their columns one under the other.
  fileprivate var text: [String] {
    let head = hasHead ? [columns.map(\.title)] : []
    let all = head + rows
    let widths = columns.indices.map { column in
      all.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    return all.map { row in
      zip(row, widths).map { $0.padded(to: $1 + 2) }.joined().withoutEnd
    }
  }
}

extension String {
  /// How many columns of a terminal it takes: two for a wide character.
  fileprivate var columns: Int {
    unicodeScalars.reduce(0) {
      $0 + ($1.value >= 0x1100 && $1.properties.generalCategory != .nonspacingMark ? 2 : 1)
    }
  }

  /// Without the spaces at its end.
  fileprivate var withoutEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}
