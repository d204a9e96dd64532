import Ballot
import Terminal

extension Board.Wait {
  /// One word in large letters.
  var word: Sentence {
    switch self {
    case .noElection, .noHome: Sentence(zh: "没有选举", en: "No election")
    case .unreadable: Sentence(zh: "读不到数据", en: "No data")
    case .beforePoll: Sentence(zh: "尚未投票", en: "Not open yet")
    case .slips: Sentence(zh: "业主投票", en: "Owners' vote")
    case .beforeCount: Sentence(zh: "投票结束", en: "Polls closed")
    }
  }

  var lines: [Sentence] {
    switch self {
    case .noElection: [Sentence(zh: "还没有建立选举。", en: "No election was begun yet.")]
    case .noHome(let path):
      [
        Sentence(
          zh: "没有数据目录 \(path)。请先打开控制台；已经打开的，请技术人员核对 --home 和 KIOSK_HOME。",
          en:
            "There is no data directory \(path). Open the console first; if it is open, check --home and KIOSK_HOME."
        )
      ]
    case .unreadable(let reason):
      [reason, Sentence(zh: "能读到时，本屏自己接着显示。", en: "The board goes on by itself when it can.")]
    case .beforePoll(let day, let hours, let places):
      [
        Sentence(
          zh: "选举日：\(day.chineseWithWeekday)　\(hours.open)—\(hours.close)",
          en: "Election day: \(day), \(hours.open) to \(hours.close)"),
        Sentence(
          zh: "投票地点：\(places.joined(separator: "、"))", en: "Polling places: \(places.joined(separator: ", "))"
        ),
      ]
    case .slips:
      [Sentence(zh: "按专有部分面积和业主人数计票，结果见公告。", en: "Counted by area and by owners; see the bulletin.")]
    case .beforeCount(let issued, let voters):
      [
        Sentence(
          zh: "选民 \(voters) 人，发出选票 \(issued) 份。票箱将当众开启。",
          en: "\(voters) voters, \(issued) ballots issued. The boxes are opened in public.")
      ]
    }
  }
}

extension Sentence {
  /// What is shown is not of this moment.
  static func boardIsOld(_ since: Instant) -> Sentence {
    Sentence(zh: "！读不到新的数据，这是 \(since.clock) 的情况", en: "! No newer data; this is of \(since.clock)")
  }
}

extension Board.Count {
  /// The boxes with their sheets as counted by hand.
  var boxLine: Sentence {
    let sheets = boxes.reduce(0, +)
    let list = boxes.enumerated().map { "\($0.offset + 1)号箱 \($0.element)" }.joined(separator: "　")
    let names = boxes.enumerated().map { "box \($0.offset + 1): \($0.element)" }.joined(separator: "  ")
    return Sentence(zh: "开箱清点：\(list)　共 \(sheets) 张", en: "Counted by hand: \(names)  \(sheets) in all")
  }

  var progressLine: Sentence {
    let sheets = boxes.reduce(0, +)
    return Sentence(
      zh: "已读 \(read) / \(sheets) 张　待监票员认定 \(pending) 处（认定以后才计入得票）　＊另选他人",
      en:
        "\(read) of \(sheets) read, \(pending) marks wait for the scrutineers and count when decided; ＊ written in"
    )
  }
}

extension Board.Count.Post {
  func heading(_ language: Language) -> String {
    Sentence(zh: "\(title)　应选 \(seats) 名", en: "\(title), \(seats) seat(s)").text(in: language)
  }
}

extension Board.Count.Line {
  var label: Sentence {
    name.map { Sentence(zh: $0.spreadName, en: $0) } ?? Sentence(zh: "另选他人", en: "written in")
  }

  /// The mark as read, with a word beside the sign.
  var reading: Sentence {
    if needsDecision { return Sentence(zh: "？待认定", en: "? to be decided") }
    return switch mark {
    case .for: Sentence(zh: "○ 赞成", en: "○ for")
    case .against: Sentence(zh: "× 反对", en: "× against")
    case .blank: Sentence(zh: "　弃权", en: "  blank")
    case .other: Sentence(zh: "？待认定", en: "? to be decided")
    }
  }

  var style: Style {
    if needsDecision { return Palette.warningText }
    return switch mark {
    case .for: Palette.goodText
    case .against: Palette.badText
    case .blank: Palette.faint
    case .other: Palette.warningText
    }
  }
}

extension Board.Result {
  var word: Sentence {
    isValid ? Sentence(zh: "选举有效", en: "Valid") : Sentence(zh: "选举无效", en: "Void")
  }

  var lines: [Sentence] {
    [
      Sentence(
        zh: "登记选民 \(voters) 人，发出选票 \(issued) 张，收回 \(returned) 张；有效 \(valid)，弃权 \(abstentions)，无效 \(void)。",
        en:
          "\(voters) voters, \(issued) ballots issued, \(returned) returned: \(valid) valid, \(abstentions) abstentions, \(void) void."
      )
    ]
  }
}

extension Board.Result.Post {
  func heading(_ language: Language) -> String {
    Sentence(
      zh: "\(title)　应选 \(seats) 名，当选需 \(need) 票", en: "\(title), \(seats) seat(s), \(need) votes needed"
    ).text(
      in: language)
  }
}

extension Sentence {
  static let scanHint = Sentence(zh: "扫一扫：签名的结果", en: "The signed result")
}

extension Board.Result.Person {
  var word: Sentence {
    if isElected { return Sentence(zh: "✓ 当选", en: "✓ elected") }
    return isTied ? Sentence(zh: "票数相同", en: "tied") : Sentence(zh: "", en: "")
  }
}
