import Scanner

extension VideoFault {
  /// What happened, and what to do.
  var sentence: Sentence {
    switch self {
    case .noCamera:
      Sentence(
        zh: "没有找到摄像头，请检查连线；可以先输入序号发票。",
        en: "No camera was found; check the cable. Numbers can be typed meanwhile.")
    case .notACamera(let path):
      Sentence(
        zh: "\(path) 不是摄像头，或者没有插好。请检查连线，或换一个设备名。",
        en: "\(path) is no camera, or not plugged in. Check the cable, or name another device.")
    case .forbidden(let path):
      Sentence(
        zh: "没有权限打开摄像头 \(path)。请让技术人员把用户加入 video 组。",
        en: "The camera \(path) may not be opened. Ask for help: the user has to be in the group video.")
    case .busy(let path):
      Sentence(
        zh: "摄像头 \(path) 正被另一个程序使用。请关掉那个程序，这里会自动接着用。",
        en: "Another program is using the camera \(path). Close it; this one goes on by itself.")
    case .unplugged(let path):
      Sentence(
        zh: "摄像头 \(path) 断开了。请插好连线，插好后自动接着用。",
        en: "The camera \(path) was unplugged. Plug it in; it goes on by itself.")
    case .stalled(let path):
      Sentence(
        zh: "摄像头 \(path) 没有画面，正在重新打开。一直这样，请拔下再插。",
        en:
          "The camera \(path) sends nothing and is opened again. If that goes on, pull it out and plug it in."
      )
    case .damaged(let path):
      Sentence(
        zh: "摄像头 \(path) 的画面是坏的。请换一根线，或插到另一个口。",
        en: "The camera \(path) sends damaged pictures. Use another cable or socket.")
    case .noUsableMode(let path):
      Sentence(
        zh: "摄像头 \(path) 没有能用的画面格式。请换一台高拍仪。",
        en: "The camera \(path) has no usable format. Use another camera.")
    case .refused(let path, let errno):
      Sentence(
        zh: "摄像头 \(path) 打不开（错误 \(errno)）。请拔下再插；仍不行就换一台。",
        en: "The camera \(path) cannot be used (error \(errno)). Pull it out and plug it in, or use another.")
    }
  }

  var failure: Failure {
    switch self {
    case .notACamera, .forbidden: Failure(.unusable, code, sentence)
    case .noCamera, .busy, .unplugged, .stalled, .damaged, .noUsableMode, .refused:
      Failure(.fault, code, sentence)
    }
  }
}

extension CameraPlace.Source {
  /// What people call it.
  var sentence: Sentence {
    switch self {
    case .option: Sentence(zh: "命令里的 --camera", en: "--camera")
    case .environment: Sentence(zh: "环境变量 KIOSK_CAMERA", en: "KIOSK_CAMERA")
    case .setup, .nothing: Sentence(zh: "“设置”里的镜头", en: "the camera in the settings")
    }
  }
}

extension Sentence {
  static func unreadablePictures(_ path: String, from source: CameraPlace.Source) -> Sentence {
    Sentence(
      zh: "照片目录 \(path) 读不了。请核对\(source.sentence.zh)。",
      en: "The pictures' directory \(path) cannot be read; check \(source.sentence.en).")
  }
}

extension SheetWatch.Hint {
  /// What to do, short enough for the edge of a screen.
  var sentence: Sentence {
    switch self {
    case .laySheet: Sentence(zh: "可以放下一张", en: "next sheet, please")
    case .handsOff: Sentence(zh: "放好，手拿开", en: "hands off, please")
    case .holdStill: Sentence(zh: "别动……", en: "hold still…")
    case .blurred: Sentence(zh: "不清楚，正在对焦", en: "not sharp yet")
    case .tooDark: Sentence(zh: "太暗，请开灯", en: "too dark: more light")
    case .noMarks: Sentence(zh: "看不到选票，正面朝上", en: "no ballot seen: face up")
    case .takeAway: Sentence(zh: "请先拿开这一张", en: "take this one away")
    case .layAnew: Sentence(zh: "没读出，请重新放", en: "not read: lay it again")
    }
  }

  /// Whether something is wrong, and not just not yet.
  var isComplaint: Bool {
    switch self {
    case .blurred, .tooDark, .noMarks, .layAnew: true
    case .laySheet, .handsOff, .holdStill, .takeAway: false
    }
  }
}

extension CameraSight {
  /// What to say in one short line.
  var note: (text: Sentence, isComplaint: Bool)? {
    switch state {
    case .starting: (Sentence(zh: "镜头正在打开……", en: "opening the camera…"), false)
    case .fails: (Sentence(zh: "镜头没有画面", en: "no camera picture"), true)
    case .works: isCardUnread ? (.codeUnread, true) : hint.map { ($0.sentence, $0.isComplaint) }
    }
  }

  /// Why there is no picture.
  var fault: VideoFault? { if case .fails(let fault) = state { fault } else { nil } }
}

extension Failure {
  /// Nothing was laid under the camera in the time given.
  static func nothingSeen(_ seconds: Int) -> Failure {
    Failure(
      .fault, "nothingSeen",
      Sentence(
        zh: "\(seconds) 秒内镜头下没有看到要找的东西。请放好再试，或用 --seconds 多等一会儿。",
        en:
          "Nothing of the kind was seen under the camera for \(seconds) s. Try again, or wait longer by --seconds."
      ))
  }
}
