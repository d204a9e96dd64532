import Ballot

extension Refusal {
  /// What the procedure, the proxies' ledger or an anomaly says against a command.
  var procedureSentence: Sentence {
    switch self {
    case .locked(let asked, let locks):
      Sentence(zh: "“\(asked.sentence.zh)”还不能开始：", en: "“\(asked.sentence.en)” is locked:")
        + (locks.first?.sentence ?? Sentence(zh: "程序未到。", en: "it is not due yet."))
    case .notForStaff(let fact):
      Sentence(
        zh: "“\(fact.rawValue)”由设备自己记录，不用人工登记。",
        en: "The box records “\(fact.rawValue)” by itself; nobody has to say it.")
    case .factInFuture(_, let day):
      Sentence(zh: "日期 \(day) 还没有到，没有登记。", en: "\(day) is still to come; nothing was recorded.")
    case .dayNotMovable(let number):
      Sentence(
        zh: "第 \(number) 号异常没有授权改期，或投票已经开始。选举日不变。",
        en: "Anomaly \(number) does not authorise another day, or the polls have opened; the day stands.")
    case .proxyRefused: Sentence(zh: "这项委托不符合规定，没有办理。", en: "This mandate is not lawful; nothing was done.")
    case .anomalyRefused: Sentence(zh: "这项异常不能这样处理。", en: "The anomaly cannot be handled like this.")
    default:
      Sentence(zh: "这份授权无效，没有采用。", en: "This authorisation is not valid and was not taken in.")
    }
  }
}

extension StageLock {
  var sentence: Sentence {
    switch self {
    case .fact(let fact, let stage):
      Sentence(
        zh: "“\(stage.sentence.zh)”还差：\(fact.rawValue)。",
        en: "“\(stage.sentence.en)” still needs \(fact.rawValue).")
    case .bulletin(let code, let stage):
      Sentence(
        zh: "“\(stage.sentence.zh)”的公告 \(code) 还没有张贴。",
        en: "bulletin \(code) of “\(stage.sentence.en)” is not out yet.")
    case .anomaly(let number, let code):
      Sentence(
        zh: "第 \(number) 号异常（\(code.rawValue)）等待镇街选举指导机构授权。",
        en: "anomaly \(number) (\(code.rawValue)) waits for the guidance body's authorisation.")
    case .late(let late):
      Sentence(
        zh: "“\(late.stage.sentence.zh)”应在 \(late.due) 前完成，已经逾期，须报镇街选举指导机构。",
        en: "“\(late.stage.sentence.en)” was due by \(late.due); the guidance body has to decide.")
    case .tooEarly(_, let day): Sentence(zh: "最早 \(day) 才能开始。", en: "it opens on \(day) at the earliest.")
    case .ended(let code):
      Sentence(
        zh: "本次投票因 \(code.rawValue) 已经无效，只能归档。",
        en: "this vote is void (\(code.rawValue)); it can only be archived.")
    case .notAStep: Sentence(zh: "这种选举没有这一步。", en: "this kind of election has no such step.")
    }
  }
}
