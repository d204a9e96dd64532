extension FormID {
  /// What a step of the further menu is called, and what it does.
  var words: (title: Sentence, intro: Sentence) {
    switch self {
    case .fact, .advance, .objection, .objectionDecide, .bulletinList, .bulletinPreview, .roundOpen, .upload,
      .receipts:
      procedureWords
    case .nominate, .withdraw, .vetExport, .vetImport, .settle: candidateWords
    case .proxyRegister, .proxyRevoke, .proxyIssue, .mobileList, .mobileSend, .mobileIssue, .mobileReturn,
      .assist:
      pollWords
    case .anomalyRaise, .anomalySubmit, .anomalyRequest, .anomalyAccept, .decisionFile: anomalyWords
    case .workingForm, .deliberation, .offer, .officers: furtherWords
    case .settings: (.settingsTitle, .settingsPurpose)
    case .refusedRows: (.saveRefusedTitle, .saveRefusedIntro)
    case .plan, .rollFreeze, .cards, .reissue, .candidates, .ballots, .pollOpen, .pollClose,
      .countOpen,
      .reconcile, .countClose, .recountOpen, .recountClose, .bulletins, .seal, .export, .anomalies, .doctor,
      .journal, .staff:
      homeWords
    }
  }

  private var homeWords: (Sentence, Sentence) {
    let task = HomeTask.allCases.first { $0.place == .form(self) }
    return (task?.title ?? .moreTitle, task?.purpose ?? .morePurpose)
  }

  private var procedureWords: (Sentence, Sentence) {
    switch self {
    case .fact:
      (
        Sentence(zh: "登记程序事实", en: "Record a fact"),
        Sentence(
          zh: "登记会议通过、已经公布等要由人确认的事，限期和后面的步骤据此计算。",
          en: "Records what people have to confirm, such as a meeting's vote.")
      )
    case .advance:
      (
        Sentence(zh: "进入下一阶段", en: "Enter a stage"),
        Sentence(zh: "前面的步骤办完后，进入下一阶段；还差什么会说明。", en: "Enters a stage; if something is missing, it is named.")
      )
    case .objection:
      (
        Sentence(zh: "受理名册异议", en: "Take in an objection"),
        Sentence(
          zh: "登记对选民名单的异议。姓名和理由只写在内容里，另行保存，不进日志。",
          en: "Records an objection to the roll; names stay out of the journal.")
      )
    case .objectionDecide:
      (
        Sentence(zh: "答复名册异议", en: "Decide an objection"),
        Sentence(zh: "登记选举委员会对异议的答复。理由不写姓名。", en: "Records the committee's decision; no names in the reason.")
      )
    case .bulletinList:
      (
        Sentence(zh: "公告一览", en: "All bulletins"),
        Sentence(zh: "哪些公告该发、已发、已张贴、逾期。", en: "Which bulletins are due, issued, posted or overdue.")
      )
    case .bulletinPreview:
      (
        Sentence(zh: "预览公告", en: "Look at a bulletin"),
        Sentence(
          zh: "先看公告的全文，不发布；还缺什么会说明。",
          en: "Shows a bulletin's text; nothing is issued, and what is missing is named.")
      )
    case .roundOpen:
      (
        Sentence(zh: "下一轮投票", en: "The next round"),
        Sentence(
          zh: "票数相同再次投票、名额空缺另行选举，或授权后重新选举。",
          en: "A re-vote on a tie, a runoff for vacant seats, or a fresh election once authorised.")
      )
    case .upload:
      (
        Sentence(zh: "上传档案包", en: "Upload the bundles"),
        Sentence(
          zh: "把封好的档案包传给档案服务器并取回执。断了网会接着传。",
          en: "Sends the sealed bundles and fetches their receipts; goes on after a break.")
      )
    default:
      (
        Sentence(zh: "回执", en: "Receipts"),
        Sentence(zh: "每个档案包送到了没有、有没有回执。", en: "How far every bundle is, and its receipt.")
      )
    }
  }

  private var candidateWords: (Sentence, Sentence) {
    switch self {
    case .nominate:
      (
        Sentence(zh: "登记提名", en: "Nominate"),
        Sentence(zh: "登记一项提名：职位、被提名人、提名方式。", en: "Records a nomination.")
      )
    case .withdraw:
      (
        Sentence(zh: "退出提名", en: "A nominee stands down"),
        Sentence(zh: "被提名人书面退出，登记理由。", en: "Records that a nominee stands down, in writing.")
      )
    case .vetExport:
      (
        Sentence(zh: "导出联审表", en: "Export for vetting"),
        Sentence(zh: "把提名人选导出成表，交有关部门联审。", en: "Writes the nominees as a table for the departments.")
      )
    case .vetImport:
      (
        Sentence(zh: "导入联审结果", en: "Import the findings"),
        Sentence(zh: "读入填好的联审表：全部，或列出每一行的问题。", en: "Takes the filled table in: all of it, or every reason.")
      )
    default:
      (
        Sentence(zh: "确定正式候选人", en: "Settle the candidates"),
        Sentence(zh: "按规定的差额确定正式候选人和次序。", en: "Settles the formal candidates and their order.")
      )
    }
  }

  private var pollWords: (Sentence, Sentence) {
    switch self {
    case .proxyRegister:
      (
        Sentence(zh: "办理委托投票", en: "Register a proxy"),
        Sentence(zh: "登记委托，打印委托投票证；不合规定的会说明原因。", en: "Registers a proxy and makes its certificate.")
      )
    case .proxyRevoke:
      (
        Sentence(zh: "撤销委托", en: "Revoke a proxy"),
        Sentence(zh: "委托人撤回委托，原证作废。", en: "The principal takes the mandate back.")
      )
    case .proxyIssue:
      (
        Sentence(zh: "凭委托证发票", en: "Issue to an agent"),
        Sentence(zh: "受委托人到场，核对委托证和委托人选民证后发票。", en: "Hands a principal's ballots to the agent.")
      )
    case .mobileList:
      (
        Sentence(zh: "流动票箱登记", en: "List a mobile box"),
        Sentence(zh: "登记行动不便的选民、路线和监票员。", en: "Lists voters, route and scrutineers.")
      )
    case .mobileSend:
      (
        Sentence(zh: "流动票箱出发", en: "A mobile box leaves"),
        Sentence(zh: "登记流动票箱出发的时间。", en: "Records that the box leaves.")
      )
    case .mobileIssue:
      (
        Sentence(zh: "流动票箱发票", en: "Issue at a mobile box"),
        Sentence(zh: "给名单上的选民发票。", en: "Issues to a listed voter.")
      )
    case .mobileReturn:
      (
        Sentence(zh: "流动票箱收回", en: "A mobile box is back"),
        Sentence(zh: "登记票箱收回；不单独开箱。", en: "Records that the box is back; it is opened with all others.")
      )
    default:
      (
        Sentence(zh: "代写人数", en: "Writing for voters"),
        Sentence(zh: "登记代书员替几人代写，不记何人何事。", en: "Records for how many a scribe wrote, never for whom.")
      )
    }
  }

  private var anomalyWords: (Sentence, Sentence) {
    switch self {
    case .anomalyRaise:
      (
        Sentence(zh: "提出异常", en: "Raise an anomaly"),
        Sentence(zh: "登记异常情况；有的异常会锁住后面的步骤，等待授权。", en: "Records an anomaly; some lock what follows.")
      )
    case .anomalySubmit:
      (
        Sentence(zh: "上报异常", en: "Submit an anomaly"),
        Sentence(zh: "打印申请码，送镇街选举指导机构。", en: "Prints the request for the guidance body.")
      )
    case .anomalyRequest:
      (
        Sentence(zh: "显示申请码", en: "Show a request again"),
        Sentence(zh: "再次显示并重印已上报异常的申请码。", en: "Shows and prints the request of a submitted anomaly again.")
      )
    case .decisionFile:
      (
        Sentence(zh: "从 U 盘收入授权", en: "A decision from a stick"),
        Sentence(
          zh: "收入指导机构交来的决定文件或照片；本机核对签名。",
          en: "Takes in a decision's file or picture; its signature is checked.")
      )
    default:
      (
        Sentence(zh: "录入授权", en: "Take in a decision"),
        Sentence(zh: "输入指导机构的决定码；本机核对签名。", en: "Type the guidance body's code; its signature is checked.")
      )
    }
  }
}

