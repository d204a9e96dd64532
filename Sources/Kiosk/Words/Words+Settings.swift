extension Setting {
  /// What is set, as people call it.
  var sentence: Sentence {
    switch self {
    case .station: Sentence(zh: "投票站号", en: "Polling station")
    case .desk: Sentence(zh: "发票处", en: "Desk")
    case .camera: Sentence(zh: "镜头", en: "Camera")
    case .queue: Sentence(zh: "打印机", en: "Printer")
    case .language: Sentence(zh: "屏幕语言", en: "Language")
    case .idleMinutes: Sentence(zh: "几分钟没人按键就锁屏", en: "Minutes until the screen locks")
    }
  }

  /// What holds while it is not set.
  var otherwise: Sentence {
    switch self {
    case .station: Sentence(zh: "不分投票站", en: "any")
    case .desk: Sentence(zh: "1", en: "1")
    case .camera: Sentence(zh: "接着的第一个", en: "the first one connected")
    case .queue: Sentence(zh: "默认打印机", en: "the default queue")
    case .language: Sentence(zh: "中文", en: "Chinese")
    case .idleMinutes: Sentence(zh: "10", en: "10")
    }
  }

  /// What it may be.
  var range: Sentence {
    switch self {
    case .station: Sentence(zh: "1 到 999 的数", en: "a number from 1 to 999")
    case .desk: Sentence(zh: "1 到 999 的数", en: "a number from 1 to 999")
    case .camera: Sentence(zh: "设备（如 /dev/video0）或目录", en: "a device such as /dev/video0, or a directory")
    case .queue: Sentence(zh: "打印队列的名称", en: "the name of a print queue")
    case .language: Sentence(zh: "zh 或 en", en: "zh or en")
    case .idleMinutes: Sentence(zh: "1 到 120 的数", en: "a number from 1 to 120")
    }
  }
}

extension Sentence {
  static let settingsTitle = Sentence(zh: "设置", en: "Settings")
  static let settingsPurpose = Sentence(
    zh: "这台机器在哪个投票站、哪个发票处，用哪个镜头和打印机，多久锁屏。留空就用平常的。重新打开控制台后生效。",
    en:
      "Where this box stands, its camera and printer, and when it locks. An empty field means the usual. It holds once the console is opened again."
  )
  static let inChinese = Sentence(zh: "中文", en: "Chinese")
  static let inEnglish = Sentence(zh: "英文", en: "English")
  static let keepSettings = Sentence(zh: "保存设置", en: "keep the settings")
  static let settingsKept = Sentence(
    zh: "设置已保存，控制台重新打开后用新的设置。", en: "The settings are kept; the console uses them once it is opened again.")
}
