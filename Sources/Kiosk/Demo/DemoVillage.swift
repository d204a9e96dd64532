import Ballot
import Foundation
import Spreadsheet

/// A village that does not exist: its people, its roll as a spreadsheet and its plan.
struct DemoVillage {
  struct Villager {
    let name: String
    let sex: Sex
    let birth: Day
    let identity: String
    let group: Int
    let household: String
    let phone: String
  }

  static let electionDay = Day(daysSince1970: 20_956)
  let villagers: [Villager]
  private let seed: UInt64

  init(voters: Int, seed: UInt64) {
    self.seed = seed
    var dice = DemoDice(seed, "village")
    var used: Set<String> = []
    var villagers: [Villager] = []
    var household = 0
    var group = 1
    var left = 0
    var surname = ""
    while villagers.count < voters {
      if left == 0 {
        household += 1
        left = Int.random(in: 1...4, using: &dice)
        surname = dice.pick(DemoVillage.surnames)
        group = 1 + villagers.count * DemoVillage.groups / max(1, voters)
      }
      left -= 1
      villagers.append(
        DemoVillage.villager(&dice, &used, group: group, household: household, surname: surname))
    }
    self.villagers = villagers
  }

  private static let groups = 8
  private static let surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢".map(String.init)
  private static let given =
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰红梅文辉建国志春秀珍鹏飞雪琴健峰斌宇浩然欣怡梓涵子轩雨桐思源佳慧晓东海燕永福贵祥德顺龙凤云赟喆珺玥镕"
    .map(String.init)

  private static func villager(
    _ dice: inout DemoDice, _ used: inout Set<String>, group: Int, household: Int, surname: String
  ) -> Villager {
    var name = ""
    repeat {
      let family = dice.chance(700) ? surname : dice.pick(surnames)
      name = family + dice.pick(given) + (dice.chance(750) ? dice.pick(given) : "")
    } while !used.insert(name).inserted && !dice.chance(15)
    let sex: Sex = dice.chance(490) ? .female : .male
    let age = Int.random(in: 18 * 365 + 10...88 * 365, using: &dice)
    let birth = electionDay.adding(days: -age)
    let identity = identity(birth, sex, Int.random(in: 0..<499, using: &dice))
    return Villager(
      name: name, sex: sex, birth: birth, identity: identity, group: group,
      household: String(format: "%04d", household), phone: "139" + String(format: "%08d", Int.random(in: 0..<99_999_999, using: &dice)))
  }

  /// A valid number of GB 11643 for a place, birth, sex and order.
  private static func identity(_ birth: Day, _ sex: Sex, _ order: Int) -> String {
    let body = "500112" + birth.description.filter(\.isNumber) + String(format: "%03d", order * 2 + (sex == .male ? 1 : 0))
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  /// The roll as a clerk would hand it over: a title over the table, and the headers of the trade.
  func writeRoll(to path: String) throws {
    let table = TableWriter(
      title: "石桥村第十二届村民委员会选举选民登记表",
      header: ["序号", "姓名", "性别", "身份证号", "出生日期", "村民小组", "户号", "登记类别", "联系电话"],
      rows: villagers.enumerated().map { index, villager in
        [
          String(index + 1), villager.name, villager.sex.sign, villager.identity, villager.birth.description,
          "\(villager.group)组", villager.household, "1", villager.phone,
        ]
      }, widths: [6, 10, 6, 22, 13, 10, 8, 10, 14])
    try table.write(to: path)
  }

  /// Different people for the ballot and the staff: names that the roll holds once.
  private var singles: [Villager] {
    let counts = Dictionary(grouping: villagers, by: \.name).mapValues(\.count)
    var dice = DemoDice(seed, "candidates")
    return villagers.filter { counts[$0.name] == 1 && $0.birth.year < 2000 }.shuffled(using: &dice)
  }

  /// The plan as a YAML file.
  var plan: String {
    let people = singles
    func candidates(_ range: Range<Int>) -> String {
      people[range].map { "      - {name: \($0.name), sex: \($0.sex.sign), group: \($0.group)组}" }
        .joined(separator: "\n")
    }
    let staff = people[9..<16].map(\.name)
    return """
      # 选举方案。说明见 docs/formats/plan.md
      format: kiosk-plan/1
      community:
        code: "500112001201"
        name: 石桥村
        township: 双凤街道
      election:
        id: 2027-1
        kind: villageCommittee
        pack: CQ-V-2026
        term: 12
        day: \(DemoVillage.electionDay)
        hours: {open: "08:00", close: "16:00"}
        issuer: 石桥村村民选举委员会
        seal: seal.png
      posts:
        - id: director
          title: 主任
          seats: 1
          candidates:
      \(candidates(0..<2))
        - id: deputy
          title: 副主任
          seats: 1
          candidates:
      \(candidates(2..<4))
        - id: member
          title: 委员
          seats: 3
          candidates:
      \(candidates(4..<9))
      choices:
        overvoteScope: post
        samePersonTwoPosts: voidBallot
        blankBallotClass: abstention
      places:
        - {number: 1, name: 村委会中心会场, kind: main, groups: []}
      staff:
        - {name: \(staff[0]), role: chiefScrutineer}
        - {name: \(staff[1]), role: scrutineer}
        - {name: \(staff[2]), role: scrutineer}
        - {name: \(staff[3]), role: caller}
        - {name: \(staff[4]), role: tallier}
        - {name: \(staff[5]), role: issueClerk}
        - {name: \(staff[6]), role: committeeHead}

      """
  }
}
