import ArgumentParser
import Foundation
import Terminal

struct ConsoleCommand: KioskCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "键盘控制台。The keyboard console; also what kiosk alone opens.")
  @Option(help: "镜头：/dev/videoN，或照片出现的目录 / a camera, or the directory in which pictures appear")
  var camera: String?
  @OptionGroup var stationOption: StationOption
  @OptionGroup var deskOption: DeskOption

  func perform(_ session: Session) async throws -> Answer? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw Failure.noTerminal }
    let (setup, complaint) = ConsoleCommand.setup(session)
    let setting = ConsoleShell.Setting(
      station: stationOption.number ?? setup.station, desk: try deskOption.desk(within: setup),
      camera: .chosen(camera, setup),
      idleSeconds: setup.idleMinutes.map { $0 * 60 } ?? Console.idleSeconds, setup: setup,
      complaint: complaint)
    let shell: ConsoleShell
    do {
      shell = try ConsoleShell(session.box(), session.language ?? setup.language ?? .zh, setting)
    } catch is Terminal.Refusal {
      throw Failure.noTerminal
    }
    await shell.run()
    return nil
  }

  /// How the box is set up, or the usual and why: whoever sits here has no shell to mend a file in.
  private static func setup(_ session: Session) -> (Setup, Sentence?) {
    do {
      return (try session.setup(), nil)
    } catch {
      return (Setup(), Failure(error).sentence)
    }
  }
}

extension Failure {
  fileprivate static let noTerminal = Failure.unusable(
    "noTerminal", zh: "控制台要在终端里打开。脚本请用各个命令，kiosk --help 列出全部。",
    en: "The console needs a terminal. Scripts use the commands; kiosk --help lists them.")
}
