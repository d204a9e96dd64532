import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

extension TestBox {
  /// How far an election has come.
  enum Point: Int, Comparable {
    case created, imported, frozen, printed, polling, closed, counting
    static func < (left: Point, right: Point) -> Bool { left.rawValue < right.rawValue }
  }

  static let village = DemoVillage(voters: 40, seed: 11)

  /// A box whose election has come to a point by commands alone; every one of them must succeed.
  static func at(_ point: Point, issued: Int = 22) async throws -> TestBox {
    let box = try TestBox()
    try box.write(village.plan.replacing("\n  seal: seal.png", with: ""), "plan.yaml")
    try village.writeRoll(to: box.file("roll.xlsx"))
    let steps: [(Point, [[String]])] = [
      (.created, [["election", "create", box.file("plan.yaml")]]),
      (.imported, [["roll", "import", box.file("roll.xlsx")]]),
      (.frozen, [["roll", "freeze"]]),
      (.printed, [["ballot", "print", "--copies", "50", "--to-file", "--out", box.file("papers")]]),
      (.polling, [["poll", "open", "--boxes", "2"]]),
      (
        .closed,
        (0..<issued).map { ["poll", "issue", "--roll", String($0 + 1)] } + [
          ["poll", "close", "--unused", String(50 - issued)]
        ]
      ),
      (.counting, [["count", "open", "--box", String(issued)]]),
    ]
    for (reached, commands) in steps where reached <= point {
      for command in commands {
        let said = await box.run(command)
        try #require(said.status == 0, "\(command): \(said.text)")
      }
    }
    return box
  }

  /// The scrutineers of the plan.
  func scrutineers() throws -> [String] {
    let plan = try open().election().plan
    return (plan.officers(.chiefScrutineer) + plan.officers(.scrutineer)).map(\.name)
  }
}
