/// What the forms ask.
extension Sentence {
  static let planFile = Sentence(zh: "方案文件", en: "Plan file")
  static let createElection = Sentence(zh: "建立选举", en: "create the election")
  static func createQuestion(_ file: String) -> Sentence {
    Sentence(
      zh: "按方案 \(file) 建立选举。建立后方案不能改，只能另建一次选举。",
      en: "Create the election by \(file). The plan cannot be changed afterwards.")
  }

  static let rollFile = Sentence(zh: "名册文件", en: "Roll file")
  static let goAhead = Sentence(zh: "办理", en: "go ahead")
  static let freeze = Sentence(zh: "锁定名册", en: "freeze the roll")
  static let freezeQuestion = Sentence(
    zh: "锁定名册。锁定以后不能再增减选民，也不能改。", en: "Freeze the roll. Nobody can be added, removed or changed afterwards.")

  static let howPrinted = Sentence(zh: "怎样印", en: "How")
  static let byPrinter = Sentence(zh: "用打印机", en: "by the printer")
  static let toFile = Sentence(zh: "存为文件", en: "to a file")
  static let countedByHand = Sentence(zh: "已印好，人工清点过", en: "printed already, counted by hand")
  static let group = Sentence(zh: "只印一个组（可不填）", en: "Only this group (optional)")
  static let printNow = Sentence(zh: "印制", en: "print")
  static let cardOrNumber = Sentence(
    zh: "把选民证放在镜头下，或输入序号。", en: "Lay the card under the camera, or type the number.")
  static func cardFilledIn(_ roll: Int, _ name: String?) -> Sentence {
    Sentence(
      zh: "✓ 选民证有效：\(roll) 号 \(name ?? "")。按回车接着填。",
      en: "✓ The card is valid: number \(roll) \(name ?? ""). Press Enter to go on.")
  }
  static let rollNumber = Sentence(zh: "选民序号", en: "Roll number")
  static let reason = Sentence(zh: "原因", en: "Reason")
  static let reissueNow = Sentence(zh: "补办", en: "replace")
  static func reissueQuestion(_ number: String) -> Sentence {
    Sentence(
      zh: "补办 \(number) 号的选民证。旧证立即作废，不能恢复。",
      en: "Replace the card of number \(number). The old one is void for good.")
  }
  static let copies = Sentence(zh: "份数", en: "Copies")
  static func ballotsQuestion(_ copies: String) -> Sentence {
    Sentence(zh: "印制选票 \(copies) 份并登记库存。", en: "Print \(copies) ballots and record them in stock.")
  }

  static let boxes = Sentence(zh: "票箱个数", en: "Boxes")
  static let witnesses = Sentence(zh: "在场监票员", en: "Scrutineers present")
  static let openPoll = Sentence(zh: "开始投票", en: "open the polls")
  static func openPollQuestion(_ boxes: String) -> Sentence {
    Sentence(
      zh: "\(boxes) 个票箱已当众查验为空并贴封条。开始投票；开始后不能再印选票、改选票。",
      en:
        "\(boxes) boxes were shown empty and sealed. The polls open; ballots cannot be printed or changed afterwards."
    )
  }
  static let unused = Sentence(zh: "当众清点的剩余选票份数", en: "Unused ballots, counted in public")
  static let closePoll = Sentence(zh: "结束投票", en: "close the polls")
  static func closePollQuestion(_ unused: String) -> Sentence {
    Sentence(
      zh: "结束投票，剩余选票 \(unused) 份当众销毁。结束后不能再发票。",
      en: "Close the polls; \(unused) unused ballots are destroyed. No ballot can be issued afterwards.")
  }

