import Ballot
import Foundation
import Printing
import Simulator

/// The ballots that are photographed: three sizes of boxes in one column and in two, printed by the product itself.
struct Ballots {
  let pages: [BallotPage]
  let rasters: [Raster]

  init() throws {
    var pages: [BallotPage] = []
    var rasters: [Raster] = []
    for (index, counts) in [[1, 2, 3], [2, 4, 7], [29], [33], [39]].enumerated() {
      let ballot = Ballots.specification(index, counts)
      let layout = try BallotLayout(ballot)
      let file = FileManager.default.temporaryDirectory.appendingPathComponent(
        "ballot-\(getpid())-\(index).pdf")
      defer { try? FileManager.default.removeItem(at: file) }
      try BallotDrawing(ballot, layout: layout).write(to: file.path, created: Day(daysSince1970: 20_000))
      for page in layout.pages {
        pages.append(page)
        rasters.append(try PageRaster.load(pdf: file, page: page.page, dpi: 220))
      }
    }
    (self.pages, self.rasters) = (pages, rasters)
  }

  /// Which ballot a photograph shows: mostly the crowded ones, the forty small boxes most of all.
  func index(using dice: inout Dice) -> Int {
    let choices = [0, 1, 2, 2, 3, 3, 4, 4, 4, 4]
    return choices[dice.integer(0...choices.count - 1)]
  }

  /// The ballots of one post that fills its page, one for each size of box: 30, 34 and 40 boxes, the last the smallest.
  var crowded: Range<Int> { pages.indices.suffix(3) }

  /// The ballot with the most boxes of a width.
  func mostCrowded(boxWidth: Double) -> Int? {
    pages.indices.filter { pages[$0].lines.first?.box.w == boxWidth }
      .max { pages[$0].lines.count < pages[$1].lines.count }
  }

  /// The size of the boxes of a width.
  func box(width: Double) -> (w: Double, h: Double)? {
    pages.compactMap { $0.lines.first?.box }.first { $0.w == width }.map { ($0.w, $0.h) }
  }

  private static let names = ["王建国", "李秀英", "张伟", "欧阳明", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周强"]

  private static func specification(_ index: Int, _ counts: [Int]) -> BallotSpecification {
    let posts = zip(["director", "deputy", "member"], counts).map { name, count in
      BallotSpecification.Post(
        id: PostID(rawValue: name), heading: "候选人（应选 1 名）", seats: 1,
        candidates: (0..<count).map { names[($0 + index) % names.count] })
    }
    return BallotSpecification(
      type: BallotType(rawValue: "TRA1N0000\(index)"), batch: BatchCode(rawValue: "B00\(index)"),
      title: "第十二届村民委员会选举选票", subtitle: "练习用票", posts: posts,
      instructions: ["同意的画“○”，不同意的画“×”，弃权的不画任何符号。"], issuer: "村民选举委员会", date: "二〇二六年")
  }
}
