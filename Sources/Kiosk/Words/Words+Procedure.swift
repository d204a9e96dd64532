import Ballot

extension Refusal {
  /// What the procedure, a ledger or an anomaly says against a command.
  var procedureSentence: Sentence {
    switch self {
    case .locked(let asked, let locks):
      Sentence(zh: "“\(asked.sentence.zh)”还不能开始：", en: "“\(asked.sentence.en)” is locked:")
        + StageLock.sentence(of: locks)
    case .notForStaff(let fact):
      Sentence(
        zh: "“\(fact.sentence.zh)”由设备自己判断，不用人工登记。",
        en: "The box sees by itself whether \(fact.sentence.en); nobody has to say it.")
    case .factInFuture(let fact, let day):
      Sentence(
        zh: "“\(fact.sentence.zh)”写的日期 \(day) 还没有到，没有登记。请核对日期。",
        en:
          "\(day), the day on which \(fact.sentence.en), is still to come; nothing was recorded. Check the day."
      )
    case .dayNotMovable(let number):
      Sentence(
        zh: "第 \(number) 号异常没有授权改期到更晚的日子，或投票已经开始。选举日不变。请先取得改期授权。",
        en:
          "Anomaly \(number) does not authorise a later day, or the polls have opened; the day stands. Get an authorisation first."
      )
    case .proxyRefused(let reasons):
      Sentence(zh: "这项委托不符合规定，没有办理：", en: "This mandate is not lawful; nothing was done:")
        + Sentence.joined(reasons.map(\.sentence))
    case .anomalyRefused(let reason): reason.sentence
    case .objectionRefused(let reason): reason.sentence
    case .mobileRefused(let reason): reason.sentence
    case .slipRefused(let reason): reason.sentence
    case .decisionRefused(let reason):
      Sentence(zh: "这份决定无效，没有采用，已经记入日志：", en: "This decision is not valid; it was refused and logged:")
        + reason.sentence
    default: Sentence(zh: "没有办理。请核对后重试。", en: "Nothing was done. Check and try again.")
    }
  }
}

extension Sentence {
  /// Sentences one after the other.
  static func joined(_ sentences: [Sentence]) -> Sentence {
    Sentence(
      zh: sentences.map(\.zh).joined(), en: sentences.map(\.en).joined(separator: " "))
  }
}

extension StageLock {
  /// The first reasons of a locked step, and how many more there are.
  static func sentence(of locks: [StageLock]) -> Sentence {
    guard let first = locks.first else {
      return Sentence(zh: "程序未到。请用 election show 查看。", en: "it is not due yet. See election show.")
    }
    guard locks.count > 1 else { return first.sentence }
    return first.sentence
      + Sentence(
        zh: "另有 \(locks.count - 1) 项未完成，用 election show 查看。",
        en: "\(locks.count - 1) more; election show lists them.")
  }

  var sentence: Sentence {
    switch self {
    case .fact(let fact, let stage):
      Sentence(
        zh: "“\(stage.sentence.zh)”还差“\(fact.sentence.zh)”。\(fact.advice.zh)",
        en: "“\(stage.sentence.en)” still needs that \(fact.sentence.en). \(fact.advice.en)")
    case .bulletin(let code, let stage):
      Sentence(
        zh: "“\(stage.sentence.zh)”的公告 \(code) 还没有发布。请先发布并张贴。",
        en: "Bulletin \(code) of “\(stage.sentence.en)” is not out yet. Issue and post it.")
    case .anomaly(let number, let code):
      Sentence(
        zh: "第 \(number) 号异常（\(code.rawValue) \(code.sentence.zh)）等待镇街选举指导机构授权。",
        en:
          "Anomaly \(number) (\(code.rawValue), \(code.sentence.en)) waits for the guidance body's authorisation."
      )
    case .late(let late): late.sentence
    case .tooEarly(_, let day): Sentence(zh: "最早 \(day) 才能开始。", en: "It opens on \(day) at the earliest.")
    case .ended(let code):
      Sentence(
        zh: "本次投票因 \(code.rawValue)（\(code.sentence.zh)）已经无效，只能归档。",
        en: "This vote is void (\(code.rawValue), \(code.sentence.en)); it can only be archived.")
    case .notAStep(let stage):
      Sentence(
        zh: "这种选举没有“\(stage.sentence.zh)”这一步。",
        en: "This kind of election has no step “\(stage.sentence.en)”.")
    }
  }
}

extension Lateness {
  var sentence: Sentence {
    let name = anomaly.map { "（\($0.rawValue)）" } ?? ""
    let done = self.done
    return Sentence(
      zh:
        "“\(stage.sentence.zh)”应在 \(due) 前完成，\(done.map { "\($0) 才完成" } ?? "还没有完成")，已经逾期\(name)\(anomaly == nil ? "。" : "，须报镇街选举指导机构。")",
      en:
        "“\(stage.sentence.en)” was due by \(due) and \(done.map { "was done on \($0)" } ?? "is not done")\(anomaly.map { " (\($0.rawValue)): the guidance body has to decide." } ?? ".")"
    )
  }
}

extension Fact {
  /// What to do so that it holds.
  var advice: Sentence {
    switch witness {
    case .box: Sentence(zh: "办完这一步设备自动记录。", en: "The box records it when the step is done.")
    case .calendar: Sentence(zh: "请等到期满。", en: "Wait until then.")
    case .staff:
      Sentence(
        zh: "办好后在“其他事项”的“登记程序事实”里登记（命令：election record \(rawValue)）。",
        en: "When it is so, record it under Further steps (the command: election record \(rawValue)).")
    }
  }
}
