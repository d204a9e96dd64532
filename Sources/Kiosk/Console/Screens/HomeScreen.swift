import Ballot
import Terminal

/// The first screen: every step of the election in order, what is done, what is due, and why a step is locked.
struct HomeScreen: Screen {
  /// The step that is chosen; nil follows what is due.
  private(set) var chosen: HomeTask?

  var title: Sentence { Sentence(zh: "选举进度", en: "Steps of the election") }

  var help: [Sentence] {
    [
      Sentence(
        zh:
          "左边按先后列出每一步：✓ 已办好，▶ 现在该办，· 还不到时候，没有符号的需要时才用。▼ 后面是下面还有几项。右边说明这一步要做什么、为什么还不能做。",
        en:
          "The steps stand in order: ✓ done, ▶ due now, · not yet; without a sign, for when it is wanted. ▼ says how many stand below. On the right is what the step does and why it may be locked."
      ),
      Sentence(
        zh: "用上下键选一步，按回车进入；不动时，光标停在现在该办的一步。",
        en:
          "Choose a step with the arrow keys and press Enter; left alone, the bar rests on the step that is due."
      ),
    ]
  }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    let keys = briefing.keyLock == nil ? [] : [KeyHint("F4", .unlockKeysTitle)]
    return [KeyHint(.upDown, .choose), KeyHint(.enterKey, .open)] + keys + [KeyHint("F10", .leaveConsole)]
  }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    let tasks = HomeTask.allCases
    let at = tasks.firstIndex(of: current(briefing)) ?? 0
    switch key {
    case .up: chosen = tasks[max(0, at - 1)]
    case .down: chosen = tasks[min(tasks.count - 1, at + 1)]
    case .home: chosen = tasks.first
    case .end: chosen = tasks.last
    case .enter:
      // Back from a step, the bar stands on what is due then.
      defer { chosen = nil }
      return .go(current(briefing).place)
    case .function(4) where briefing.keyLock != nil: return .go(.unlock)
    case .function(10):
      return .ask(Confirmation(text: .leaveQuestion, then: .leave))
    case .escape: chosen = nil
    default: return .unknownKey
    }
    return .none
  }

  /// The step under the bar.
  func current(_ briefing: Briefing) -> HomeTask { chosen ?? HomeTask.due(briefing) }

  func draw(on page: inout Page) {
    let briefing = page.briefing
    let (left, right) = page.area.split(left: max(30, page.area.columns * 4 / 10), gap: 3)
    let due = HomeTask.due(briefing)
    let now = current(briefing)
    let all = HomeTask.allCases
    let shown = page.window(on: all.firstIndex(of: now) ?? 0, of: all.count, in: left)
    for (row, task) in all[shown].enumerated() {
      let sign = task.isDone(briefing) ? "✓" : task == due ? "▶" : task.isStep ? "·" : " "
      let style = task == now ? Palette.chosen : task == due ? Palette.title : .plain
      let line = Region(column: left.column, row: left.row + row, columns: left.columns, rows: 1)
      if task == now { page.canvas.fill(line, " ", style) }
      page.write(" \(sign) ", in: line, style)
      page.write(task.title, in: line, indent: 3, style)
    }
    draw(now, in: right, on: &page)
  }

  private func draw(_ task: HomeTask, in area: Region, on page: inout Page) {
    var rest = page.heading(task.title, in: area)
    rest = rest.inset(top: page.paragraph(task.purpose, in: rest) + 1)
    if let lock = task.lock(page.briefing) {
      rest = rest.inset(top: page.paragraph(Sentence.notYet + lock, in: rest, Palette.warningText) + 1)
    } else if task.isDone(page.briefing) {
      page.write(.stepDone, in: rest, Palette.goodText)
      rest = rest.inset(top: 2)
    } else {
      page.write(.pressEnter, in: rest, Palette.title)
      rest = rest.inset(top: 2)
    }
    summary(in: rest, on: &page)
  }

  /// The figures of the election, where there are some.
  private func summary(in area: Region, on page: inout Page) {
    let briefing = page.briefing
    guard let election = briefing.election, area.rows > 3 else { return }
    let quantities = briefing.quantities
    let voters = election.frozen?.voters ?? election.roll?.voters ?? 0
    let inside = page.heading(Sentence(zh: "现在的数字", en: "Figures"), in: area)
    let lines = [
      Sentence(zh: "选民 \(voters) 人\(election.frozen == nil ? "（名册未锁定）" : "")", en: "\(voters) voters"),
      Sentence(
        zh: "印票 \(quantities.printed) 份　发票 \(quantities.issued) 份",
        en: "\(quantities.printed) ballots printed, \(quantities.issued) issued"),
      Sentence(zh: "已读选票 \(election.sheets) 张", en: "\(election.sheets) sheets read"),
      Sentence(zh: "异常 \(election.anomalies.count) 件", en: "\(election.anomalies.count) anomalies"),
    ]
    for (row, line) in lines.enumerated() { page.write(line, in: inside, row: row) }
    days(in: inside.inset(top: lines.count + 1), on: &page)
  }

  /// The steps that come next with their last days, where there is room for them.
  private func days(in area: Region, on page: inout Page) {
    let (ahead, language) = (page.briefing.ahead, page.look.language)
    guard area.rows > 3, !ahead.isEmpty else { return }
    let inside = page.heading(.nextDays, in: area)
    for (row, due) in ahead.prefix(min(6, inside.rows)).enumerated() {
      let late = due.day < page.briefing.now.day
      page.columns(
        [
          late ? "！" : "", Sentence.untilDay(due.day).text(in: language),
          due.stage.sentence.text(in: language),
        ],
        widths: [3, 9, inside.columns], in: inside.inset(top: row), late ? Palette.badText : .plain)
    }
  }
}
