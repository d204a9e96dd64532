import Ballot

extension Refusal {
  /// The refusal's name in JSON.
  var code: String {
    switch self {
    case .rollFrozenAlready: "rollFrozenAlready"
    case .rollMissing: "rollMissing"
    case .rollNotFrozen: "rollNotFrozen"
    case .rollChanged: "rollChanged"
    case .stageNotAhead: "stageNotAhead"
    case .ballotsNotLaidOut: "ballotsNotLaidOut"
    case .ballotsNotPrinted: "ballotsNotPrinted"
    case .copiesOutOfRange: "copiesOutOfRange"
    case .pollNotOpen: "pollNotOpen"
    case .pollOpenAlready: "pollOpenAlready"
    case .pollClosed: "pollClosed"
    case .pollStillOpen: "pollStillOpen"
    case .cardRefused(let verdict): verdict.name
    case .ballotsUsedUp: "ballotsUsedUp"
    case .nothingToSpoil: "nothingToSpoil"
    case .countNotOpen: "countNotOpen"
    case .countOpenAlready: "countOpenAlready"
    case .countClosed: "countClosed"
    case .notOnRoll: "notOnRoll"
    case .identitiesFail: "identitiesFail"
    case .notReconciled: "notReconciled"
    case .tooFewSigners: "tooFewSigners"
    case .resultMissing: "resultMissing"
    case .bulletinIssuedAlready: "bulletinIssuedAlready"
    case .noSuchBulletin: "noSuchBulletin"
    case .bulletinNumberTaken: "bulletinNumberTaken"
    case .postingDayImpossible: "postingDayImpossible"
    case .postedAlready: "postedAlready"
    case .notPosted: "notPosted"
    case .unusedOutOfRange: "unusedOutOfRange"
    case .sheetsUndecided: "sheetsUndecided"
    case .sealedAlready: "sealedAlready"
    case .locked: "locked"
    case .notForStaff: "notForStaff"
    case .factInFuture: "factInFuture"
    case .dayNotMovable: "dayNotMovable"
    case .proxyRefused: "proxyRefused"
    case .anomalyRefused: "anomalyRefused"
    case .decisionRefused(let reason): "decision.\(reason.name)"
    case .candidatesRefused(let refusal): refusal.code
    case .roundRefused(let refusal): refusal.code
    case .petitionTooSmall: "petitionTooSmall"
    case .objectionRefused: "objectionRefused"
    case .mobileRefused: "mobileRefused"
    case .slipRefused: "slipRefused"
    case .recountRefused(let refusal): refusal.code
    }
  }

  var sentence: Sentence {
    switch self {
    case .rollFrozenAlready, .rollMissing, .rollNotFrozen, .rollChanged, .notOnRoll: rollSentence
    case .stageNotAhead: stageSentence
    case .ballotsNotLaidOut, .ballotsNotPrinted, .copiesOutOfRange, .ballotsUsedUp, .nothingToSpoil,
      .unusedOutOfRange:
      ballotSentence
    case .pollNotOpen, .pollOpenAlready, .pollClosed, .pollStillOpen: pollSentence
    case .cardRefused(let verdict): verdict.sentence
    case .countNotOpen, .countOpenAlready, .countClosed, .identitiesFail, .notReconciled, .tooFewSigners,
      .resultMissing, .sheetsUndecided, .sealedAlready, .bulletinIssuedAlready:
      countSentence
    case .locked, .notForStaff, .factInFuture, .dayNotMovable, .proxyRefused, .anomalyRefused,
      .decisionRefused, .objectionRefused, .mobileRefused, .slipRefused:
      procedureSentence
    case .candidatesRefused(let refusal): refusal.sentence
    case .roundRefused(let refusal): refusal.sentence
    case .recountRefused(let refusal): refusal.sentence
    case .petitionTooSmall(let checks): Refusal.petition(checks)
    case .noSuchBulletin, .bulletinNumberTaken, .postingDayImpossible, .postedAlready, .notPosted:
      bulletinSentence
    }
  }

