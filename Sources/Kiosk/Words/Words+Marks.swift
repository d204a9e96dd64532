import Ballot

extension Mark {
  /// What was read, in words.
  var sentence: Sentence {
    switch self {
    case .for: Sentence(zh: "○（赞成）", en: "○ (for)")
    case .against: Sentence(zh: "×（反对）", en: "× (against)")
    case .blank: Sentence(zh: "空白", en: "blank")
    case .other: Sentence(zh: "其他符号", en: "another sign")
    }
  }
}
