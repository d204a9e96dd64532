import Ballot

extension PersonalData.Finding {
  /// What was found, itself hidden.
  var sentence: Sentence {
    switch self {
    case .identityNumber(let masked): Sentence(zh: "公民身份号码（\(masked)）", en: "an ID number (\(masked))")
    case .telephone(let masked): Sentence(zh: "电话号码（\(masked)）", en: "a telephone number (\(masked))")
    case .health(let word): Sentence(zh: "健康情况（“\(word)”）", en: "a reason of health (“\(word)”)")
    }
  }
}

extension FieldFault {
  /// What is wrong with a value, and what to write instead.
  func sentence(_ paper: PaperEntry) -> Sentence {
    switch self {
    case .unknown(let name):
      let known = paper.fields.filter { PaperCatalogue.standard.field($0)?.type != .facts }
      return Sentence(
        zh: "\(paper.code) 没有“\(name)”这一项。可以填写：\(known.joined(separator: "、"))。",
        en: "\(paper.code) has no field “\(name)”. It has: \(known.joined(separator: ", ")).")
    case .fromBox(let name):
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）由设备按记录填写，不能改写。请去掉这一项。",
        en: "\(name) is filled in from the records and cannot be given. Leave it out.")
    case .notADay(let name):
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）不是日期。请写成 2027-05-18 的样子。",
        en: "\(name) is not a date. Write it like 2027-05-18.")
    case .notACount(let name):
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）不是人数或票数。请填 0 或正整数。",
        en: "\(name) is not a count. Give a whole number.")
    case .cells(let name, let have, let need):
      let columns = PaperCatalogue.standard.field(name)?.columns.map(\.zh).joined(separator: "，") ?? ""
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）的一行有 \(have) 格，应有 \(need) 格：\(columns)。请补全。",
        en: "A row of \(name) has \(have) cells and needs \(need), separated by commas. Complete it.")
    case .twice(let name):
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）只能写一次。请只留一个。", en: "\(name) may be given only once. Keep one.")
    case .wrongShape(let name):
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）的写法不对。请参照使用手册改正。",
        en: "\(name) has the wrong shape. See the manual and correct it.")
    case .tooLong(let name):
      return Sentence(
        zh: "“\(label(name).zh)”（\(name)）太长，没有采用。请写短一些。", en: "\(name) is too long. Make it shorter.")
    }
  }

  private func label(_ name: String) -> Sentence {
    let field = PaperCatalogue.standard.field(name)
    return Sentence(zh: field?.zh ?? name, en: field?.en ?? name)
  }
}

extension BulletinSchedule.Status {
  var sentence: Sentence {
    switch self {
    case .upcoming: Sentence(zh: "未到", en: "not due yet")
    case .due: Sentence(zh: "应发布", en: "due")
    case .overdue: Sentence(zh: "已逾期", en: "overdue")
    case .issued: Sentence(zh: "已发布，未张贴", en: "issued, not posted")
    case .posted: Sentence(zh: "张贴中", en: "posted")
    case .removed: Sentence(zh: "已撤下", en: "taken down")
    case .removedEarly: Sentence(zh: "张贴时间不足", en: "taken down too early")
    case .optional: Sentence(zh: "需要时发布", en: "if needed")
    }
  }
}

extension Refusal {
  /// What speaks against a step with a bulletin.
  var bulletinSentence: Sentence {
    switch self {
    case .noSuchBulletin(let number):
      Sentence(
        zh: "没有第 \(number) 号公告。请用 bulletin list 查看。", en: "There is no bulletin \(number). See bulletin list."
      )
    case .bulletinNumberTaken(let number):
      Sentence(
        zh: "第 \(number) 号刚被另一份公告占用，没有发布。请再试一次。",
        en: "Number \(number) has just been taken by another bulletin; nothing was issued. Try again.")
    case .postingDayImpossible(let day, let since):
      Sentence(
        zh: "日期 \(day) 早于 \(since)，或者还没有到，没有登记。请核对日期。",
        en: "\(day) is before \(since) or still to come; nothing was recorded. Check the day.")
    case .postedAlready(let number, let place):
      Sentence(
        zh: "第 \(number) 号公告已在“\(place)”张贴，不用重复登记。",
        en: "Bulletin \(number) hangs at “\(place)” already; nothing was recorded.")
    default:
      Sentence(
        zh: "这份公告没有在该地点张贴，不能登记撤下。请核对编号和地点。",
        en: "The bulletin does not hang there, so it cannot be taken down. Check number and place.")
    }
  }
}
