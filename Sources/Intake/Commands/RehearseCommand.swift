import Archive
import ArgumentParser
import Ballot
import Dispatch
import Foundation
import Synchronization

struct RehearseCommand: IntakeCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "演练：生成一个区的模拟包和名单。Make a district's practice bundles and its roster.")
  @Option(help: "存放包的目录 / the store's directory") var store: String
  @Option(help: "名单文件 / the roster file to write") var roster: String
  @Option(help: "村（社区）数 / communities") var bundles = 20
  @Option(help: "每村选票张数 / sheets in each") var sheets = 12
  @Option(help: "随机种子 / seed") var seed: UInt64 = 1

  func perform(_ desk: Desk) throws -> Int32 {
    let (root, sheets, seed) = (URL(filePath: store), max(1, min(sheets, 5000)), seed)
    let results = Mutex<[Int: Result<PracticeBox, any Error>]>([:])
    let count = max(1, min(bundles, 1_000_000))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let result = Result {
        let box = try PracticeBox(number, seed: seed)
        let folder = root.appending(path: "c/\(box.community)/\(PracticeBox.election)")
        let sealed = try box.seal(box.draft(sheets: sheets), to: folder)
        try FileManager.default.moveItem(at: sealed.file, to: folder.appending(path: "\(sealed.id.hex).tar"))
        return box
      }
      results.withLock { $0[number] = result }
    }
    var roster = Roster()
    for (_, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      try roster.add(try result.get().entry)
    }
    try Data(roster.bytes).write(to: URL(filePath: self.roster))
    desk.say(
      zh: "已生成 \(count) 个演练包和名单 \(self.roster)。不要与真实的包放在一起。",
      en: "\(count) practice bundles and the roster \(self.roster) are made. Keep them apart from real ones.")
    return 0
  }
}
