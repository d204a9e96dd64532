import Ballot

extension Sentence {
  static let voidWhole = Sentence(zh: "整张作废", en: "void")
  static let voidWholeSheet = Sentence(zh: "整张作废：为什么？", en: "Void the whole sheet: why?")
  static let voidWholeSheetHint = Sentence(
    zh: "两名监票员各按一键，理由一样才算。按 Esc 不作废，返回。",
    en: "Each scrutineer presses a key; both must name the same ground. Esc goes back without voiding.")
  static let sheetVoided = Sentence(
    zh: "✓ 整张作废，已保存；机读结果保留。请另行放好。", en: "✓ The sheet is void and kept as such. Lay it aside.")

  static func voidSheetQuestion(_ ground: SheetVoid, _ deciders: [String]) -> Sentence {
    Sentence(
      zh: "这一张整张作废，理由：\(ground.words.zh)（\(ground.rawValue)）。认定人：\(deciders.joined(separator: "、"))。",
      en:
        "This whole sheet becomes void: \(ground.words.en) (\(ground.rawValue)). Found by \(deciders.joined(separator: ", "))."
    )
  }
}

extension Failure {
  static let voidAlready = Failure.refused(
    "voidAlready", zh: "这张票已经整张作废，没有再记。请另行放好，接着放下一张。",
    en: "This sheet is void already; nothing was added. Lay it aside and go on with the next.")
}

extension SheetVoid {
  /// The ground in a few words (RULES §4.4).
  var words: Sentence {
    switch self {
    case .overvote: Sentence(zh: "选多了", en: "too many chosen")
    case .samePersonTwoPosts: Sentence(zh: "一人两职", en: "one person, two posts")
    case .blank: Sentence(zh: "全部空白", en: "blank")
    case .unreadable: Sentence(zh: "无法辨认", en: "unreadable")
    case .identifying: Sentence(zh: "能认出写票人", en: "shows the voter")
    case .notOfficial: Sentence(zh: "不是正式选票", en: "not official")
    case .incomplete: Sentence(zh: "残缺", en: "incomplete")
    case .foldedTogether: Sentence(zh: "几张叠在一起", en: "folded together")
    case .twoAnswers: Sentence(zh: "两种答案", en: "two answers")
    }
  }
}