/// What the further forms ask.
extension Sentence {
  static let moreTitle = Sentence(zh: "其他事项", en: "Further steps")
  static let morePurpose = Sentence(
    zh: "异议、提名联审、委托投票、流动票箱、公告、异常授权、下一轮投票、上传等。",
    en: "Objections, nominations, proxies, mobile boxes, bulletins, anomalies, further rounds, upload.")
  static let whichFact = Sentence(zh: "哪一项", en: "Which")
  static let sinceDay = Sentence(zh: "日期（不填为今天，如 2027-04-20）", en: "Since (today if left out)")
  static let remark = Sentence(zh: "说明（可不填）", en: "Note (optional)")
  static let whichStage = Sentence(zh: "阶段", en: "Stage")
  static let whatIsAsked = Sentence(zh: "要求", en: "Asked")
  static let claimAdd = Sentence(zh: "补登", en: "add")
  static let claimRemove = Sentence(zh: "除名", en: "remove")
  static let claimCorrect = Sentence(zh: "更正", en: "correct")
  static let objectionText = Sentence(zh: "异议内容", en: "The objection")
  static let objectionNumber = Sentence(zh: "异议编号", en: "Objection no.")
  static let decision = Sentence(zh: "答复", en: "Decision")
  static let outcomeKept = Sentence(zh: "维持原名单", en: "kept as it is")
  static let outcomeAdded = Sentence(zh: "补登", en: "added")
  static let outcomeRemoved = Sentence(zh: "除名", en: "removed")
  static let outcomeCorrected = Sentence(zh: "更正", en: "corrected")
  static let post = Sentence(zh: "职位", en: "Post")
  static let nominee = Sentence(zh: "被提名人序号", en: "Nominee's roll number")
  static let nominationKind = Sentence(zh: "提名方式", en: "Manner")
  static let directly = Sentence(zh: "选民直接提名", en: "directly")
  static let jointly = Sentence(zh: "联名提名", en: "jointly")
  static let bySelf = Sentence(zh: "自荐", en: "by oneself")
  static let byOrganisation = Sentence(zh: "组织提名", en: "by an organisation")
  static let openly = Sentence(zh: "海选", en: "open nomination")
  static let nominators = Sentence(zh: "提名人序号（可写几个，如 3,7,12）", en: "Nominators (3,7,12)")
  static let nominationNumber = Sentence(zh: "提名号", en: "Nomination no.")
  static let vettingTable = Sentence(zh: "填好的联审表", en: "The filled table")
  static let order = Sentence(zh: "次序", en: "Order")
  static let byStrokes = Sentence(zh: "按姓氏笔画", en: "by strokes")
  static let byVotes = Sentence(zh: "按提名票数", en: "by votes")
  static let byNomination = Sentence(zh: "按提名先后", en: "by nomination")
  static let principal = Sentence(zh: "委托人序号", en: "Principal's number")
  static let agent = Sentence(zh: "受委托人序号", en: "Agent's number")
  static let relation = Sentence(zh: "关系", en: "Relation")
  static let certificate = Sentence(zh: "委托证号", en: "Certificate no.")
  static let mobileBox = Sentence(zh: "流动票箱号", en: "Mobile box")
  static let rollNumbers = Sentence(zh: "选民序号（几个用逗号隔开）", en: "Roll numbers (3,7,12)")
  static let route = Sentence(zh: "路线", en: "Route")
  static let scribe = Sentence(zh: "代书员", en: "Scribe")
  static let howMany = Sentence(zh: "人数", en: "How many")
  static let anomalyCode = Sentence(zh: "哪一种", en: "Which")
  static let whatHappened = Sentence(zh: "情况", en: "What happened")
  static let anomalyNumber = Sentence(zh: "异常序号", en: "Anomaly no.")
  static let decisionCode = Sentence(zh: "决定码", en: "Decision code")
  static let roundKind = Sentence(zh: "哪一种", en: "Which")
  static let runoff = Sentence(zh: "另行选举（名额空缺）", en: "runoff (vacant seats)")
  static let revote = Sentence(zh: "再次投票（票数相同）", en: "re-vote (a tie)")
  static let roundDay = Sentence(zh: "投票日（不填为原定选举日，如 2027-05-20）", en: "Day (the same day if left out)")
  static let roundCards = Sentence(zh: "选民证", en: "Cards")
  static let cardsKept = Sentence(zh: "原证继续有效", en: "the cards stay good")
  static let cardsNew = Sentence(zh: "重发新证，旧证作废", en: "new cards; the old ones are void")
  static let openRound = Sentence(zh: "开始下一轮", en: "open the round")
  static let openRoundQuestion = Sentence(
    zh: "开始下一轮投票。上一轮的结果和选票照原样保存，不能再改。",
    en: "Open the next round. The last round's result and ballots are kept as they are and cannot be changed."
  )
  static let evidence = Sentence(zh: "材料（照片或扫描件）", en: "Paper that shows it (picture or scan)")
  static let fresh = Sentence(zh: "重新选举（经授权）", en: "fresh election (authorised)")
  static let sendNow = Sentence(zh: "上传", en: "send")
}
