import Ballot

extension Sentence {
  static let countTitle = Sentence(zh: "读票、认定", en: "Reading the ballots")
  static let secondReadingTitle = Sentence(zh: "复核：第二遍读票", en: "Recount: the second reading")
  static let recountTitle = Sentence(zh: "复核（再读一遍）", en: "Recount and compare")
  static let recountPurpose = Sentence(
    zh: "全部选票再读一遍，与第一遍逐行比较；两遍一致或差在哪里，由监票员签字。不是必办的一步，数字对不上或有人要求时办。",
    en:
      "Every sheet is read again and compared line by line; scrutineers sign the outcome. Done when numbers do not fit or somebody asks for it."
  )
  static let recountNotBegun = Sentence(zh: "还没有开始复核", en: "NO RECOUNT")
  static let recountHowTo = Sentence(
    zh: "按 F2 开始：全部选票一张一张再放到镜头下。第一遍的读法不动，两遍分开保存，也不记哪一张对哪一张。",
    en:
      "F2 begins: every sheet goes under the camera again. The first reading stays as it is; the two are kept apart, and no sheet is matched with another."
  )
  static let recountGoesOn = Sentence(
    zh: "按 F3 接着读；读完再回来看。没有读完，还比不出结果。", en: "F3 goes on reading; the result shows when all are read.")
  static let recountWaits = Sentence(
    zh: "有看不准的还没有认定：第一遍的到“读票、认定”按 F4，第二遍的按 F3 再按 F4。",
    en:
      "Doubtful marks wait: of the first reading under “Reading the ballots”, F4; of the second, F3 then F4.")
  static let recountAgrees = Sentence(
    zh: "两遍逐行一致。按 F6，由监票员签字，结束复核。",
    en: "Both readings have the same numbers on every line. F6 signs and ends it.")
  static let recountDiffers = Sentence(
    zh:
      "① 看下面是哪一行。② 张数不同：把全部选票再放一遍，漏的那张会被读入。③ 张数相同：读错的票放到“读票、认定”的镜头下，按 F2 选这一行，两名监票员再认定。④ 改好按 F5 再比；仍不一致，以纸票和正字为准，按 F6 签字，再核对数字。",
    en:
      "1 See which line. 2 Other number of sheets: show all sheets again, the one that was missed is taken in. 3 Same number: put the sheet that was misread under the camera of the first reading, F2 picks its line, both decide anew. 4 F5 compares again; if they still differ, paper and tally sheets prevail: F6 signs, then reconcile again."
  )
  static let beginRecount = Sentence(zh: "开始复核", en: "begin")
  static let endRecount = Sentence(zh: "签字、结束复核", en: "sign and end")
  static let readAgain = Sentence(zh: "第二遍读票", en: "read again")
  static let compareAgain = Sentence(zh: "再比较", en: "compare")
  static let howRecountEnds = Sentence(zh: "怎样结束", en: "How it ends")
  static let asCompared = Sentence(zh: "全部读完，按比较的结果", en: "all read: as compared")
  static let givenUp = Sentence(zh: "没有读完，放弃这次复核", en: "given up unfinished")
  static let agreeWord = Sentence(zh: "两遍一致", en: "AGREED")

  static func recountBegun(_ number: Int) -> Sentence {
    Sentence(
      zh: "第 \(number) 次复核开始。请把全部选票再放一遍。", en: "Recount \(number) has begun. Show every sheet again.")
  }

  static func differWord(_ lines: Int) -> Sentence {
    Sentence(zh: "不一致 \(lines) 处", en: "DIFFERS: \(lines)")
  }

  static func secondOf(_ second: Int, _ first: Int) -> Sentence {
    Sentence(zh: "\(second) / \(first) 张", en: "\(second) / \(first)")
  }

  static func endRecountQuestion(_ signers: [String]) -> Sentence {
    Sentence(
      zh: "\(signers.joined(separator: "、"))签字，结束这次复核；结果写进日志，不能再改。",
      en: "\(signers.joined(separator: ", ")) sign and end this recount; the outcome goes into the journal.")
  }

  static let recountHelp = [
    recountPurpose, recountHowTo,
    Sentence(
      zh: "比较的是每一行○、×、空白、作废各有多少，不看先后，也不把两遍的票一张一张对起来。",
      en:
        "Compared are the numbers of each finding on each line, without an order and without matching sheets."
    ),
    Sentence(
      zh: "两遍都保存了，停电后照样接着读。结束复核以前，不能结束计票。",
      en: "Both readings are kept through a power cut. The count cannot close before the recount has ended."),
  ]
}

extension RecountRefusal {
  var code: String {
    switch self {
    case .nothingRead: "nothingRead"
    case .openAlready: "recountOpenAlready"
    case .notOpen: "recountNotOpen"
    case .stillOpen: "recountStillOpen"
    }
  }

