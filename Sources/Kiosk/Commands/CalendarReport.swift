import Ballot

/// The procedure as it stands today: every step with its days, and the next one with everything that locks it.
struct CalendarReport: Encodable {
  struct Step: Encodable {
    let stage: String
    let code: String
    /// `done`, `late`, `open`, or `optional` where nothing has to be done.
    let state: String
    let isCurrent: Bool
    let earliest: String?
    let due: String?
    let done: String?
    let source: String
    let missing: [String]
  }

  struct Next: Encodable {
    let stage: String
    let code: String
    let isLocked: Bool
    let locks: [String]
  }

  let today: String
  let guided: Bool
  let electionDay: String
  let steps: [Step]
  let next: Next?
  /// The deadlines missed so far, in sentences.
  let late: [String]
  let text: [Sentence]
  /// The next step alone.
  let nextText: [Sentence]

  private enum CodingKeys: String, CodingKey { case today, guided, electionDay, steps, next, late }

  init?(_ election: ElectionState, today: Day) {
    guard let calendar = election.calendar(today: today, holidays: election.plan.holidays ?? .unknown) else {
      return nil
    }
    self.today = today.description
    guided = election.isGuided
    electionDay = calendar.electionDay.description
    let lines = calendar.lines
    steps = lines.map(Step.init)
    let locks = calendar.next.map { calendar.locks(before: $0.stage) } ?? []
    next = calendar.next.map {
      Next(
        stage: $0.stage.rawValue, code: $0.stage.code, isLocked: !locks.isEmpty,
        locks: locks.map(\.sentence.zh))
    }
    late = lines.compactMap(\.lateness).map(\.sentence.zh)
    nextText = CalendarReport.next(calendar, locks, election)
    text =
      [Sentence(zh: "日程（今天 \(today)）：", en: "Calendar (today is \(today)):")] + lines.map(\.sentence)
      + nextText
  }

  private static func next(
    _ calendar: Calendar, _ locks: [StageLock], _ election: ElectionState
  ) -> [Sentence] {
    guard let next = calendar.next else {
      return [
        calendar.isComplete
          ? Sentence(zh: "全部程序已经完成。", en: "Every step is over.")
          : Sentence(
            zh: "这是最后一步；办完上面未完成的各项即可结束。", en: "This is the last step; what is still missing stands above.")
      ]
    }
    let name = next.stage.sentence
    guard !locks.isEmpty else {
      return [
        Sentence(
          zh: "下一步：\(next.stage.code) \(name.zh)，可以开始。",
          en: "Next: \(next.stage.code) \(name.en); it may begin.")
      ]
    }
    let open = election.isGuided ? "" : "（本次选举没有按程序引导，只提示，不加锁）"
    return [
      Sentence(
        zh: "下一步：\(next.stage.code) \(name.zh)，还不能开始\(open)：",
        en:
          "Next: \(next.stage.code) \(name.en); it cannot begin yet\(election.isGuided ? "" : " (not guided: hints only)"):"
      )
    ] + locks.map { Sentence(zh: "  · ", en: "  ·") + $0.sentence }
  }
}

extension CalendarReport.Step {
  init(_ line: CalendarLine) {
    stage = line.stage.rawValue
    code = line.stage.code
    state = line.state
    isCurrent = line.isCurrent
    earliest = line.earliest?.description
    due = line.latest?.description
    done = line.done?.description
    source = line.source
    missing = line.missing.map(\.name)
  }
}

extension StageLock {
  /// The lock's name in JSON: a fact's, a bulletin's code, or what else it is.
  fileprivate var name: String {
    switch self {
    case .fact(let fact, _): fact.rawValue
    case .bulletin(let code, _): code
    case .anomaly(let number, let code): "\(code.rawValue)#\(number)"
    case .late(let late): "late:\(late.due)"
    case .tooEarly(_, let day): "from:\(day)"
    case .ended(let code): "void:\(code.rawValue)"
    case .notAStep: "notAStep"
    }
  }
}

extension CalendarLine {
  fileprivate var state: String {
    if lateness != nil, done == nil { return "late" }
    if done != nil { return "done" }
    return isOptional ? "optional" : "open"
  }

  fileprivate var sentence: Sentence {
    let mark = isCurrent ? "▶" : done != nil ? "✓" : lateness != nil ? "!" : " "
    let days = Sentence(
      zh: [
        earliest.map { "最早 \($0)" }, latest.map { "期限 \($0)" }, done.map { "完成 \($0)" },
        lateness == nil ? nil : "逾期", isOptional && done == nil ? "可选" : nil,
      ].compactMap { $0 }.joined(separator: "，"),
      en: [
        earliest.map { "from \($0)" }, latest.map { "due \($0)" }, done.map { "done \($0)" },
        lateness == nil ? nil : "LATE", isOptional && done == nil ? "optional" : nil,
      ].compactMap { $0 }.joined(separator: ", "))
    return Sentence(
      zh: "\(mark) \(stage.code) \(stage.sentence.zh)\(days.zh.isEmpty ? "" : "（\(days.zh)）")",
      en: "\(mark) \(stage.code) \(stage.sentence.en)\(days.en.isEmpty ? "" : " (\(days.en))")")
  }
}
