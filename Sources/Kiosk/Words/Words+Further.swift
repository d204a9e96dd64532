extension FormID {
  /// Working forms, deliberation, and what the district sends back.
  var furtherWords: (title: Sentence, intro: Sentence) {
    switch self {
    case .workingForm:
      (
        Sentence(zh: "打印表格", en: "Print a working form"),
        Sentence(
          zh: "F01–F22 各种工作表格：填好机器知道的内容，或打印空白表。",
          en: "Forms F01–F22, with what the box knows filled in, or blank.")
      )
    case .deliberation:
      (
        Sentence(zh: "协商、决策、评议", en: "Deliberation"),
        Sentence(
          zh: "协商、四议两公开、评议现在还在纸上办，机器只打印记录表 F22。谁当选，看“当选名册”。",
          en: "Consultation, the four deliberations and appraisal are still done on paper: "
            + "the box prints form F22. For who was elected see the officers.")
      )
    case .offer:
      (
        Sentence(zh: "读入区县下发的包", en: "Take in the district's bundle"),
        Sentence(
          zh: "区县核对后下发的结果、当选名册和规则包。来源核实后才读入。",
          en: "Result, officers and rules as the district sends them back; the source is proven first.")
      )
    default:
      (
        Sentence(zh: "当选名册", en: "Officers"),
        Sentence(zh: "区县下发的当选人员名册。", en: "The elected, as the district has sent them back.")
      )
    }
  }
}

extension Sentence {
  static let whichForm = Sentence(zh: "表格", en: "Form")
  static let howFilledIn = Sentence(zh: "内容", en: "Content")
  static let filledIn = Sentence(zh: "填好机器知道的", en: "what the box knows")
  static let leftBlank = Sentence(zh: "空白", en: "blank")
  static let offerFile = Sentence(zh: "下发的包（.offer.tar）", en: "The bundle (.offer.tar)")
  static let takeIn = Sentence(zh: "读入", en: "take in")
}
