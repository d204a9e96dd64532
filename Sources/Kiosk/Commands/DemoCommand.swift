import ArgumentParser
import Foundation

struct DemoCommand: KioskCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "演示一整个选举日。One whole election day on simulated paper, unattended.")
  @Option(help: "输出目录 / output directory") var dir: String
  @Option(help: "选民人数 / voters") var voters = 1203
  @Option(help: "随机种子 / seed") var seed: UInt64 = 1

  func perform(_ session: Session) async throws -> Answer? {
    guard (40...20_000).contains(voters) else { throw Failure.usage("--voters 40…20000") }
    let folder = URL(filePath: dir)
    let demo = try DemoDay(folder, voters: voters, seed: seed, output: session.output)
    let report = try await demo.run()
    session.output.write(Answer(report, report.sentences))
    guard report.equal else { throw ExitCode(1) }
    return nil
  }
}
