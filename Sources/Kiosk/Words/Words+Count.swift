import Ballot

extension Sentence {
  static let notRead = Sentence(zh: "没读出", en: "NOT READ")
  static let readNow = Sentence(
    zh: "✓ 已读已保存：绿框 ○，红框 ×，橙框待认定。", en: "✓ Kept. Green ○, red ×, amber to decide.")
  static let readBefore = Sentence(
    zh: "！这张照片以前读过，没有重复计。", en: "! Read before; not counted twice.")
  static let seemsRead = Sentence(zh: "好像读过", en: "SEEN?")
  static let seemsReadHint = Sentence(
    zh: "这张很像已经读过的一张，可能是同一张纸，没有计入。是同一张就放到已读的一边；当众比对确是另一张，按 F8 计入。",
    en:
      "It looks like a sheet that was read and may be the same paper; it was not counted. If people compare and it is another, F8 counts it."
  )
  static let decideAnew = Sentence(zh: "重新认定", en: "decide anew")
  static let countDistinct = Sentence(zh: "是另一张，计入", en: "another one: count it")
  static let distinctQuestion = Sentence(
    zh: "两张纸已当众比对，不是同一张。把这一张计入。",
    en: "The two papers were compared in public and are not the same. Count this one.")
  static let countShut = Sentence(zh: "没有开箱", en: "CLOSED")
  static let takeSheetAway = Sentence(zh: "请先拿开", en: "AWAY")
  static let showSheet = Sentence(zh: "请放选票", en: "BALLOT?")
  static let showSheetHint = Sentence(
    zh: "把选票正面朝上，平放在镜头下，四角都要露出来，一次一张。",
    en: "Lay one ballot flat under the camera, face up, all four corners in sight.")
  static let writeIn = Sentence(zh: "另选他人", en: "write-in")
  /// A post's title over lines that go on from the column before.
  static func continued(_ title: String) -> Sentence {
    Sentence(zh: "\(title)（续）", en: "\(title) (cont.)")
  }
  static func moreLines(_ lines: Int) -> Sentence {
    Sentence(zh: "… 还有 \(lines) 行", en: "… \(lines) more")
  }
  static let fetchingPicture = Sentence(zh: "正在取照片……", en: "Fetching the picture…")
  static let whoIsWritten = Sentence(zh: "写的是谁（拼音首字母、姓名或序号）：", en: "Who is written (name or number): ")
  static let typeName = Sentence(
    zh: "输入拼音首字母（如 wxm）或序号，从名册里选；没有写人或认不出，按 F2。",
    en: "Type and choose from the roll; F2 when nobody can be made out.")
  static let reading = Sentence(zh: "正在读……", en: "Reading…")
  static let moreThanCounted = Sentence(zh: "！多于清点的张数，请查", en: "! more than were counted")
  static let nameKey = Sentence(zh: "打字", en: "type")
  static let findPerson = Sentence(zh: "找人", en: "find")
  static let thisPerson = Sentence(zh: "是此人", en: "this one")
  static let nobodyWritten = Sentence(zh: "不是选人", en: "nobody")
  static let later = Sentence(zh: "以后", en: "later")
  static let leftDecides = Sentence(zh: "左边", en: "left")
  static let rightDecides = Sentence(zh: "右边", en: "right")
  static let searchAgain = Sentence(zh: "重新找人", en: "search again")
  static let takeBack = Sentence(zh: "重按", en: "take back")
  static let decideWaiting = Sentence(zh: "认定遗留疑难", en: "decide what waits")
  static let checkNumbers = Sentence(zh: "数字核对", en: "check")
  static let otherScrutineers = Sentence(zh: "换监票员", en: "others")
  static let nobodyFound = Sentence(
    zh: "名册里没有找到。请改字再找，或按 F2。", en: "Nobody was found. Type otherwise, or press F2.")
  static let decideOrLater = Sentence(zh: "请认定，或按 Tab 以后再说。", en: "Decide it, or press Tab for later.")
  static let scrutineersDiffer = Sentence(
    zh: "两人认定不同。请再看一遍；仍不同就按 Tab，提交选举委员会。",
    en: "The two differ. Look again; if they still differ, Tab leaves it to the committee.")
  static let twoScrutineersNeeded = Sentence(
    zh: "要有两名监票员才能认定。请按 F11，让他们各自登录。", en: "Two scrutineers are needed: press F11 and let both log in.")
  static let leftForLater = Sentence(zh: "留着以后认定，按 F4 再办。", en: "Left for later; F4 comes back to it.")
  static let anotherWasRead = Sentence(
    zh: "又读了一张，先认定这一处。", en: "Another sheet was read; decide this one first.")
  static let allDecided = Sentence(zh: "✓ 已认定并保存。请放下一张。", en: "✓ Decided and kept. The next sheet, please.")
  static func decidedNext(_ waiting: Int) -> Sentence {
    Sentence(zh: "✓ 已认定并保存。还有 \(waiting) 处遗留，按 F4。", en: "✓ Decided and kept. \(waiting) wait; press F4.")
  }

