import Ballot
import Scanner
import Terminal
import Typing

/// A step that is done by filling in a form; what it does is a command.
struct FormScreen: Screen {
  enum Stand: Equatable, Sendable {
    case filling
    case working
    case done([Sentence])
    case failed(Complaint)
  }

  private(set) var form: Form
  private(set) var focus = 0
  private(set) var stand = Stand.filling
  private(set) var files: [String] = []
  private(set) var scroll = 0
  /// A picture is looked at for a card.
  private var isReadingCard = false

  init(_ form: Form) { self.form = form }

  var title: Sentence { form.title }
  var help: [Sentence] { [form.intro] + Sentence.formHelp }

  var typing: ChineseInput.Field? {
    guard stand == .filling, let field, field.kind == .text else { return nil }
    return form.id == .staff ? .name : .text
  }

  private var awaitsCard: Bool { stand == .filling && field?.kind == .card }

  func camera(_ briefing: Briefing) -> CameraWish? { awaitsCard ? CameraWish(use: .cards) : nil }

  private var field: FormField? { form.fields.indices.contains(focus) ? form.fields[focus] : nil }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    switch stand {
    case .filling: fillingKeys
    case .working: [KeyHint("Esc", .stop)]
    case .done: [KeyHint(.enterKey, .goOn), KeyHint(.upDown, .scroll), KeyHint("F5", .again)]
    case .failed: [KeyHint(.enterKey, .again), KeyHint(.upDown, .scroll), KeyHint("Esc", .back)]
    }
  }

  private var fillingKeys: [KeyHint] {
    let isLast = focus >= form.fields.count - 1
    var hints = [KeyHint(.enterKey, isLast ? form.doing ?? .goOn : .nextField)]
    switch field?.kind {
    case .file: hints += [KeyHint("←→", .pickFile), KeyHint("F5", .lookAgain)]
    case .choice: hints.append(KeyHint("←→", .changeValue))
    case .people: hints.append(KeyHint(.digitsKey, .switchPerson))
    case .number, .card, .text, .secret, nil: break
    }
    if form.paper != nil { hints.append(KeyHint("F7", .preview)) }
    if form.fields.count > 1 { hints.append(KeyHint(.upDown, .choose)) }
    return hints + [KeyHint("Esc", .back)]
  }

  mutating func open(_ briefing: Briefing) -> Action {
    if form.doing == nil { return begin() }
    return lookForFiles()
  }

  /// Back from opening the keys, what was refused for them can be done.
  mutating func resume(_ briefing: Briefing) -> Action {
    if case .failed(let complaint) = stand, complaint.isOfLockedKeys, briefing.keyLock == nil {
      stand = .filling
    }
    return .none
  }

  private func lookForFiles() -> Action {
    for field in form.fields {
      if case .file(let endings) = field.kind { return .carryOut(.listFiles(endings)) }
    }
    return .none
  }

  // MARK: Keys

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch stand {
    case .filling: return fill(key)
    case .working: return key == .escape ? .cancel : .unknownKey
    case .done: return look(key, ending: .back)
    case .failed: return look(key, ending: .none)
    }
  }

  private mutating func look(_ key: Key, ending: Action) -> Action {
    switch key {
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll += 1
    case .pageUp: scroll = max(0, scroll - 10)
    case .pageDown: scroll += 10
    case .escape: return .back
    case .function(5): return restart()
    case .enter:
      if form.doing == nil || ending == .back { return .back }
      stand = .filling
    default: return .unknownKey
    }
    return .none
  }

  private mutating func restart() -> Action {
    stand = .filling
    return form.doing == nil ? begin() : .none
  }

  private mutating func fill(_ key: Key) -> Action {
    switch key {
    case .escape: return .back
    case .up, .backTab: focus = max(0, focus - 1)
    case .down, .tab: focus = min(max(0, form.fields.count - 1), focus + 1)
    case .enter:
      if focus < form.fields.count - 1 {
        focus += 1
        return .none
      }
      return submit()
    case .function(5): return lookForFiles()
    case .function(7):
      guard let paper = form.paper else { return .unknownKey }
      return .go(.paper(paper))
    default:
      guard form.fields.indices.contains(focus) else { return .unknownKey }
      return form.fields[focus].take(key, files: files) ? .none : .unknownKey
    }
    return .none
  }

  private mutating func submit() -> Action {
    if let problem = form.fields.compactMap(\.problem).first {
      focus = form.fields.firstIndex { $0.problem != nil } ?? focus
      return .say(Notice(problem, .bad))
    }
    if let job = form.job {
      guard let wanted = job(form.fields) else { return .say(Notice(.secretsDiffer, .bad)) }
      (stand, scroll) = (.working, 0)
      return .start(wanted)
    }
    guard let question = form.question else { return begin() }
    return .ask(
      Confirmation(text: question(form.fields), then: .start(.commands(form.commands(form.fields)))))
  }

  private mutating func begin() -> Action {
    (stand, scroll) = (.working, 0)
    return .start(.commands(form.commands(form.fields)))
  }

  // MARK: News

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .files(let found):
      files = found
      offerFirstFile()
    case .answered(let lines):
      (stand, scroll) = (.done(lines), 0)
      if let place = form.next?(form.fields) { return .go(place) }
    case .picture(let picture):
      guard awaitsCard else { return .none }
      isReadingCard = true
      return .start(.readCard(picture))
    case .cardSeen(let text):
      isReadingCard = false
      return awaitsCard ? .carryOut(.judgeCard(text ?? "")) : .none
    case .judged(let judgement): return take(judgement)
    case .refused(let complaint) where isReadingCard:
      isReadingCard = false
      return .say(Notice(complaint.text, .bad))
    case .refused(let complaint): (stand, scroll) = (.failed(complaint), 0)
    case .progress: if stand == .filling, !isReadingCard { stand = .working }
    default: break
    }
    return .none
  }

  /// A valid card fills its number in; of another it is said what is wrong.
  private mutating func take(_ judgement: Judgement) -> Action {
    guard awaitsCard else { return .none }
    guard judgement.isValid, let roll = judgement.verdict.card?.roll else {
      form.fields[focus].input.clear()
      return .say(Notice(judgement.verdict.sentence, .bad))
    }
    form.fields[focus].input.replace(String(roll))
    return .say(Notice(.cardFilledIn(roll, judgement.voter?.name), .good))
  }

  /// The only file there is, is very likely meant.
  private mutating func offerFirstFile() {
    for index in form.fields.indices {
      guard case .file = form.fields[index].kind, form.fields[index].input.isEmpty, let first = files.first
      else { continue }
      form.fields[index].input.replace(first)
    }
  }
}
