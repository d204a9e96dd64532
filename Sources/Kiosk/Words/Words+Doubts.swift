import Scanner

extension Doubt {
  /// Why people have to look at a box, in words.
  var sentence: Sentence {
    switch self {
    case .otherSign:
      Sentence(zh: "不是○、√或×，由人认定", en: "neither ○, √ nor ×; people decide")
    case .unsure:
      Sentence(zh: "把握不够", en: "not sure enough")
    case .objection:
      Sentence(zh: "两个识别网络看法不一", en: "the two networks disagree")
    case .traceOfCross:
      Sentence(zh: "像○或√，但有×的痕迹", en: "looks like ○ or √ with a trace of ×")
    case .traceOfApproval:
      Sentence(zh: "像×，但有○或√的痕迹", en: "looks like × with a trace of ○ or √")
    case .crossing:
      Sentence(zh: "像○或√，但笔画像×那样交叉", en: "looks like ○ or √, but its strokes cross like those of ×")
    case .noCrossing:
      Sentence(zh: "像×，但笔画没有交叉", en: "looks like ×, but its strokes do not cross")
    case .inkAmount:
      Sentence(zh: "墨迹多少与读数不符", en: "the amount of ink says otherwise")
    case .frameNotFound:
      Sentence(zh: "没有找到印刷的方框", en: "the printed frame was not found")
    case .nameUnclear:
      Sentence(zh: "姓名栏的墨迹太多不像空白、太少不像姓名", en: "too much ink for an empty name field, too little for a name")
    }
  }
}