  static let countHelp = [
    Sentence(
      zh: "选票逐张放在镜头下。左边是照片和读出的结果，右边是进度和每一行的读法，大家都看得到。",
      en:
        "Put the ballots under the camera one by one. The picture with its reading is on the left, progress and lines on the right."
    ),
    Sentence(
      zh: "看不准的地方放大显示，由两名监票员当众认定：左边的人按 A S D F，右边的人按 J K L ;，两人按得一样才算数。机器原来的读法一直保留。",
      en:
        "What is doubtful is enlarged. The left scrutineer presses A S D F, the right one J K L ;. Only when both agree is it decided; the machine's reading is kept beside it."
    ),
    Sentence(
      zh: "另选他人：打字从名册里找到那个人，回车选定，再由两人认定。认不出就按 F2。",
      en:
        "Write-ins: find the person on the roll, Enter picks, then both decide. F2 when nobody can be made out."
    ),
    Sentence(
      zh: "整张票有问题（签了名、不是正式选票、残缺……）：把它放在镜头下，按 F7，两名监票员各按理由的键，再按 Y。",
      en: "A sheet that is bad as a whole: under the camera, F7, both scrutineers name the ground, then Y."
    ),
    Sentence(
      zh: "看出机器读错了一行：把票放在镜头下，按 F2，上下键选这一行，回车，两名监票员认定。",
      en:
        "A line that the machine read wrongly: under the camera, F2, choose the line, Enter, and both decide."
    ),
    Sentence(
      zh: "屏幕显示“已读”就已经保存，停电不会丢。停电后先看“已读”几张，再接着读。",
      en: "Once the screen says read, it is kept. After a power cut look how many are read and go on."),
  ]
}

extension Identity.ID {
  /// What has to add up (RULES §5.2).
  var words: Sentence {
    switch self {
    case .n01: Sentence(zh: "印制 = 发出 + 调换 + 剩余", en: "printed = issued + spoiled + unused")
    case .n02: Sentence(zh: "发出 = 本人 + 代领 + 流动箱 = 各台合计", en: "issued = own + agents + mobile = desks")
    case .n03: Sentence(zh: "发出不多于选民", en: "issued ≤ voters")
    case .n04: Sentence(zh: "每人受托不超过规定", en: "principals of an agent within the limit")
    case .n05: Sentence(zh: "用证数、委托书数与发票相符", en: "cards and certificates match issues")
    case .n06: Sentence(zh: "读票 = 各箱清点合计", en: "read = counted out of the boxes")
    case .n07: Sentence(zh: "收回不多于发出（多于则无效）", en: "returned ≤ issued, else void")
    case .n08: Sentence(zh: "参选达到法定数（否则无效）", en: "turnout reached, else void")
    case .n09: Sentence(zh: "带走的选票数", en: "ballots taken away")
    case .n10: Sentence(zh: "收回 = 有效 + 弃权 + 无效", en: "returned = valid + abstentions + void")
    case .n11: Sentence(zh: "单名职位：各项合计 = 有效票基数", en: "one seat: votes add up")
    case .n12: Sentence(zh: "多名职位：得票不超过应选数", en: "several seats: votes within seats")
    case .n13: Sentence(zh: "每人：赞成 + 反对 + 弃权 + 作废", en: "each line adds up")
    case .n14: Sentence(zh: "照片数 = 收回数", en: "pictures = returned")
    case .n15: Sentence(zh: "与纸质计票单（正字）一致", en: "equals the paper tally")
    case .n16: Sentence(zh: "监票员已签字", en: "signed by scrutineers")
    case .n17: Sentence(zh: "名册、规则与公布的一致", en: "roll and rules as posted")
    }
  }
}
