import Ballot

extension PlanProblem.Reason {
  var sentence: Sentence {
    switch self {
    case .missing, .wrongKind, .unknownKey, .unknownValue, .notAnID, .notACommunityCode, .notADay, .notATime:
      formSentence
    case .noSuchPack, .packNotInForce, .kindNotInPack: packSentence
    case .noPosts, .duplicate, .seatsOutOfRange, .numberOutOfRange, .tooMany, .tooLong, .seatTotal,
      .noSurplus, .notFitting:
      postSentence
    default: otherSentence
    }
  }

  private var formSentence: Sentence {
    switch self {
    case .missing: Sentence(zh: "缺少这一项，请填写。", en: "this entry is missing; fill it in.")
    case .wrongKind(let expected):
      Sentence(zh: "这里应当是\(PlanForm(expected).zh)。", en: "this should be \(PlanForm(expected).en).")
    case .unknownKey(let key, let known):
      Sentence(
        zh: "不认识“\(key)”。这里可以写：\(known.joined(separator: "、"))。",
        en: "“\(key)” is not known here; known are \(known.joined(separator: ", ")).")
    case .unknownValue(let value, let known):
      Sentence(
        zh: "不认识“\(value)”。可以写：\(known.joined(separator: "、"))。",
        en: "“\(value)” is not known; give one of \(known.joined(separator: ", ")).")
    case .notAnID(let text):
      Sentence(
        zh: "“\(text)”不能作编号。只用字母、数字和连字符，最多 32 个。",
        en: "“\(text)” is no identifier; use up to 32 ASCII letters, digits and hyphens.")
    case .notACommunityCode(let text):
      Sentence(zh: "“\(text)”不是 12 位区划代码。", en: "“\(text)” is not a 12-digit community code.")
    case .notADay(let text):
      Sentence(zh: "“\(text)”不是日期，应写成 2027-05-18。", en: "“\(text)” is no date; write 2027-05-18.")
    case .notATime(let text):
      Sentence(zh: "“\(text)”不是时间，应写成 08:00。", en: "“\(text)” is no time; write 08:00.")
    default: otherSentence
    }
  }

  private var packSentence: Sentence {
    switch self {
    case .noSuchPack(let pack, let known):
      Sentence(
        zh: "没有规则包“\(pack)”。现有：\(known.joined(separator: "、"))。",
        en: "there is no rule pack “\(pack)”; there are \(known.joined(separator: ", ")).")
    case .packNotInForce(let pack, let from, let until):
      Sentence(
        zh: "规则包 \(pack) 只适用于 \(from)\(until.map { " 至 \($0)" } ?? " 以后")的选举日。",
        en: "rule pack \(pack) is for election days from \(from)\(until.map { " to \($0)" } ?? " on").")
    case .kindNotInPack(let kind, let known):
      Sentence(
        zh: "这个规则包没有“\(kind)”这种选举。可选：\(known.joined(separator: "、"))。",
        en: "the pack has no election kind “\(kind)”; it has \(known.joined(separator: ", ")).")
    default: otherSentence
    }
  }

  private var postSentence: Sentence {
    switch self {
    case .noPosts: Sentence(zh: "没有职位，请至少写一个。", en: "there are no posts; give at least one.")
    case .duplicate(let value):
      Sentence(zh: "“\(value)”重复了，请只留一个。", en: "“\(value)” stands here twice; keep one.")
    case .seatsOutOfRange(let seats):
      Sentence(zh: "应选名额 \(seats) 不合适，应为 1 到 9。", en: "\(seats) seats is out of range; give 1 to 9.")
    case .numberOutOfRange(let number, let least, let most):
      Sentence(
        zh: "\(number) 不合适，应为 \(least) 到 \(most)。",
        en: "\(number) is out of range; give \(least) to \(most).")
    case .tooMany(let count, let most):
      Sentence(zh: "这里有 \(count) 项，最多 \(most) 项。", en: "there are \(count) entries; at most \(most) fit.")
    case .tooLong(let most):
      Sentence(zh: "太长，最多 \(most) 个字。", en: "this is too long; at most \(most) characters fit.")
    case .seatTotal(let total, let least, let most):
      Sentence(
        zh: "总名额 \(total) 名，法定为 \(least) 至 \(most) 名。",
        en: "\(total) seats in all; the law wants \(least) to \(most).")
    case .noSurplus(let candidates, let seats, let needed):
      Sentence(
        zh: "应选 \(seats) 名，候选人只有 \(candidates) 名。实行差额选举，至少要 \(needed) 名。",
        en: "\(candidates) candidates for \(seats) seats; there must be at least \(needed).")
    case .notFitting(let lines, let most):
      Sentence(
        zh: "这个职位有 \(lines) 行，一页选票最多 \(most) 行。请减少候选人或分拆职位。",
        en:
          "this post needs \(lines) lines and a page holds \(most); reduce the candidates or split the post.")
    default: otherSentence
    }
  }

  private var otherSentence: Sentence {
    switch self {
    case .closesBeforeItOpens:
      Sentence(zh: "结束时间不晚于开始时间。", en: "the polls close before they open.")
    case .nameEmpty: Sentence(zh: "姓名是空的，请填写。", en: "the name is empty; fill it in.")
    case .nameTooLong(let name, let most):
      Sentence(zh: "“\(name)”太长，最多 \(most) 个字。", en: "“\(name)” is longer than \(most) characters.")
    case .noPlaces: Sentence(zh: "没有投票地点，请至少写一个。", en: "there is no polling place; give at least one.")
    case .tooFewScrutineers(let have, let need):
      Sentence(
        zh: "监票员只有 \(have) 名，至少要 \(need) 名。",
        en: "there are \(have) scrutineers; at least \(need) are needed.")
    case .officerIsCandidate(let name):
      Sentence(
        zh: "“\(name)”是候选人，不能当工作人员。", en: "“\(name)” is a candidate and cannot work at the polls.")
    case .fileUnreadable(let name):
      Sentence(zh: "读不到文件“\(name)”。", en: "the file “\(name)” cannot be read.")
    case .notAPNG(let name):
      Sentence(zh: "“\(name)”不是 PNG 图片。", en: "“\(name)” is not a PNG picture.")
    default: Sentence(zh: "内容不对。", en: "the entry is wrong.")
    }
  }
}

/// What a place in a plan may hold, in words.
private struct PlanForm {
  let zh: String
  let en: String

  init(_ kind: String) {
    switch kind {
    case "mapping": (zh, en) = ("一组“名称: 值”", "a mapping")
    case "list": (zh, en) = ("一个列表", "a list")
    case "number": (zh, en) = ("一个整数", "a whole number")
    default: (zh, en) = ("一段文字", "text")
    }
  }
}
