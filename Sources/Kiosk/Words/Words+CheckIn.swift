import Ballot

extension Sentence {
  static let showCard = Sentence(zh: "请出示证", en: "CARD?")
  static let showCardHint = Sentence(
    zh: "请把选民证放在镜头下，二维码朝上；镜头不能用时输入证上的序号，按回车。",
    en: "Put the voter card under the camera, or type the number on it and press Enter.")
  static let codeUnread = Sentence(zh: "有证，读不出", en: "a card, not readable")
  static let codeUnreadHint = Sentence(
    zh: "看见有证，读不出二维码。请放平、移近，避开反光，不要用手遮住；还读不出，输入证上的序号，按回车。",
    en:
      "A card is there, but its code cannot be read. Lay it flat and nearer, away from reflections and fingers; else type the number on it and press Enter."
  )
  static let codeUnreadByCommand = Sentence(
    zh: "看见有证，读不出二维码。请放平、移近，避开反光，不要用手遮住；还读不出，改用证上的序号（--roll）。",
    en:
      "A card is there, but its code cannot be read. Lay it flat and nearer, away from reflections and fingers; else use the number on it (--roll)."
  )
  static let numberPrompt = Sentence(zh: "序号：", en: "Number: ")
  static let typeNumber = Sentence(zh: "输入序号", en: "type a number")
  static let issueBallots = Sentence(zh: "发票", en: "issue")
  static let nextVoter = Sentence(zh: "下一位", en: "next")
  static let look = Sentence(zh: "查验", en: "look")
  static let putAside = Sentence(zh: "放下", en: "put aside")
  static let exchange = Sentence(zh: "调换污损票", en: "exchange a spoiled one")
  static let exchangeQuestion = Sentence(
    zh: "调换选票：收回 1 份污损选票，当众销毁，再发 1 份。",
    en: "Exchange a ballot: one spoiled set is taken back and one is handed out."
  )
  static let compareFace = Sentence(
    zh: "请核对是不是本人。按回车发票并登记，按 Esc 放下。",
    en: "Is it this person? Enter issues and records it; Esc puts it aside.")
  static let issuedWord = Sentence(zh: "已发票", en: "ISSUED")
  static let refusedWord = Sentence(zh: "没有发", en: "NOT DONE")

  static let checkInHelp = [
    Sentence(
      zh: "选民证放在镜头下，屏幕立刻用大字给出结论：绿底“可发票”，按回车就发票并登记；红底不能发；黄底请看下面的话。",
      en:
        "Put a card under the camera. Green says it is valid: Enter issues and records. Red must not be issued; amber: read the line below."
    ),
    Sentence(
      zh: "镜头不能用、证上的码读不出时，输入证上的序号，按回车查验，再按回车发票。",
      en:
        "Without a camera, or where the code cannot be read, type the number; Enter looks it up, Enter again issues."
    ),
    Sentence(
      zh: "屏幕显示“已发票”就已经登记，停电也不会丢；没有显示，就重新查验一次：显示“已领票”说明登记过。",
      en:
        "Once the screen says issued it is recorded and survives a power cut. If it did not, look the card up again: “used” means it was."
    ),
    Sentence(zh: "选票写坏了：按 F3，收回旧票再发一份。", en: "A spoiled ballot: F3 takes it back and hands out another."),
  ]
}

extension CardVerdict {
  /// The verdict in one word, for large letters.
  var word: Sentence {
    switch self {
    case .valid: Sentence(zh: "可发票", en: "ISSUE")
    case .used: Sentence(zh: "已领票", en: "USED")
    case .replaced: Sentence(zh: "已作废", en: "VOID")
    case .otherElection: Sentence(zh: "非本次", en: "FOREIGN")
    case .otherStation(let card): Sentence(zh: "去\(card.station)站", en: "AT \(card.station)")
    case .forged: Sentence(zh: "不能发", en: "REFUSED")
    case .notACard: Sentence(zh: "没看清", en: "AGAIN")
    }
  }
}