  private var rollSentence: Sentence {
    switch self {
    case .rollFrozenAlready:
      Sentence(
        zh: "选民名册已经锁定，没有作任何改动。如需更正，请走异议更正程序。",
        en: "The roll is frozen already; nothing was changed. Use the objection procedure for corrections.")
    case .rollMissing:
      Sentence(zh: "还没有选民名册。请先导入名册。", en: "There is no roll yet. Import the roll first.")
    case .rollChanged:
      Sentence(
        zh: "名册刚刚被重新导入，没有锁定。请核对新名册后再锁定。",
        en: "Another roll was imported meanwhile; nothing was frozen. Check the new roll and freeze again.")
    case .notOnRoll(let number):
      Sentence(
        zh: "名册上没有 \(number) 号选民。请核对序号。", en: "The roll has no number \(number). Check the number.")
    default:
      Sentence(
        zh: "选民名册还没有锁定。请先完成异议处理并锁定名册。",
        en: "The roll is not frozen yet. Settle the objections and freeze the roll first.")
    }
  }

  private var stageSentence: Sentence {
    switch self {
    case .stageNotAhead(let current, let asked):
      Sentence(
        zh: "选举已经到“\(current.sentence.zh)”，不能退回“\(asked.sentence.zh)”。程序只能向前。",
        en: "The election has reached “\(current.sentence.en)” and cannot go back to “\(asked.sentence.en)”.")
    default: rollSentence
    }
  }

  private var ballotSentence: Sentence {
    switch self {
    case .ballotsNotLaidOut:
      Sentence(zh: "选票还没有排版。请先制作选票样张。", en: "The ballot is not laid out. Make a ballot proof first.")
    case .ballotsNotPrinted:
      Sentence(zh: "选票还没有印制。请先印制选票。", en: "No ballots are printed. Print the ballots first.")
    case .copiesOutOfRange(let copies):
      Sentence(
        zh: "印数 \(copies) 不合适。请输入 1 到 100000 之间的数。", en: "\(copies) copies is out of range; give 1 to 100000."
      )
    case .unusedOutOfRange(let unused):
      Sentence(
        zh: "剩余选票数 \(unused) 不合适。请当众清点后输入张数。",
        en: "\(unused) unused ballots is out of range. Count them in public and enter the number.")
    case .ballotsUsedUp(let printed):
      Sentence(
        zh: "印制的 \(printed) 份选票已经发完。请停止发票，报告选举委员会。",
        en: "All \(printed) printed ballots are handed out. Stop issuing and tell the election committee.")
    default:
      Sentence(zh: "还没有发出过选票，不能调换。", en: "No ballot has been issued, so none can be exchanged.")
    }
  }

  private var pollSentence: Sentence {
    switch self {
    case .pollNotOpen:
      Sentence(
        zh: "投票还没有开始。请先检查票箱并开始投票。", en: "The polls are not open. Inspect the boxes and open the polls first.")
    case .pollOpenAlready:
      Sentence(zh: "投票已经开始，不能再做这一步。", en: "The polls are open already; this step is no longer possible.")
    case .pollClosed:
      Sentence(zh: "投票已经结束，不能再发票。", en: "The polls are closed; no more ballots can be issued.")
    default:
      Sentence(zh: "投票还没有结束。请先结束投票。", en: "The polls are still open. Close them first.")
    }
  }

  private var countSentence: Sentence {
    switch self {
    case .countNotOpen:
      Sentence(
        zh: "计票还没有开始。请先开箱清点选票。", en: "The count is not open. Open the boxes and count the sheets first.")
    case .countOpenAlready:
      Sentence(zh: "计票已经开始，不用再开。", en: "The count is open already.")
    case .countClosed:
      Sentence(zh: "计票已经结束，结果不能再改。", en: "The count is closed; the result cannot be changed.")
    case .identitiesFail(let ids):
      Sentence(
        zh: "核对不平：\(ids.joined(separator: "、"))。不能公布结果。请重新清点，仍不平则报镇街选举指导机构。",
        en:
          "These identities fail: \(ids.joined(separator: ", ")). Recount; if they still fail, tell the guidance body."
      )
    case .notReconciled:
      Sentence(zh: "还没有核对数字。请先核对。", en: "The numbers are not reconciled. Reconcile first.")
    case .tooFewSigners(let have, let need):
      Sentence(
        zh: "需要 \(need) 名不同的监票员，现在只有 \(have) 名。",
        en: "\(need) different scrutineers are needed; there are \(have).")
    case .sheetsUndecided(let count):
      Sentence(
        zh: "还有 \(count) 处疑难没有认定。请由监票员逐一认定后再计票。",
        en: "\(count) doubtful marks wait for a decision. The scrutineers must decide them before the tally.")
    case .bulletinIssuedAlready(let code, let number):
      Sentence(
        zh: "公告 \(code) 已作为第 \(number) 号发布，发布后不能再改。用 bulletin show \(number) 查看文件。",
        en: "\(code) was issued as no. \(number) and cannot be changed. See it with bulletin show \(number).")
    case .sealedAlready(let revision):
      Sentence(
        zh: "档案包已经封存（第 \(revision) 版），内容没有变化。",
        en: "The bundle is sealed already (revision \(revision)); nothing has changed.")
    default:
      Sentence(zh: "还没有选举结果。请先完成计票。", en: "There is no result yet. Finish the count first.")
    }
  }
}

