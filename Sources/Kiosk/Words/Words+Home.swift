import Ballot

extension Sentence {
  static let notYet = Sentence(zh: "还不能办：", en: "Not yet:")
  static let stepDone = Sentence(zh: "✓ 这一步已经办好，可以进去查看。", en: "✓ Done; open it to look.")
  static let nextDays = Sentence(zh: "接下来的期限", en: "Next deadlines")
  static func untilDay(_ day: Day) -> Sentence {
    Sentence(zh: "\(day.month)月\(day.day)日", en: "\(day.description.dropFirst(5))")
  }
  static let pressEnter = Sentence(zh: "按回车办理。", en: "Press Enter to begin.")
  static let notSealedYet = Sentence(zh: "还没有封存档案包。", en: "nothing is sealed yet.")
  static let howToSubmit = Sentence(
    zh: "请到“其他事项”里“上报异常”，收到决定后录入。", en: "Submit it under “Further steps”, then take the decision in.")
  static let leaveQuestion = Sentence(
    zh: "退出控制台。办过的事都已保存，随时可以再进来。", en: "Leave the console. Everything done is kept.")
}

extension HomeTask {
  var title: Sentence {
    switch self {
    case .plan: Sentence(zh: "选举方案", en: "Plan")
    case .roll: Sentence(zh: "导入选民名册", en: "Import the roll")
    case .search: Sentence(zh: "查找选民", en: "Find voters")
    case .freeze: Sentence(zh: "锁定名册", en: "Freeze the roll")
    case .cards: Sentence(zh: "印选民证", en: "Print voter cards")
    case .reissue: Sentence(zh: "补办选民证", en: "Replace a card")
    case .candidates: Sentence(zh: "候选人", en: "Candidates")
    case .ballots: Sentence(zh: "印制选票", en: "Print ballots")
    case .pollOpen: Sentence(zh: "查验票箱、开始投票", en: "Open the polls")
    case .checkIn: Sentence(zh: "验证发票", en: "Check-in")
    case .pollClose: Sentence(zh: "结束投票", en: "Close the polls")
    case .countOpen: Sentence(zh: "开箱清点", en: "Open the boxes")
    case .count: Sentence(zh: "读票、认定", en: "Read the ballots")
    case .recount: Sentence.recountTitle
    case .reconcile: Sentence(zh: "核对数字", en: "Reconcile")
    case .close: Sentence(zh: "签字、结束计票", en: "Sign and close the count")
    case .bulletins: Sentence(zh: "结果公告", en: "Result bulletin")
    case .round: FormID.roundOpen.words.title
    case .seal: Sentence(zh: "封存档案包", en: "Seal the bundles")
    case .export: Sentence(zh: "存到 U 盘", en: "Save to a stick")
    case .anomalies: Sentence(zh: "异常情况", en: "Anomalies")
    case .stages: Sentence(zh: "程序和期限", en: "Procedure and deadlines")
    case .doctor: Sentence(zh: "设备自检", en: "Diagnostics")
    case .journal: Sentence(zh: "核对日志", en: "Verify the journal")
    case .staff: Sentence.staffTitle
    case .more: Sentence.moreTitle
    }
  }

  /// What the step does.
  var purpose: Sentence {
    switch self {
    case .plan:
      Sentence(
        zh: "读入选举办法：村（居）名、职位、候选人、投票站、工作人员。读入前逐项检查，有错全部列出。",
        en: "Takes the adopted plan in: community, posts, candidates, places, staff. Every error is listed.")
    case .roll:
      Sentence(
        zh: "从 .xlsx、.xls 或 .csv 导入选民名册。全部正确才导入，否则列出每一行的问题。",
        en: "Imports the roll from .xlsx, .xls or .csv: all of it, or nothing and every reason.")
    case .search:
      Sentence(
        zh: "按姓名、序号、组别或身份证后四位查找选民。", en: "Finds voters by name, number, group or the last four ID digits.")
    case .freeze:
      Sentence(
        zh: "异议处理完以后锁定名册。锁定后名册不能再改，摘要写进日志。",
        en: "Freezes the roll when all objections are settled. It cannot be changed afterwards.")
    case .cards:
      Sentence(zh: "按组印选民证，裁开发放，由领证人签收。", en: "Prints the voter cards group by group.")
    case .reissue:
      Sentence(
        zh: "选民证遗失或损坏时补办；旧证立即作废。", en: "Replaces a lost or damaged card; the old one is void at once.")
    case .candidates: Sentence(zh: "查看各职位的正式候选人。", en: "Shows the formal candidates of every post.")
    case .ballots:
      Sentence(
        zh: "先看选票样张，再印制。印多少都登记库存，投票结束时要对得上。",
        en: "Shows the proof, then prints; every copy is recorded in stock.")
    case .pollOpen:
      Sentence(
        zh: "当众查验票箱为空、贴封条，然后开始投票。", en: "The boxes are shown empty and sealed, then the polls open.")
    case .checkIn:
      Sentence(
        zh: "把选民证放在镜头下，或输入序号：能不能发票，立即显示。",
        en: "A card under the camera, or a number: whether to issue is shown at once.")
    case .pollClose:
      Sentence(
        zh: "停止发票，当众清点剩余选票并销毁，结束投票。", en: "Ends the poll; unused ballots are counted and destroyed in public."
      )
    case .countOpen:
      Sentence(
        zh: "所有票箱集中后开箱，逐箱清点选票张数。", en: "All boxes are opened together and their sheets counted by hand.")
    case .count:
      Sentence(
        zh: "选票逐张放在镜头下读取；看不准的，由两名监票员当众认定。",
        en: "Each sheet is read under the camera; what is doubtful two scrutineers decide.")
    case .recount: Sentence.recountPurpose
    case .reconcile:
      Sentence(
        zh: "把纸质计票单（正字）的合计填进来，与机器读的逐项核对。", en: "Enters the paper tally sheets' totals and checks everything.")
    case .close:
      Sentence(
        zh: "两名监票员签字，结束计票，产生结果。结束后不能再改。", en: "Two scrutineers sign; the count closes and cannot be changed.")
    case .bulletins: Sentence(zh: "生成选举结果公告（B22），打印张贴。", en: "Issues the result bulletin (B22) to be posted.")
    case .round: FormID.roundOpen.words.intro
    case .seal:
      Sentence(
        zh: "把全部记录封成公开包和内部包，签名。", en: "Seals all records into a public and a restricted bundle, signed.")
    case .export:
      Sentence(zh: "把封好的档案包存到 U 盘，重读核对。", en: "Copies the bundles to a stick and reads them back.")
    case .anomalies: Sentence(zh: "查看异常情况和授权。", en: "Shows anomalies and authorisations.")
    case .stages:
      Sentence(
        zh: "查看法定程序的每一步、期限和还差什么。", en: "Shows every step of the procedure, its deadline and what is missing.")
    case .doctor:
      Sentence(
        zh: "检查打印机、镜头、磁盘、时钟和密钥，告诉你怎么办。", en: "Checks printer, camera, disk, clock and keys.")
    case .journal: Sentence(zh: "核对日志有没有被改动。", en: "Checks that nobody changed the journal.")
    case .staff: Sentence.staffPurpose
    case .more: Sentence.morePurpose
    }
  }
}
