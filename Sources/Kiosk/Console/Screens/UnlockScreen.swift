import Archive
import Terminal

/// The keys are locked: the passphrase of the start, or the recovery code, opens them.
struct UnlockScreen: Screen {
  private(set) var secret = TextField(.text, most: 200)
  private(set) var isChecking = false
  private(set) var complaint: Sentence?

  var title: Sentence { .unlockKeysTitle }
  var help: [Sentence] { Sentence.unlockKeysHelp }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    [KeyHint(.enterKey, .openKeys), KeyHint("Ctrl-U", .typeAnew), KeyHint("Esc", .openKeysLater)]
  }

  // MARK: Keys

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape: return .back
    case _ where isChecking: return .none
    case .enter: return submit()
    default: return secret.take(key) ? .none : .unknownKey
    }
  }

  /// A mistyped group of a recovery code is told at once, and is no wrong try.
  private mutating func submit() -> Action {
    guard !secret.isEmpty else { return .say(Notice(.secretMissing, .bad)) }
    defer { secret.clear() }
    do {
      let typed = try RecoverySecret(typed: secret.text)
      (isChecking, complaint) = (true, nil)
      return .start(.openKeys(typed))
    } catch {
      complaint = Failure(error).sentence
      return .none
    }
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .keysOpened: return .back
    case .keysRefused(let refused): (isChecking, complaint) = (false, refused.text)
    default: break
    }
    return .none
  }

  // MARK: Drawing

  func draw(on page: inout Page) {
    var rest = page.heading(.keysAreLocked, in: page.area)
    if let fault = page.briefing.keyLock?.fault {
      rest = rest.inset(top: page.paragraph(fault, in: rest, Palette.badText) + 1)
    }
    rest = rest.inset(top: page.paragraph(.unlockKeysIntro(page.briefing.keyLock?.ways), in: rest) + 1)
    let at = page.write(.unlockKeysPrompt, in: rest, Palette.title)
    let stars = String(repeating: "*", count: secret.text.count)
    let end = page.canvas.write(stars, column: at, row: rest.row, width: rest.end - at, Palette.title)
    page.canvas.cursor = (end, rest.row)
    if isChecking {
      page.write(.checkingSecret, in: rest, row: 2, Palette.warningText)
    } else if let complaint {
      page.paragraph(complaint, in: rest, row: 2, Palette.badText)
    }
  }
}