extension Stage {
  /// The stage's name.
  var sentence: Sentence {
    switch self {
    case .prepare: Sentence(zh: "筹备", en: "preparation")
    case .committeeFormed: Sentence(zh: "推选选举委员会", en: "election committee formed")
    case .planAdopted: Sentence(zh: "通过选举办法", en: "plan adopted")
    case .dayAnnounced: Sentence(zh: "公布选举日", en: "election day announced")
    case .registering: Sentence(zh: "选民登记", en: "registration")
    case .rollPosted: Sentence(zh: "公布名单", en: "roll posted")
    case .rollObjections: Sentence(zh: "异议处理", en: "objections")
    case .cardsIssued: Sentence(zh: "发放选民证", en: "voter cards issued")
    case .repsElected: Sentence(zh: "推选代表和小组长", en: "representatives elected")
    case .nominating: Sentence(zh: "提名", en: "nomination")
    case .vetting: Sentence(zh: "资格联审", en: "vetting")
    case .primary: Sentence(zh: "预选", en: "primary")
    case .candidatesPosted: Sentence(zh: "公布正式候选人", en: "candidates posted")
    case .forum: Sentence(zh: "见面会", en: "meet-the-voters session")
    case .dayPrepared: Sentence(zh: "投票准备", en: "election day prepared")
    case .polling: Sentence(zh: "投票", en: "voting")
    case .counting: Sentence(zh: "开箱计票", en: "count")
    case .declared: Sentence(zh: "公布结果", en: "result declared")
    case .filed: Sentence(zh: "备案发证", en: "filed")
    case .supervisionElected: Sentence(zh: "推选监督委员会", en: "supervision committee elected")
    case .handedOver: Sentence(zh: "工作移交", en: "handover")
    case .archived: Sentence(zh: "归档", en: "archived")
    }
  }
}

extension CardVerdict {
  var sentence: Sentence {
    switch self {
    case .valid(let card):
      Sentence(zh: "有效：\(card.roll) 号选民，可以发票。", en: "Valid: number \(card.roll) may be given ballots.")
    case .used(let card, let at, let desk):
      Sentence(
        zh: "\(card.roll) 号选民证已于 \(at.clock) 在 \(desk) 号发票处领过选票，不能再领。",
        en: "Number \(card.roll) was given ballots at \(at.clock) at desk \(desk); do not issue again.")
    case .replaced(let card):
      Sentence(
        zh: "这张选民证已经作废：\(card.roll) 号选民补办过新证。请出示新证。",
        en: "This card is void: number \(card.roll) has a newer card. Ask for the new one.")
    case .otherElection:
      Sentence(zh: "这不是本次选举的选民证，不能发票。", en: "This card is for another election; do not issue.")
    case .otherStation(let card):
      Sentence(
        zh: "\(card.roll) 号选民应到 \(card.station) 号投票站领票。",
        en: "Number \(card.roll) votes at station \(card.station); send the voter there.")
    case .forged:
      Sentence(
        zh: "选民证的签名不对，可能是伪造或损坏。请收下卡片，报告总监票员。",
        en: "The card's signature is wrong: forged or damaged. Keep it and tell the chief scrutineer.")
    case .notACard:
      Sentence(zh: "没有看到选民证。请把证上的二维码对准镜头。", en: "No voter card seen. Hold the card's code under the camera.")
    }
  }
}