  static func sheetsInBox(_ number: Int) -> Sentence {
    Sentence(zh: "第 \(number) 箱张数", en: "Sheets in box \(number)")
  }
  static let openCount = Sentence(zh: "开始计票", en: "open the count")
  static func openCountQuestion(_ fields: [FormField]) -> Sentence {
    let total = fields.compactMap(\.input.number).reduce(0, +)
    return Sentence(
      zh: "开箱清点共 \(total) 张，开始计票。", en: "\(total) sheets were counted out of the boxes; the count opens.")
  }
  static func paperTotal(_ post: String, _ name: String) -> Sentence {
    Sentence(zh: "\(post) \(name)", en: "\(post) \(name)")
  }
  static let compare = Sentence(zh: "核对", en: "compare")
  static let signers = Sentence(zh: "签字的监票员", en: "Scrutineers who sign")
  static let closeCount = Sentence(zh: "签字、结束计票", en: "sign and close")
  static func closeCountQuestion(_ people: [String]) -> Sentence {
    Sentence(
      zh: "\(people.joined(separator: "、"))签字，结束计票，产生结果。结束后不能再改。",
      en: "\(people.joined(separator: ", ")) sign; the count closes and the result stands.")
  }

  static let issueBulletin = Sentence(zh: "生成公告", en: "issue")
  static let bulletinCode = Sentence(zh: "公告编号（B22 为选举结果）", en: "Bulletin (B22 is the result)")
  static func bulletinQuestion(_ code: String) -> Sentence {
    Sentence(zh: "生成公告 \(code)。生成后内容不能再改。", en: "Issue \(code). It cannot be changed afterwards.")
  }
  static let sealNow = Sentence(zh: "封存", en: "seal")
  static let sealQuestion = Sentence(
    zh: "封存公开包和内部包，写入签名。以后有更正，只能另封一版。",
    en: "Seal the public and the restricted bundle. Corrections need a new revision.")
  static let sealAgainQuestion = Sentence(
    zh: "把封存以后的变化（更正、下一轮等）封存为新的一版。以前封存的各版不变。",
    en:
      "Seal what has happened since, such as corrections or a further round, as a new revision. Earlier ones stay."
  )
  static let stick = Sentence(zh: "U 盘目录", en: "Folder of the stick")
  static let exportNow = Sentence(zh: "存盘", en: "save")

  static let nextField = Sentence(zh: "下一项", en: "next field")
  static let changeValue = Sentence(zh: "改选", en: "change")
  static let pickFile = Sentence(zh: "选文件", en: "pick a file")
  static let switchPerson = Sentence(zh: "选人", en: "choose")
  static let scroll = Sentence(zh: "翻看", en: "scroll")
  static let stop = Sentence(zh: "停止", en: "stop")
  static let goOn = Sentence(zh: "返回", en: "go back")
  static let again = Sentence(zh: "重做", en: "again")
  static let working = Sentence(zh: "正在办理，请稍候……", en: "Working…")
  static let done = Sentence(zh: "✓ 已办好", en: "✓ Done")
  static let notDone = Sentence(zh: "✗ 没有办成", en: "✗ Not done")
  static let noFiles = Sentence(
    zh: "没有找到合适的文件。请插上 U 盘，按 F5 再找，或直接输入文件名。",
    en: "No such file was found. Insert the stick and press F5, or type its name.")
  static let lookAgain = Sentence(zh: "再找文件", en: "look again")
  static let formHelp = [
    Sentence(
      zh: "逐项填写，回车到下一项；填完最后一项再按回车就办理。不能撤回的步骤会先问一次，写明要做什么。",
      en:
        "Fill in the fields; Enter goes to the next and, after the last, does the step. What cannot be taken back is asked once."
    ),
    Sentence(
      zh: "文件用左右键在找到的文件中选，也可以直接输入；人名按前面的数字选上或取消。",
      en: "Left and right pick among the files that were found; people are switched by their number."),
    Sentence(
      zh: "没有办成时，屏幕上写着原因和怎么办，改好后再按回车。",
      en: "If it was not done, the screen says why and what to do; correct it and press Enter again."),
  ]
}
