import Ballot
import Terminal

/// Who is it? A name from the staff list and a PIN, passphrase or key.
struct LoginPanel: Equatable, Sendable {
  /// Whether somebody joins those who are logged in, as the second of two people.
  let isJoining: Bool
  private(set) var chosen = 0
  private(set) var secret = TextField(.text, most: 100)
  private(set) var isChecking = false
  private(set) var complaint: Sentence?

  init(isJoining: Bool) { self.isJoining = isJoining }

  /// What the console has to do after a key.
  enum Answer: Equatable, Sendable {
    case none
    case check(String, StaffSecret)
    case close
  }

  mutating func handle(_ key: Key, _ staff: [StaffMember]) -> Answer {
    guard !isChecking else { return .none }
    switch key {
    case .up, .backTab: chosen = max(0, chosen - 1)
    case .down, .tab: chosen = min(max(0, staff.count - 1), chosen + 1)
    case .escape:
      if isJoining { return .close }
      secret.clear()
    case .enter:
      guard staff.indices.contains(chosen) else { return .none }
      (isChecking, complaint) = (true, nil)
      let typed = StaffSecret(typed: secret.text)
      secret.clear()
      return .check(staff[chosen].name, typed)
    default: _ = secret.take(key)
    }
    return .none
  }

  mutating func refuse(_ reason: Sentence) { (isChecking, complaint) = (false, reason) }
}

extension LoginPanel {
  func draw(on page: inout Page) {
    let staff = page.briefing.staff.members
    var rest = page.heading(isJoining ? .joinTitle : .loginTitle, in: page.area)
    let rows = min(staff.count, max(1, rest.rows - 6))
    let shown = page.window(on: chosen, of: staff.count, in: rest.split(top: rows).top)
    for (row, member) in staff[shown].enumerated() {
      let isChosen = shown.lowerBound + row == chosen
      page.write(
        Sentence(
          zh: "\(isChosen ? "▶ " : "  ")\(member.name)　\(member.role.sentence.zh)",
          en: "\(isChosen ? "▶ " : "  ")\(member.name)  \(member.role.sentence.en)"),
        in: rest, row: row, isChosen ? Palette.title : .plain)
    }
    rest = rest.inset(top: rows + 1)
    let at = page.write(.secretPrompt, in: rest, Palette.title)
    let end = page.canvas.write(String(repeating: "*", count: secret.text.count), column: at, row: rest.row)
    page.canvas.cursor = (end, rest.row)
    if isChecking {
      page.write(.checkingSecret, in: rest, row: 2, Palette.warningText)
    } else if let complaint {
      page.paragraph(complaint, in: rest, row: 2, Palette.badText)
    } else {
      page.paragraph(.loginHint, in: rest, row: 2, Palette.faint)
    }
  }
}
