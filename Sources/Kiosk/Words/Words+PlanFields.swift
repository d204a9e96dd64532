import Ballot

/// What the plan asks, field by field.
extension Sentence {
  static let planCode = Sentence(zh: "区划代码（12 位）", en: "Community code (12 digits)")
  static let planCommunity = Sentence(zh: "村（社区）名称", en: "Village or community")
  static let planTownship = Sentence(zh: "乡镇街道（可不填）", en: "Township (optional)")
  static let planID = Sentence(zh: "选举编号（字母、数字、连字符）", en: "Election id (letters, digits, hyphens)")
  static let planTerm = Sentence(zh: "第几届（数字）", en: "Term (number)")
  static let planKind = Sentence(zh: "选举种类", en: "Kind of election")
  static let planDay = Sentence(zh: "选举日（如 2027-05-18）", en: "Election day (2027-05-18)")
  static let planOpens = Sentence(zh: "开始投票（如 08:00）", en: "Polls open (08:00)")
  static let planCloses = Sentence(zh: "结束投票（如 16:00）", en: "Polls close (16:00)")
  static let planIssuer = Sentence(zh: "发布单位（不填就是本村选举委员会）", en: "Issuer (empty: the election committee)")
  static let planPack = Sentence(zh: "适用规则", en: "Rules")
  static let planPackByDay = Sentence(zh: "按选举日自动选", en: "by election day")
  static let planPost = Sentence(zh: "职位", en: "Post")
  static let planSeats = Sentence(zh: "应选名额", en: "Seats")
  static let planCandidate = Sentence(zh: "候选人", en: "Candidate")
  static let planPlace = Sentence(zh: "投票地点", en: "Polling place")
  static let planPlaceKind = Sentence(zh: "种类", en: "Kind")
  static let planGroups = Sentence(zh: "在这里投票的组（空格分开，可不填）", en: "Groups voting here (optional)")
  static let planMain = Sentence(zh: "中心会场", en: "main place")
  static let planSub = Sentence(zh: "分会场", en: "branch place")
  static let planStation = Sentence(zh: "投票站", en: "polling station")
  static let planOfficer = Sentence(zh: "工作人员", en: "Officer")
  static let planRole = Sentence(zh: "职责", en: "Role")

  static let planIntro = Sentence(
    zh: "逐页填写选举方案，最后建立选举。有方案文件的，在第 1 页按 F5。",
    en: "Fill in the plan page by page and create the election; with a plan file, press F5 on page 1.")
  static let planHelp = Sentence(
    zh: "回车到下一项，PgUp、PgDn 翻页，F9 输入汉字。填了的翻页时就保存，断电、返回都不丢。“核对”页列出全部毛病，回车直达要改的那一项。",
    en:
      "Enter goes to the next field, PgUp and PgDn turn pages. What is typed is kept at every turn. The check lists every fault; Enter leads to its field."
  )
  static let planSummary = Sentence(zh: "核对", en: "Check")
  static let planComplete = Sentence(
    zh: "✓ 没有毛病。与纸上的方案核对无误后，按回车建立选举。",
    en: "✓ No fault. Compare with the paper, then press Enter to create the election.")
  static func planFaults(_ count: Int) -> Sentence {
    Sentence(zh: "✗ 有 \(count) 处要改。选一处，按回车去改。", en: "✗ \(count) to correct. Choose one and press Enter.")
  }
  static let planToFault = Sentence(zh: "去改", en: "correct it")
  static let planTurn = Sentence(zh: "翻页", en: "turn")
  static let planBack = Sentence(zh: "上一页", en: "page before")
  static let planAdd = Sentence(zh: "增加", en: "add")
  static let planRemove = Sentence(zh: "删去", en: "remove")
  static let planFromFile = Sentence(zh: "从文件", en: "from a file")
  static let planRestored = Sentence(zh: "上次填的还在，接着填。", en: "What was typed last time is here; go on.")
  static func planQuestion(_ id: String) -> Sentence {
    Sentence(
      zh: "按所填的方案建立选举 \(id)。建立后方案不能改，只能另建一次选举。",
      en: "Create the election \(id) as filled in. The plan cannot be changed afterwards.")
  }

  static func planHead(_ name: String, term: String, day: String, hours: String) -> Sentence {
    Sentence(zh: "\(name)　第 \(term) 届　\(day)　\(hours)", en: "\(name), term \(term), \(day), \(hours)")
  }
  static func planPostLine(_ title: String, seats: String, _ names: [String]) -> Sentence {
    Sentence(
      zh: "\(title) \(seats) 名：\(names.isEmpty ? "候选人以后提名" : names.joined(separator: "、"))",
      en: "\(title), seats \(seats): \(names.isEmpty ? "to be nominated" : names.joined(separator: ", "))")
  }
  static func planNames(_ label: Sentence, _ names: [String]) -> Sentence {
    Sentence(
      zh: "\(label.zh)：\(names.joined(separator: "、"))", en: "\(label.en): \(names.joined(separator: ", "))")
  }
}

extension PlanDraft.Page {
  var title: Sentence {
    switch self {
    case .community: Sentence(zh: "村（社区）", en: "Village")
    case .election: Sentence(zh: "选举", en: "Election")
    case .posts: Sentence(zh: "职位", en: "Posts")
    case .places: Sentence(zh: "地点", en: "Places")
    case .staff: Sentence(zh: "人员", en: "Staff")
    }
  }

  var intro: Sentence {
    switch self {
    case .community: .planIntro
    case .election:
      Sentence(
        zh: "罢免、辞职、业主的表决要从文件建立。", en: "Recalls, resignations and owners' votes come from a file.")
    case .posts:
      Sentence(
        zh: "职位从高到低，候选人按选票上的顺序，一行一人。还没有候选人的不填，以后提名。",
        en: "Posts from the highest down; candidates in the ballot's order, or none to be nominated later.")
    case .places:
      Sentence(zh: "只有一个地点的，组不填。", en: "With one place only, leave the groups empty.")
    case .staff:
      Sentence(
        zh: "监票员至少两名。候选人不能当工作人员。", en: "At least two scrutineers; no candidate may work here.")
    }
  }
}

extension ElectionKind {
  /// The kind in the choice of the plan.
  var inPlan: Sentence {
    let way =
      switch self {
      case .residentsAllVoters: "（全体居民）"
      case .residentsHousehold: "（户代表）"
      case .residentsRepresentatives: "（居民代表）"
      case .byElection: "补选"
      default: ""
      }
    return Sentence(zh: body + way, en: rawValue)
  }
}

extension Officer.Role {
  /// The role in the choice of the plan.
  var inPlan: Sentence { Sentence(zh: chinese, en: rawValue) }
}
