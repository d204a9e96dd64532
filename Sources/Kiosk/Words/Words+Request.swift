import Ballot
import Terminal

extension Sentence {
  static let requestTitle = Sentence(zh: "异常审核申请码", en: "Request to the guidance body")
  static let typeDecision = Sentence(zh: "输入决定码", en: "type the decision")
  static let decisionFromStick = Sentence(zh: "从 U 盘收入", en: "from a stick")
  static let decisionMissing = Sentence(zh: "请先输入决定码。", en: "Type the decision code first.")
  static let decisionIntro = Sentence(
    zh: "按决定书上的行逐个输入，满一行自动换行并核对；空格不用输，大小写都可以。",
    en: "Type line after line; each is checked when full. Spaces and capitals do not matter.")

  static let requestHelp = [
    Sentence(
      zh: "请镇街选举指导机构拍下屏幕上的码，或者把打印的申请送去。电话里核对“核对码”。",
      en: "The guidance body photographs the code, or gets the paper. Compare the short code by telephone."),
    Sentence(
      zh: "收到决定后：按回车逐行输入决定码，或者按 F3 从 U 盘收入。",
      en: "When the decision is there: Enter to type it, F3 to take it from a stick."),
  ]

  static let decisionHelp = [
    decisionIntro,
    Sentence(
      zh: "哪一行打了 ✗，就用退格键改那一行（Ctrl-U 清掉整行），改对以前不能继续输入。",
      en: "Correct a line with ✗ by Backspace (Ctrl-U clears it) before going on."),
  ]

  static let requestSteps = [
    Sentence(zh: "1 请镇街拍下左边的码", en: "1 The street photographs the code"),
    Sentence(zh: "2 电话核对“核对码”", en: "2 Compare the short code by phone"),
    Sentence(zh: "3 决定来了：回车逐行输入，或 F3 从 U 盘收入", en: "3 The decision: Enter to type it, F3 from a stick"),
  ]

  static func decisionLine(_ number: Int) -> Sentence { Sentence(zh: "第 \(number) 行", en: "Line \(number)") }

  static func wrongDecisionLine(_ number: Int) -> Sentence {
    Sentence(
      zh: "第 \(number) 行输错了，或者漏了字。请对照决定书改这一行。",
      en: "Line \(number) is mistyped or incomplete. Correct it from the paper.")
  }

  static func requestTooLarge(_ pdf: String, _ png: String) -> Sentence {
    Sentence(
      zh: "窗口放不下申请码。请放大窗口，或者把文件打印、拷走。\n文件：\n\(pdf)\n图片：\n\(png)",
      en:
        "The code does not fit this window. Enlarge it, or print or copy the file.\nFile:\n\(pdf)\nPicture:\n\(png)"
    )
  }

  /// The short facts beside the code.
  static func requestFacts(_ sight: RequestSight) -> [(Sentence, Style)] {
    let actions = Sentence(
      zh: "可以决定：\(sight.actions.map(\.zh).joined(separator: "、"))",
      en: "May be decided: \(sight.actions.map(\.en).joined(separator: ", "))")
    return [
      (
        Sentence(
          zh: "第 \(sight.number) 号　\(sight.code.rawValue) \(sight.code.sentence.zh)",
          en: "No. \(sight.number) \(sight.code.rawValue) \(sight.code.sentence.en)"), Palette.title
      ), (Sentence(zh: "情况：\(sight.detail)", en: "What: \(sight.detail)"), .plain), (actions, .plain),
      (Sentence(zh: "核对码：\(sight.short)", en: "Short code: \(sight.short)"), Palette.title),
    ]
  }
}
