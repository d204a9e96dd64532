import ArgumentParser
import Ballot

struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "设置本机：投票站、镜头、打印机。How this box is set up.",
    subcommands: [Show.self, Set.self, Reset.self], defaultSubcommand: Show.self)

  struct Show: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "列出设置。What is set.")

    func perform(_ session: Session) async throws -> Answer? {
      SettingsCommand.answer(try session.setup())
    }
  }

  struct Set: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "改设置，等号后面留空就取消。Changes settings; nothing behind the sign forgets one.")
    @Argument(help: "station=2 desk=1 camera=/dev/video0 queue=office language=zh idleMinutes=10")
    var changes: [SettingChange]

    func perform(_ session: Session) async throws -> Answer? {
      try session.box().requiring(.maintaining)
      // Whoever says everything may do so even where the file cannot be read any more.
      let isWhole = Swift.Set(changes.map(\.setting)).count == Setting.allCases.count
      var setup = try isWhole ? Setup() : session.setup()
      for change in changes where !setup.set(change.setting, change.value) {
        throw Failure.settingRefused(change.setting)
      }
      try session.home.keep(setup)
      return SettingsCommand.answer(setup, after: .settingsKept)
    }
  }

  struct Reset: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset", abstract: "全部取消，用平常的。Forgets all settings.")

    func perform(_ session: Session) async throws -> Answer? {
      try session.box().requiring(.maintaining)
      try session.home.keep(Setup())
      return SettingsCommand.answer(Setup(), after: .settingsKept)
    }
  }

  private static func answer(_ setup: Setup, after first: Sentence? = nil) -> Answer {
    let lines = Setting.allCases.map { setting in
      let (name, usual) = (setting.sentence, setting.otherwise)
      return setup.text(setting).map { Sentence(zh: "\(name.zh)：\($0)", en: "\(name.en): \($0)") }
        ?? Sentence(zh: "\(name.zh)：没有设置（\(usual.zh)）", en: "\(name.en): not set (\(usual.en))")
    }
    return Answer(setup, (first.map { [$0] } ?? []) + lines)
  }
}

/// `NAME=VALUE`, a setting and what it becomes; forgotten when nothing stands behind the sign.
struct SettingChange: ExpressibleByArgument {
  let setting: Setting
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let setting = Setting(rawValue: String(parts[0])) else { return nil }
    self.setting = setting
    value = String(parts[1])
  }
}

extension Failure {
  fileprivate static func settingRefused(_ setting: Setting) -> Failure {
    let (name, range) = (setting.sentence, setting.range)
    return .unusable(
      "settingRefused", zh: "“\(name.zh)”要填\(range.zh)，没有保存。",
      en: "\(name.en): give \(range.en); nothing was kept.")
  }
}
