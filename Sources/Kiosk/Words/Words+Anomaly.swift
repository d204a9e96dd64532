import Ballot

extension AnomalyCode {
  /// What happened.
  var sentence: Sentence {
    switch self {
    case .meetingVoid: Sentence(zh: "会议无效", en: "meeting void")
    case .turnoutNotReached: Sentence(zh: "投票人数不足，选举无效", en: "void for want of turnout")
    case .moreReturnedThanIssued: Sentence(zh: "收回票多于发出票，选举无效", en: "void: more returned than issued")
    case .committeeUnlawful: Sentence(zh: "选举委员会产生不合法", en: "election committee not lawfully formed")
    case .candidatesUnlawful: Sentence(zh: "候选人产生不合法或没有差额", en: "candidates unlawful or no surplus")
    case .procedureBroken: Sentence(zh: "严重违反程序", en: "procedure broken")
    case .tie: Sentence(zh: "末位票数相同", en: "tie at the last seat")
    case .seatsUnfilled: Sentence(zh: "名额没有选满", en: "seats unfilled")
    case .stockUnexplained: Sentence(zh: "票数账目不符", en: "stock or ledgers unexplained")
    case .noWoman: Sentence(zh: "没有妇女当选", en: "no woman elected")
    case .winnerUnfit: Sentence(zh: "当选人不符合资格或有近亲属同时当选", en: "winner unfit or near relatives")
    case .winVoid: Sentence(zh: "当选无效（违法手段）", en: "win void by unlawful means")
    case .pollDisrupted: Sentence(zh: "投票受到破坏", en: "polling disrupted")
    case .dayMoved: Sentence(zh: "延期或者提前选举", en: "postponed or early election")
    case .announcementDelayed: Sentence(zh: "没有按时公布结果", en: "announcement delayed")
    case .committeeFails: Sentence(zh: "选举委员会不履行职责", en: "election committee fails to act")
    case .extraBox: Sentence(zh: "申请流动票箱或者增设投票站", en: "mobile box or extra station")
    case .rollChanged: Sentence(zh: "名册锁定后发生变动", en: "roll changed after freezing")
    case .deadlineMissed: Sentence(zh: "逾期", en: "deadline missed")
    case .surplusLost: Sentence(zh: "候选人退出后没有差额", en: "surplus lost")
    case .boxFailed: Sentence(zh: "设备故障", en: "kiosk failed")
    case .ownersAbsent: Sentence(zh: "参与表决的业主不足", en: "owners' participation short")
    case .recallDelayed: Sentence(zh: "罢免没有按时付诸表决", en: "recall not put to the vote in time")
    }
  }
}

extension AnomalyAction {
  /// What may be done.
  var sentence: Sentence {
    switch self {
    case .newMeeting: Sentence(zh: "重新召开会议", en: "new meeting")
    case .freshElection: Sentence(zh: "重新选举", en: "fresh election")
    case .reformCommittee: Sentence(zh: "重新推选选举委员会", en: "choose the election committee anew")
    case .declareVoid: Sentence(zh: "宣布无效", en: "declare void")
    case .renominate: Sentence(zh: "重新提名", en: "nominate anew")
    case .continue: Sentence(zh: "继续进行", en: "continue")
    case .revote: Sentence(zh: "再次投票", en: "re-vote")
    case .runoff: Sentence(zh: "另行选举", en: "runoff")
    case .leaveVacant: Sentence(zh: "名额暂缺", en: "leave vacant")
    case .recount: Sentence(zh: "重新计票", en: "recount")
    case .womenPriority: Sentence(zh: "妇女优先当选", en: "woman first")
    case .womenRunoff: Sentence(zh: "妇女名额另行选举", en: "runoff among women")
    case .voidWin: Sentence(zh: "当选无效", en: "void the win")
    case .refill: Sentence(zh: "由其他过半数者递补", en: "refill from others over half")
    case .dismiss: Sentence(zh: "申诉不成立", en: "dismiss the complaint")
    case .resume: Sentence(zh: "恢复投票", en: "resume polling")
    case .moveDay: Sentence(zh: "改期", en: "move election day")
    case .announceLater: Sentence(zh: "延后公布", en: "announce later")
    case .announceByGuidance: Sentence(zh: "由指导机构公布", en: "guidance body announces")
    case .replaceMembers: Sentence(zh: "更换成员", en: "replace members")
    case .approve: Sentence(zh: "批准", en: "approve")
    case .refuse: Sentence(zh: "不批准", en: "refuse")
    case .correctRoll: Sentence(zh: "更正名册", en: "correct the roll")
    case .blockCard: Sentence(zh: "停用选民证", en: "block the card")
    case .nextNominee: Sentence(zh: "依次递补候选人", en: "next nominee")
    case .paperFallback: Sentence(zh: "改用纸质方式", en: "fall back to paper")
    case .extend: Sentence(zh: "延长表决时间", en: "extend the vote")
    case .restart: Sentence(zh: "重新表决", en: "start again")
    case .convene: Sentence(zh: "督促召集", en: "convene")
    }
  }
}