  var sentence: Sentence {
    switch self {
    case .nothingRead:
      Sentence(zh: "还没有读过选票，没有可比较的。请先读票。", en: "No sheet was read yet. Read the ballots first.")
    case .openAlready(let number):
      Sentence(
        zh: "第 \(number) 次复核正在进行，没有另开。请接着读，或先签字结束。",
        en: "Recount \(number) is going on already. Go on reading, or sign and end it.")
    case .notOpen:
      Sentence(zh: "现在没有在复核，什么也没有记。请先开始复核。", en: "No recount is going on; nothing was kept. Begin one first.")
    case .stillOpen(let number):
      Sentence(
        zh: "第 \(number) 次复核还没有结束，不能结束计票。请读完、比较、签字，或放弃这次复核。",
        en: "Recount \(number) has not ended; the count stays open. Finish and sign it, or give it up.")
    }
  }
}

extension RecountClosed {
  var sentence: Sentence {
    let names = (signers.joined(separator: "、"), signers.joined(separator: ", "))
    switch outcome {
    case .agreed:
      return Sentence(
        zh: "✓ 第 \(number) 次复核：\(second) 张，两遍逐行一致。签字：\(names.0)。",
        en: "✓ Recount \(number): \(second) sheets, both readings agree on every line. Signed: \(names.1).")
    case .differs:
      return Sentence(
        zh: "✗ 第 \(number) 次复核：第一遍 \(first) 张，第二遍 \(second) 张，\(differing) 行不一致。签字：\(names.0)。请重新核对数字。",
        en:
          "✗ Recount \(number): \(first) and \(second) sheets, \(differing) lines differ. Signed: \(names.1). Reconcile again."
      )
    case .abandoned:
      return Sentence(
        zh: "· 第 \(number) 次复核没有读完，已放弃（\(second) / \(first) 张）。签字：\(names.0)。",
        en: "· Recount \(number) was given up at \(second) of \(first) sheets. Signed: \(names.1).")
    }
  }
}

extension Recount {
  /// How the recount stands, in one line.
  var sentence: Sentence {
    guard let closed else {
      return Sentence(zh: "▶ 第 \(number) 次复核正在进行", en: "▶ Recount \(number) is going on")
    }
    guard isOutdated else { return closed.sentence }
    return Sentence(
      zh: "！第 \(number) 次复核以后，又读了票或作了认定。", en: "! Sheets or decisions came after recount \(number).")
  }
}

extension ComparisonSight {
  /// The comparison as a list.
  var sentences: [Sentence] {
    let sheets = Sentence(
      zh: "第 \(recount) 次复核：第一遍 \(first) 张，第二遍 \(second) 张。",
      en: "Recount \(recount): \(first) sheets in the first reading, \(second) in the second.")
    guard waitingFirst + waitingSecond == 0 else {
      return [
        sheets,
        Sentence(
          zh: "待认定：第一遍 \(waitingFirst) 张，第二遍 \(waitingSecond) 张。",
          en: "Waiting: \(waitingFirst) sheets of the first, \(waitingSecond) of the second."),
      ]
    }
    return [sheets, agrees ? .agreeWord : .differWord(differences.count)] + differences.map(\.sentence)
  }
}

extension ComparisonSight.Difference {
  /// Where the difference stands.
  var place: Sentence {
    if isWholeSheet { return Sentence(zh: "整张票", en: "whole sheets") }
    return Sentence(zh: "\(post)　\(name ?? "另选他人")", en: "\(post)  \(name ?? "write-in")")
  }

  /// What was found there more often once than the other time.
  var what: Sentence {
    switch finding {
    case "for": Sentence(zh: "○ 赞成", en: "○ for")
    case "against": Sentence(zh: "× 反对", en: "× against")
    case "blank": Sentence(zh: "空白", en: "blank")
    case "overvoted": Sentence(zh: "选多了", en: "too many chosen")
    case "valid": Sentence(zh: "有效", en: "valid")
    case "abstention": Sentence(zh: "弃权（全空）", en: "abstention")
    case RecountTable.waiting: Sentence(zh: "待认定", en: "waiting")
    default: otherFinding
    }
  }

  private var otherFinding: Sentence {
    if let ground = SheetVoid(rawValue: finding) { return Sentence.voidFor(ground) }
    let number = finding.drop { !$0.isNumber }
    if finding.hasPrefix("for ") { return Sentence(zh: "○ \(number) 号", en: "○ no. \(number)") }
    return Sentence(zh: "作废", en: "void")
  }

  var sentence: Sentence {
    Sentence(
      zh: "第 \(page) 页　\(place.zh)　\(what.zh)：第一遍 \(first)，第二遍 \(second)",
      en: "page \(page)  \(place.en)  \(what.en): \(first) ≠ \(second)")
  }
}

extension Sentence {
  fileprivate static func voidFor(_ ground: SheetVoid) -> Sentence {
    Sentence(zh: "作废（\(ground.words.zh)）", en: "void (\(ground.words.en))")
  }
}
