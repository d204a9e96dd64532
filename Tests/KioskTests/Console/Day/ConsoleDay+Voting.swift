import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// From the plan to the closed polls.
extension ConsoleDay {
  func createElection() throws {
    try due("选举方案") {
      try terminal.keys("F5")
      try terminal.wait(for: "plan.yaml")
      try terminal.keys("Enter")
      try terminal.wait(for: "按 Y 确定")
      try terminal.keys("n")
      try terminal.wait(for: "没有办理")
      try terminal.keys("Enter", "y")
      try finish()
    }
  }

  func createByFields() throws {
    try due("选举方案") {
      try fill(["500199001201", "青禾村", ""])
      try terminal.keys("C-u")
      try fill(["2027-9", "12"])
      try terminal.wait(for: "选举种类")
    }
    try cutPower()
    try due("选举方案") {
      try terminal.wait(for: "接着填")
      try terminal.keys("NPage", "Down")
      try fill(["2027-05-18"])
      try terminal.keys("NPage")
      for title in ["主任", "副主任", "委员"] {
        if title != "主任" { try terminal.keys("F2") }
        try fill([title])
      }
      try terminal.keys("NPage", "NPage")
      try fill(["姜守义", "", "何秀兰"])
      try terminal.keys("NPage")
      try terminal.wait(for: "没有毛病")
      try terminal.keys("Enter")
      try terminal.wait(for: "按 Y 确定")
      try terminal.keys("y")
      try finish()
    }
  }

  /// Types into one field after the other.
  func fill(_ texts: [String]) throws {
    for text in texts {
      if !text.isEmpty { try terminal.type(text) }
      try terminal.keys("Enter")
    }
  }

  func prepare() throws {
    try createElection()
    try due("导入选民名册") {
      try terminal.wait(for: "roll.csv")
      try terminal.keys("Enter")
      try terminal.wait(for: "✓ 需要的列都有了")
      try terminal.keys("Enter")
      try terminal.wait(for: "检查通过，没有导入")
      try terminal.keys("Enter")
      try terminal.wait(for: "名册已导入")
      try finish()
    }
    try due("锁定名册") {
      try terminal.keys("Enter", "y")
      try finish()
    }
    for (title, question) in [("印选民证", false), ("印制选票", true)] {
      try due(title) {
        try terminal.keys("Enter", "Right", "Enter")
        if question { try terminal.keys("y") }
        try terminal.wait(for: "已存为文件")
        try finish()
      }
    }
    try due("查验票箱、开始投票") {
      try terminal.keys("Enter")
      // Nobody present: the step does not begin.
      try terminal.keys("Enter")
      try terminal.wait(for: "要选 1 人")
      try terminal.keys("1", "Enter", "y")
      try finish()
    }
  }

  func vote() throws {
    let papers = box.file("home/papers/2027-9/cards.pdf")
    let cards = [box.file("card-1.jpg"), box.file("card-2.jpg")]
    for (place, file) in cards.enumerated() { try Photographs.card(place, of: papers, to: file) }
    try due("验证发票") {
      try terminal.keys("q")
      try terminal.wait(for: "这个键在这里没有用")
      try issueByCard(cards[0])
      try replaceLostCard(cards[1])
      try Data(Cat.jpeg).write(to: URL(filePath: box.file("cat.jpg")))
      try show(box.file("cat.jpg"))
      try terminal.wait(for: "没有看到选民证")
      for roll in 2...ConsoleDay.sheets { try issue(roll) }
      try terminal.type("77")
      try terminal.keys("Enter")
      try terminal.wait(for: "名册上没有 77 号选民")
      try terminal.keys("Escape", "Escape")
    }
    // People may come until the hour has struck, so closing is never pressed on anybody.
    try terminal.wait(for: "▶ 验证发票")
    try terminal.keys("Down")
    try enter("结束投票") {
      try terminal.type("8")
      try terminal.keys("Enter", "y")
      try finish()
    }
  }

  /// A card under the camera; a power cut before the ballots go out, one after, and the card's second showing.
  func issueByCard(_ card: String) throws {
    try show(card)
    try terminal.wait(for: "有效：1 号选民")
    try cutPower()
    try enter("验证发票")
    try show(card)
    try terminal.wait(for: "有效：1 号选民")
    try terminal.keys("Enter")
    try terminal.wait(for: "1 号选民已领票")
    try cutPower()
    try terminal.wait(for: "发票 1 份")
    try enter("验证发票")
    try show(card)
    try terminal.wait(for: "1 号选民证已于")
    try terminal.keys("Enter")
  }

  /// The second voter has lost the card: it is replaced, and whoever found the old one gets nothing for it.
  func replaceLostCard(_ card: String) throws {
    try terminal.keys("Escape")
    try terminal.wait(for: "── 选举进度")
    try terminal.keys("Home", "Down", "Down", "Down", "Down", "Down", "Enter")
    try terminal.wait(for: "── 补办选民证")
    try terminal.type("2")
    try terminal.keys("Enter")
    try terminal.type("遗失")
    try terminal.keys("Enter", "y")
    try finish()
    try terminal.keys("Escape")
    try enter("验证发票")
    try show(card)
    try terminal.wait(for: "这张选民证已经作废")
    try terminal.keys("Enter")
  }

  func issue(_ roll: Int) throws {
    try terminal.type("\(roll)")
    try terminal.keys("Enter")
    try terminal.wait(for: "有效：\(roll) 号选民")
    try terminal.keys("Enter")
    try terminal.wait(for: "✓ \(roll) 号选民已领票")
  }
}
