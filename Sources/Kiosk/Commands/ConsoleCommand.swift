import ArgumentParser
import Foundation
import Terminal

struct ConsoleCommand: KioskCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "键盘控制台。The keyboard console; also what kiosk alone opens.")
  @Option(help: "镜头：/dev/videoN，或照片出现的目录 / a camera, or the directory in which pictures appear")
  var camera: String?
  @Option(help: "本投票站号 / this polling station") var station: Int?
  @Option(help: "发票处 / desk") var desk = 1

  func validate() throws {
    guard (1...999).contains(desk) else { throw ValidationError("--desk 1…999") }
  }

  func perform(_ session: Session) async throws -> Answer? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw Failure.noTerminal }
    let setting = ConsoleShell.Setting(
      station: station, desk: desk, camera: .chosen(camera))
    let shell: ConsoleShell
    do {
      shell = try ConsoleShell(session.box(), session.output.language, setting)
    } catch is Terminal.Refusal {
      throw Failure.noTerminal
    }
    await shell.run()
    return nil
  }
}

extension Failure {
  fileprivate static let noTerminal = Failure.unusable(
    "noTerminal", zh: "控制台要在终端里打开。脚本请用各个命令，kiosk --help 列出全部。",
    en: "The console needs a terminal. Scripts use the commands; kiosk --help lists them.")
}
