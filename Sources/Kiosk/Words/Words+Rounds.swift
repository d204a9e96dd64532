import Ballot

extension VoteKind {
  var sentence: Sentence {
    switch self {
    case .first: Sentence(zh: "首次投票", en: "first vote")
    case .runoff: Sentence(zh: "另行选举", en: "runoff")
    case .revote: Sentence(zh: "再次投票", en: "re-vote")
    case .fresh: Sentence(zh: "重新选举", en: "fresh election")
    }
  }
}

extension RoundRefusal {
  /// The refusal's name in JSON.
  var code: String {
    switch self {
    case .roundRunning: "roundRunning"
    case .nothingOpen: "nothingOpen"
    case .notAuthorised: "roundNotAuthorised"
    case .anomalyWaits: "anomalyWaits"
    case .notInThisKind: "notInThisKind"
    case .dayPassed: "dayPassed"
    case .outsideWindow: "outsideWindow"
    case .noSuchPost: "noSuchPost"
    case .tooFewCandidates: "tooFewCandidates"
    case .tooManyRounds: "tooManyRounds"
    }
  }

  var sentence: Sentence {
    switch self {
    case .roundRunning(let round):
      Sentence(
        zh: "第 \(round) 轮投票的计票还没有结束，不能开始下一轮。请先完成计票。",
        en: "Round \(round) is not counted yet; finish its count before the next.")
    case .nothingOpen(let vote):
      Sentence(
        zh: "没有需要\(vote.sentence.zh)的职位。用 round list 查看。",
        en: "No post needs a \(vote.sentence.en). See round list.")
    case .notAuthorised:
      Sentence(
        zh: "重新选举须经镇街选举指导机构审核授权，现在没有这样的授权。请先报送异常情况。",
        en: "A fresh election needs the guidance body's authorisation. Submit the anomaly first.")
    case .anomalyWaits(let number, let code):
      Sentence(
        zh: "第 \(number) 号异常（\(code.rawValue)）等待镇街选举指导机构授权，不能开始下一轮。",
        en: "Anomaly \(number) (\(code.rawValue)) waits for the guidance body; no round can begin.")
    case .notInThisKind(let vote):
      Sentence(
        zh: "这种选举没有\(vote.sentence.zh)；表决没有通过就是没有通过。",
        en: "This kind of election has no \(vote.sentence.en); a question that fails has failed.")
    case .dayPassed(let day):
      Sentence(
        zh: "\(day) 早于上一轮的投票日。请换一个日期。", en: "\(day) is before the last round's day. Choose another day.")
    case .outsideWindow(let until):
      Sentence(
        zh: "另行选举应在 \(until) 前举行。请换一个日期，或报镇街选举指导机构。",
        en: "The vote has to be held by \(until). Choose another day, or tell the guidance body.")
    case .noSuchPost(let post):
      Sentence(
        zh: "方案里没有职位“\(post.rawValue)”，或名额不对。请核对。",
        en: "The plan has no such post or seats: \(post.rawValue).")
    case .tooFewCandidates(let post):
      Sentence(
        zh: "职位 \(post.rawValue) 没有可以列为候选人的人。名额可以空缺，或以后补选。",
        en: "Nobody can stand for \(post.rawValue). Leave the seat vacant, or hold a by-election.")
    case .tooManyRounds:
      Sentence(zh: "轮次太多，不能再开。请报镇街选举指导机构。", en: "There are too many rounds; tell the guidance body.")
    }
  }
}

extension Refusal {
  /// A petition against what the law wants, share by share.
  static func petition(_ checks: [RuleCheck]) -> Sentence {
    let counts = checks.map { "\($0.count)/\($0.base)（\($0.threshold)，至少 \($0.needed)）" }
    let english = checks.map { "\($0.count) of \($0.base) (\($0.threshold): \($0.needed))" }
    return Sentence(
      zh: "联名人数不够，罢免要求不成立：\(counts.joined(separator: "；"))。名册没有锁定。",
      en: "Too few ask for the recall: \(english.joined(separator: "; ")). The roll was not frozen.")
  }
}
