/// What the console says everywhere.
extension Sentence {
  static let unknownKey = Sentence(
    zh: "这个键在这里没有用。能用的键写在最下面一行。", en: "This key does nothing here. The bottom line shows the keys.")
  static let nothingDone = Sentence(zh: "没有办理。", en: "Nothing was done.")
  static let windowTooSmall = Sentence(
    zh: "窗口太小：至少要 80 列、24 行。请放大窗口。",
    en: "The window is too small: 80 columns and 24 rows at least. Enlarge it.")
  static let locked = Sentence(zh: "已锁屏", en: "LOCKED")
  static let unlockHint = Sentence(
    zh: "屏幕已经锁住，办过的事都已保存。按回车继续。", en: "The screen is locked; everything done is kept. Press Enter to go on.")
  static let unlock = Sentence(zh: "解锁", en: "unlock")
  static let enterKey = Sentence(zh: "回车", en: "Enter")
  static let anyKey = Sentence(zh: "任意键", en: "any key")
  static let upDown = Sentence(zh: "↑↓", en: "↑↓")
  static let digitsKey = Sentence(zh: "数字", en: "digits")
  static let yes = Sentence(zh: "确定办理", en: "do it")
  static let no = Sentence(zh: "不办", en: "do not")
  static let yesOrNo = Sentence(zh: "按 Y 确定，按 N 或 Esc 不办。", en: "Y does it; N or Esc does not.")
  static let back = Sentence(zh: "返回", en: "back")
  static let helpWord = Sentence(zh: "帮助", en: "help")
  static let lockWord = Sentence(zh: "锁屏", en: "lock")
  static let choose = Sentence(zh: "选择", en: "choose")
  static let open = Sentence(zh: "进入", en: "open")
  static let leaveConsole = Sentence(zh: "退出", en: "leave")
  static let noElectionYet = Sentence(zh: "还没有选举", en: "no election yet")

  /// Help that is the same on every screen.
  static let generalHelp = [
    Sentence(zh: "", en: ""),
    Sentence(
      zh: "各处都一样：最下面一行是现在能用的键；Esc 返回上一屏，办过的事不会丢；F12 锁屏。停电后重新开机，从停下的地方继续。",
      en:
        "Everywhere: the bottom line shows the keys; Esc goes back and loses nothing that was done; F12 locks. After a power cut the box goes on where it stopped."
    ),
  ]
}
