/// Lays a ballot out on A4 sheets.
///
/// The rows are made as large as the posts allow: one column of tall rows first, then lower rows, then two
/// columns. When all that is not enough the posts go on several pages. A post is never split between pages,
/// because a sheet carries no serial and its over-vote could not be judged.
package struct BallotLayout: Sendable {
  /// Why a ballot cannot be laid out.
  package enum Refusal: Error, Equatable, Sendable {
    case noPosts
    case tooManyLines(post: PostID, lines: Int, most: Int)
    case nameTooLong(post: PostID, name: String, most: Int)
  }

  package let pages: [BallotPage]

  package init(_ ballot: BallotSpecification) throws(Refusal) {
    guard !ballot.posts.isEmpty else { throw .noPosts }
    try BallotLayout.checkNames(ballot)
    let sheets = try BallotLayout.sheets(ballot.posts)
    pages = sheets.enumerated().map { index, posts in
      BallotLayout.page(ballot, posts, number: index + 1, of: sheets.count)
    }
  }

  private static let longestName = 20

  private static func checkNames(_ ballot: BallotSpecification) throws(Refusal) {
    for post in ballot.posts {
      for name in post.candidates where name.count > longestName {
        throw .nameTooLong(post: post.id, name: name, most: longestName)
      }
    }
  }

  /// Deals the posts out to pages, as few as possible and in order.
  private static func sheets(
    _ posts: [BallotSpecification.Post]
  ) throws(Refusal) -> [[BallotSpecification.Post]] {
    var pages: [[BallotSpecification.Post]] = []
    for post in posts {
      guard RowStyle.fitting([post]) != nil else {
        let most = RowStyle.smallest.capacity
        throw .tooManyLines(post: post.id, lines: post.rows, most: most)
      }
      if let last = pages.last, RowStyle.fitting(last + [post]) != nil {
        pages[pages.count - 1].append(post)
      } else {
        pages.append([post])
      }
    }
    return pages
  }

  private static func page(
    _ ballot: BallotSpecification, _ posts: [BallotSpecification.Post], number: Int, of count: Int
  ) -> BallotPage {
    let style = RowStyle.fitting(posts) ?? RowStyle.smallest
    return BallotPage(
      page: number, pageCount: count, width: Sheet.width, height: Sheet.height,
      fiducials: Sheet.fiducials, code: Sheet.code,
      codeText: BallotCode(type: ballot.type, batch: ballot.batch, page: number).text,
      titleArea: Sheet.title, instructionArea: Sheet.instructions, sealArea: Sheet.seal,
      sections: style.sections(posts))
  }
}

/// The fixed parts of a ballot page, A4, millimetres.
enum Sheet {
  static let width = 210.0
  static let height = 297.0
  static let fiducials = [
    Point(x: 13, y: 13), Point(x: 197, y: 13), Point(x: 197, y: 284), Point(x: 13, y: 284),
  ]
  static let code = Rect(x: 166, y: 8, w: 21, h: 21)
  static let title = Rect(x: 22, y: 8, w: 138, h: 24)
  static let body = Rect(x: 18, y: 36, w: 174, h: 200)
  static let instructions = Rect(x: 24, y: 240, w: 116, h: 46)
  static let seal = Rect(x: 143, y: 239, w: 42, h: 42)
}

/// How large the rows of a page are.
struct RowStyle {
  let columns: Int
  let rowHeight: Double
  let box: (w: Double, h: Double)

  static let all = [
    RowStyle(columns: 1, rowHeight: 12.5, box: (14, 10)),
    RowStyle(columns: 1, rowHeight: 11, box: (12, 9)),
    RowStyle(columns: 2, rowHeight: 12.5, box: (14, 10)),
    RowStyle(columns: 2, rowHeight: 11, box: (12, 9)),
    RowStyle(columns: 2, rowHeight: 9, box: (9, 7)),
  ]
  /// A question has few rows, so they are tall.
  static let question = RowStyle(columns: 1, rowHeight: 18, box: (14, 10))
  static let smallest = RowStyle(columns: 2, rowHeight: 9, box: (9, 7))
  private static let heading = 9.0
  private static let gap = 3.0
  private static let columnGap = 6.0

  /// The largest style in which the posts fit on one page.
  static func fitting(_ posts: [BallotSpecification.Post]) -> RowStyle? {
    let styles = posts.allSatisfy(\.asks) ? [question] + all : all
    return styles.first { $0.height(posts) <= Sheet.body.h + 0.001 }
  }

  /// Lines of one post that fit on a page.
  var capacity: Int { Int((Sheet.body.h - RowStyle.heading) / rowHeight) * columns }

  private func rows(_ post: BallotSpecification.Post) -> Int {
    (post.rows + columns - 1) / columns
  }

  private func height(_ posts: [BallotSpecification.Post]) -> Double {
    let sections = posts.reduce(0) { $0 + RowStyle.heading + Double(rows($1)) * rowHeight }
    return sections + RowStyle.gap * Double(posts.count - 1)
  }

  /// Places the posts from the top of the body downwards.
  func sections(_ posts: [BallotSpecification.Post]) -> [BallotSection] {
    var y = Sheet.body.y
    return posts.map { post in
      let area = Rect(x: Sheet.body.x, y: y, w: Sheet.body.w, h: RowStyle.heading)
      let lines = lines(post, top: area.maxY)
      y = area.maxY + Double(rows(post)) * rowHeight + RowStyle.gap
      return BallotSection(post: post.id, heading: post.heading, headingArea: area, lines: lines)
    }
  }

  private func lines(_ post: BallotSpecification.Post, top: Double) -> [BallotLine] {
    if post.asks {
      return Question.Answer.allCases.enumerated().map { index, answer in
        line(answer.line, post, answer.title, place: index, top: top)
      }
    }
    let printed = post.candidates.enumerated().map { index, name in
      line(.candidate(index + 1, of: post.id), post, name, place: index, top: top)
    }
    let blank = (0..<post.writeIns).map { index in
      line(.writeIn(index + 1, of: post.id), post, nil, place: printed.count + index, top: top)
    }
    return printed + blank
  }

  /// One row; rows fill the first column from the top, then the second.
  private func line(
    _ id: LineID, _ post: BallotSpecification.Post, _ name: String?, place: Int, top: Double
  ) -> BallotLine {
    let width = (Sheet.body.w - RowStyle.columnGap * Double(columns - 1)) / Double(columns)
    let column = Double(place / rows(post))
    let x = Sheet.body.x + column * (width + RowStyle.columnGap)
    let row = Rect(x: x, y: top + Double(place % rows(post)) * rowHeight, w: width, h: rowHeight)
    let mark = Rect(x: row.maxX - box.w - 4, y: row.y + (row.h - box.h) / 2, w: box.w, h: box.h)
    let label = name == nil ? 24.0 : 4.0
    let writing = Rect(x: row.x + label, y: row.y + 0.8, w: mark.x - row.x - label - 4, h: row.h - 2.4)
    return BallotLine(
      id: id, post: post.id, kind: name == nil ? .writeIn : post.asks ? .answer : .candidate, name: name,
      row: row, box: mark,
      nameBox: writing)
  }
}