extension Authorisation.Role {
  var sentence: Sentence {
    switch self {
    case .guidanceBody: Sentence(zh: "镇街选举指导机构", en: "guidance body")
    case .district: Sentence(zh: "区县", en: "district")
    case .electionCommittee: Sentence(zh: "选举委员会", en: "election committee")
    }
  }
}

extension AnomalyCase {
  /// Where the case stands.
  var stateSentence: Sentence {
    switch state {
    case .open:
      authority == .guidance
        ? Sentence(zh: "待上报", en: "to be submitted")
        : Sentence(zh: "已记录，告知指导机构即可", en: "recorded; the guidance body is told")
    case .submitted: Sentence(zh: "已上报，等待决定", en: "submitted, waiting")
    case .authorised(let action, let number):
      Sentence(
        zh: "已授权：\(action.sentence.zh)（\(number)）", en: "authorised: \(action.sentence.en) (\(number))")
    case .returned(let reason): Sentence(zh: "已退回：\(reason)", en: "sent back: \(reason)")
    }
  }
}

extension AnomalyRefusal {
  var sentence: Sentence {
    switch self {
    case .noSuchAnomaly(let number):
      Sentence(
        zh: "没有第 \(number) 号异常，请用 anomaly list 核对。", en: "There is no anomaly \(number); see anomaly list.")
    case .noEvidence(let number):
      Sentence(
        zh: "第 \(number) 号异常没有附材料，指导机构无法判断。请用 --evidence 附上材料。",
        en: "Anomaly \(number) has no evidence; give it with --evidence.")
    case .alreadyDecided(let number):
      Sentence(zh: "第 \(number) 号异常已经授权，不能再改。", en: "Anomaly \(number) is decided already and stays so.")
    case .notSubmitted(let number):
      Sentence(
        zh: "第 \(number) 号异常还没有上报。请先用 anomaly submit 上报。",
        en: "Anomaly \(number) is not submitted; run anomaly submit first.")
    case .actionNotAllowed(let action, let allowed):
      Sentence(
        zh:
          "这种异常不能“\(action.sentence.zh)”。可以：\(allowed.map { "\($0.sentence.zh)（\($0.rawValue)）" }.joined(separator: "、"))。",
        en:
          "“\(action.sentence.en)” is not possible here; possible are \(allowed.map(\.rawValue).joined(separator: ", "))."
      )
    case .noNumber(let number):
      Sentence(
        zh: "对第 \(number) 号异常的授权没有文号，请指导机构补上。",
        en: "The authorisation of anomaly \(number) has no document number.")
    }
  }
}

extension AuthorisationRefusal {
  /// The refusal's name in the journal.
  var name: String {
    switch self {
    case .otherBox: "otherBox"
    case .otherElection: "otherElection"
    case .otherAnomaly: "otherAnomaly"
    case .altered: "altered"
    case .expired: "expired"
    case .notYetValid: "notYetValid"
    case .replayed: "replayed"
    case .wrongRole: "wrongRole"
    case .unknownKey: "unknownKey"
    case .badSignature: "badSignature"
    case .anomaly: "anomaly"
    }
  }

  var sentence: Sentence {
    switch self {
    case .otherBox:
      Sentence(zh: "它是给另一台设备的。请核对设备编号。", en: "It is for another box. Check the box's number.")
    case .otherElection(let id):
      Sentence(
        zh: "它是给另一次选举（\(id.rawValue)）的。请核对。", en: "It is for another election (\(id.rawValue)). Check it.")
    case .otherAnomaly(let number):
      Sentence(zh: "它是给第 \(number) 号异常的。请核对。", en: "It is for anomaly \(number). Check it.")
    case .altered:
      Sentence(
        zh: "它答复的不是现在等待的这份申请，申请或材料后来变过。请把最新的申请送去。",
        en: "It answers another request than the one that waits. Send the latest request.")
    case .expired(let at):
      Sentence(
        zh: "它已于 \(at.day) \(at.clock) 过期。请重新申请。", en: "It expired on \(at.day) at \(at.clock). Ask again.")
    case .notYetValid(let at):
      Sentence(
        zh: "它从 \(at.day) \(at.clock) 起才有效。请核对两台设备的时间。",
        en: "It is valid from \(at.day) \(at.clock) on only. Compare the clocks.")
    case .replayed(let number):
      Sentence(zh: "文号“\(number)”的决定已经用过一次。", en: "The decision “\(number)” was used before.")
    case .wrongRole(let role):
      Sentence(
        zh: "\(role.sentence.zh)的密钥无权决定这件事。", en: "A key of the \(role.sentence.en) may not decide this.")
    case .unknownKey:
      Sentence(zh: "签名的密钥没有在本机登记。请找登记过的指导机构。", en: "The key that signed it is not enrolled on this box.")
    case .badSignature:
      Sentence(
        zh: "签名不对：内容被改动过，或者有字输错。请核对后重输。", en: "The signature is wrong: something was changed, or mistyped.")
    case .anomaly(let refusal): refusal.sentence
    }
  }
}
