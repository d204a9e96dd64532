import Ballot
import Simulator
import Testing

@testable import Scanner

/// A ballot page drawn straight from its geometry, with a real code symbol, marked and photographed.
enum TestSheet {
  static let specification = specification(type: "0123456789")

  static func specification(type: String, candidates: Int = 4) -> BallotSpecification {
    BallotSpecification(
      type: BallotType(rawValue: type), batch: BatchCode(rawValue: "ABCD"), title: "T", subtitle: "S",
      posts: [
        .init(id: PostID(rawValue: "director"), heading: "H", seats: 1, candidates: ["AA", "BB"]),
        .init(
          id: PostID(rawValue: "member"), heading: "H", seats: 3,
          candidates: (0..<candidates).map { "N\($0)" }),
      ],
      instructions: ["I"], issuer: "V", date: "D")
  }

  static func page(_ specification: BallotSpecification = specification) throws -> BallotPage {
    try #require(BallotLayout(specification).pages.first)
  }

  /// The symbol of `KB10123456789ABCD01`, error correction M, by libqrencode.
  private static let symbol = [
    "#######.#.###.#######", "#.....#.##.##.#.....#", "#.###.#..####.#.###.#", "#.###.#.#...#.#.###.#",
    "#.###.#...##..#.###.#", "#.....#..#....#.....#", "#######.#.#.#.#######", "........#..#.........",
    "#.##.###..#...#..#.##", "..##.#..#.#.#.###.###", "##...##.##....#..#.#.", "#.......#.#....#.#.#.",
    "....#.#..##.#.#..##.#", "........#....##.####.", "#######.#...####..###", "#.....#.#...##.#..##.",
    "#.###.#..##..#..##...", "#.###.#.##..#.###.##.", "#.###.#.##.......#...", "#.....#...#..#....#..",
    "#######.##.##.###..#.",
  ].map { Array($0.utf8) }

  /// The page as printed, `dots` pixels a millimetre.
  static func raster(_ page: BallotPage, dots: Double = 6) throws -> Raster {
    let (width, height) = (Int(page.width * dots), Int(page.height * dots))
    var bytes = [UInt8](repeating: 255, count: width * height)
    func fill(_ area: Rect, _ isInk: (Double, Double) -> Bool) {
      for row in Int(area.y * dots)...Int(area.maxY * dots) {
        for column in Int(area.x * dots)...Int(area.maxX * dots) {
          let (x, y) = ((Double(column) + 0.5) / dots, (Double(row) + 0.5) / dots)
          if isInk(x, y) { bytes[row * width + column] = 0 }
        }
      }
    }
    func frame(_ rect: Rect, _ line: Double) {
      let inner = rect.inset(by: line)
      fill(rect) { x, y in
        x >= rect.x && x < rect.maxX && y >= rect.y && y < rect.maxY
          && !(x >= inner.x && x < inner.maxX && y >= inner.y && y < inner.maxY)
      }
    }
    for centre in page.fiducials {
      fill(Rect(x: centre.x - 5, y: centre.y - 5, w: 10, h: 10)) { x, y in
        let radius = ((x - centre.x) * (x - centre.x) + (y - centre.y) * (y - centre.y)).squareRoot()
        return radius < Fiducial.disc || (radius >= Fiducial.ringInner && radius < Fiducial.ringOuter)
      }
    }
    let module = page.code.w / 21
    fill(page.code) { x, y in
      let (column, row) = (Int((x - page.code.x) / module), Int((y - page.code.y) / module))
      return (0..<21).contains(column) && (0..<21).contains(row) && symbol[row][column] == UInt8(ascii: "#")
    }
    for line in page.lines {
      frame(line.row, Stroke.row)
      frame(line.box, Stroke.box)
    }
    return try #require(
      Raster(format: .gray, width: width, height: height, dotsPerMillimetre: dots, bytes: bytes))
  }

  /// Marks for every line, in turn.
  static func marking(_ page: BallotPage, _ kinds: [MarkKind]) -> SheetMarking {
    SheetMarking(
      page.lines.enumerated().map { index, line in
        .init(line.id, kinds[index % kinds.count], writesName: index % 2 == 0)
      })
  }
}
