import Ballot
import Scanner
import Terminal

extension CountScreen {
  /// What was read, post by post; in two columns where one is too short for all of it.
  func drawReading(in area: Region, on page: inout Page) {
    let language = page.look.language
    let columns = columns(posts(language), rows: area.rows)
    let width = area.columns / max(1, columns.count)
    for (place, column) in columns.enumerated() {
      let part = Region(
        column: area.column + place * width, row: area.row, columns: width - (columns.count > 1 ? 1 : 0),
        rows: area.rows)
      for (row, line) in column.enumerated() {
        page.write(line.text(in: language), in: part, row: row, style(of: line))
      }
    }
  }

  /// The columns; posts at the beginning make room where the line that is picked would not be in sight.
  private func columns(_ posts: [ReadColumns.Post], rows: Int) -> [[ReadColumns.Row]] {
    let whole = ReadColumns(posts, rows: rows, most: 2)
    guard let picking, posts.count > 1, !whole.shows(picking) else { return whole.columns }
    return columns(Array(posts.dropFirst()), rows: rows)
  }

  private func posts(_ language: Language) -> [ReadColumns.Post] {
    var posts: [ReadColumns.Post] = []
    for (index, line) in (sight?.lines ?? []).enumerated() {
      if posts.last?.title != line.post { posts.append(ReadColumns.Post(title: line.post, lines: [])) }
      let name = line.name ?? Sentence.writeIn.text(in: language)
      posts[posts.count - 1].lines.append(.line(index, "\(line.sign) \(name)"))
    }
    return posts
  }

  private func style(of row: ReadColumns.Row) -> Style {
    switch row {
    case .title, .continued: return Palette.title
    case .more: return Palette.warningText
    case .line(let index, _):
      guard let line = sight?.lines[index] else { return .plain }
      if index == picking { return Palette.chosen }
      if line.needsDecision { return Palette.warningText }
      return line.mark == .for ? Palette.goodText : .plain
    }
  }
}

/// The lines of a sheet under the titles of their posts, in columns of so many rows.
///
/// No column begins without a title, none ends with one, and what has no room is told.
struct ReadColumns: Equatable, Sendable {
  enum Row: Equatable, Sendable {
    case title(String)
    /// The title again, over lines that go on from the column before.
    case continued(String)
    /// A line's place on the sheet, and its words.
    case line(Int, String)
    /// So many lines are not shown.
    case more(Int)
  }

  struct Post: Equatable, Sendable {
    let title: String
    var lines: [Row]
  }

  private(set) var columns: [[Row]] = []

  init(_ posts: [Post], rows: Int, most: Int) {
    guard rows > 2, !posts.isEmpty else { return }
    columns = [[]]
    for post in posts { add(post, rows: rows) }
    guard columns.count > most else { return }
    let hidden = columns[most...].joined().count { if case .line = $0 { true } else { false } }
    columns.removeSubrange(most...)
    // Where the last column is full, its last line makes room for the number of those that are not in sight.
    let isFull = columns[most - 1].count == rows
    if isFull { columns[most - 1].removeLast() }
    columns[most - 1].append(.more(isFull ? hidden + 1 : hidden))
  }

  /// Whether a line is in sight.
  func shows(_ index: Int) -> Bool {
    columns.joined().contains { if case .line(index, _) = $0 { true } else { false } }
  }

  private mutating func add(_ post: Post, rows: Int) {
    // A title with no line below it belongs to the next column.
    if columns[columns.count - 1].count + 2 > rows { columns.append([]) }
    columns[columns.count - 1].append(.title(post.title))
    for line in post.lines {
      if columns[columns.count - 1].count == rows { columns.append([.continued(post.title)]) }
      columns[columns.count - 1].append(line)
    }
  }
}

extension ReadColumns.Row {
  func text(in language: Language) -> String {
    switch self {
    case .title(let title): title
    case .continued(let title): Sentence.continued(title).text(in: language)
    case .line(_, let words): " " + words
    case .more(let lines): Sentence.moreLines(lines).text(in: language)
    }
  }
}

extension SeenLine {
  /// The reading as one sign; a question mark where people have to look.
  fileprivate var sign: String {
    if needsDecision { return "？" }
    switch mark {
    case .for: return "○ "
    case .against: return "× "
    case .blank: return "— "
    case .other: return "？"
    }
  }
}
