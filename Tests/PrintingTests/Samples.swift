import Ballot
import Foundation

/// Ballots, cards and pictures for the tests.
enum Samples {
  static let day = Day(daysSince1970: 20_000)

  static let names = [
    "王芳", "欧阳赟", "李镕", "张珺喆", "刘𬭎", "陈䶮", "赵建国", "买买提·吐尔逊江", "周淑芬", "吴桂英", "孙丽", "钱进", "冯国强", "褚卫东",
    "卫青", "蒋英",
  ]

  /// A ballot whose posts have so many candidates and seats each.
  static func ballot(_ posts: [(candidates: Int, seats: Int)]) -> BallotSpecification {
    let sections = posts.enumerated().map { index, post in
      BallotSpecification.Post(
        id: PostID(rawValue: "post\(index)"), heading: "职务\(index)候选人（应选 \(post.seats) 名）", seats: post.seats,
        candidates: Array(names.prefix(post.candidates)))
    }
    return BallotSpecification(
      type: BallotType(rawValue: "7Z3K9QW2XT"), batch: BatchCode(rawValue: "A1B2"), title: "第十二届村民委员会选举选票",
      subtitle: "云溪镇青石桥村", posts: sections, instructions: ["赞成的画“○”，反对的画“×”，弃权的不作任何标记。", "请用黑色签字笔填写。"],
      issuer: "青石桥村村民选举委员会", date: "2027年5月18日")
  }

  /// One ballot for each row style and one of two pages.
  static let ballots = [
    ballot([(2, 1)]), ballot([(4, 2), (6, 5)]), ballot([(10, 3), (10, 3)]), ballot([(14, 3), (14, 3)]),
    ballot([(16, 5), (16, 5)]), ballot([(16, 5), (16, 5), (16, 5)]),
  ]

  /// A red ring with transparent surroundings, 4 × 4 pixels of PNG.
  static let seal =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAYAAACp8Z5+AAAAJUlEQVR4nGNgYGBgOCEi8uyEiMgzBhiHAQpOiIg8Y2LABpC1AACVRwsHe7OPagAAAABJRU5ErkJggg=="
    ) ?? Data()
}
