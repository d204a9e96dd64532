import Testing

@testable import Kiosk

@Suite("The lines of a sheet in columns")
struct ReadColumnsTests {
  private func posts(_ sizes: [Int]) -> [ReadColumns.Post] {
    var next = 0
    return sizes.enumerated().map { place, size in
      let lines = (next..<next + size).map { ReadColumns.Row.line($0, "\($0)") }
      next += size
      return ReadColumns.Post(title: "P\(place)", lines: lines)
    }
  }

  private func isTitle(_ row: ReadColumns.Row?) -> Bool {
    switch row {
    case .title, .continued: true
    case .line, .more, nil: false
    }
  }

  @Test(
    "Every column begins with a title, none ends with one, and nothing is lost",
    arguments: [[1], [3, 3, 7], [20], [5, 5, 1, 1, 1], [2, 9, 3], [11, 1], [12, 12]], [4, 5, 8, 12, 30])
  func columns(sizes: [Int], rows: Int) {
    let columns = ReadColumns(posts(sizes), rows: rows, most: 100).columns
    for column in columns {
      #expect(column.count <= rows && isTitle(column.first) && !isTitle(column.last))
    }
    let lines = columns.joined().compactMap { if case .line(let index, _) = $0 { index } else { nil } }
    #expect(lines == Array(0..<sizes.reduce(0, +)))
  }

  @Test("A post that goes over has its title again")
  func continued() {
    let columns = ReadColumns(posts([2, 4]), rows: 5, most: 2).columns
    #expect(columns.map(\.first) == [.title("P0"), .continued("P1")])
    #expect(ReadColumns.Row.continued("委员").text(in: .zh) == "委员（续）")
    #expect(ReadColumns.Row.continued("委员").text(in: .en) == "委员 (cont.)")
  }

  @Test("Lines beyond the last column are told by their number")
  func more() {
    let shown = ReadColumns(posts([20]), rows: 5, most: 2)
    #expect(shown.columns.count == 2 && shown.columns[1].last == .more(13))
    #expect(shown.shows(6) && !shown.shows(7))
    #expect(shown.columns.joined().count { if case .line = $0 { true } else { false } } == 7)
  }
}
