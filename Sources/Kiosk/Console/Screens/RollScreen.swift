import Ballot
import Terminal

/// The roll is taken in: its file, what each column means, what is wrong in it, and then all of it or nothing.
struct RollScreen: Screen {
  enum Stand: Equatable, Sendable {
    case choosing
    case reading
    case columns
    case checking(Work?)
    /// Rows that are refused, so nothing is imported.
    case refused(Complaint)
    case checked([Sentence])
    case importing(Work?)
    case done([Sentence])
    /// The file, or the election, is such that no row was looked at.
    case failed(Complaint, isOfFile: Bool)
  }

  private(set) var stand = Stand.choosing
  private(set) var file = FormField(.rollFile, .file(["xlsx", "xls", "csv"]))
  private(set) var files: [String] = []
  private(set) var table: ColumnTable?
  /// The refused row that is chosen.
  private(set) var focus = 0
  private(set) var scroll = 0
  /// Whether the refused rows are being printed.
  private(set) var isPrinting = false

  var title: Sentence { HomeTask.roll.title }
  var help: [Sentence] { [HomeTask.roll.purpose] + Sentence.rollHelp }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    switch stand {
    case .choosing:
      [
        KeyHint(.enterKey, .readColumns), KeyHint(.upDown, .pickFile), KeyHint("F5", .lookAgain),
        KeyHint("Esc", .back),
      ]
    case .reading, .checking, .importing: [KeyHint("Esc", .stop)]
    case .columns: columnKeys
    case .refused where isPrinting: [KeyHint("Esc", .stop)]
    case .refused:
      [
        KeyHint("F5", .checkAgain), KeyHint("F2", .saveRefused), KeyHint("F3", .printRefused),
        KeyHint(.upDown, .scroll), KeyHint("Esc", .backToColumns),
      ]
    case .checked:
      [KeyHint(.enterKey, .importRoll), KeyHint(.upDown, .scroll), KeyHint("Esc", .backToColumns)]
    case .done: [KeyHint(.enterKey, .goOn), KeyHint(.upDown, .scroll)]
    case .failed: [KeyHint(.enterKey, .again), KeyHint(.upDown, .scroll), KeyHint("Esc", .back)]
    }
  }

  private var columnKeys: [KeyHint] {
    let does: Sentence = table?.draft.faults.isEmpty ?? false ? .checkRoll : .planToFault
    return [
      KeyHint(.enterKey, does), KeyHint(.upDown, .chooseColumn), KeyHint("←→", .changeValue),
      KeyHint(.digitsKey, .fieldByDigit), KeyHint("Esc", .back),
    ]
  }

  mutating func open(_ briefing: Briefing) -> Action { lookForFiles() }

  private func lookForFiles() -> Action {
    guard case .file(let endings) = file.kind else { return .none }
    return .carryOut(.listFiles(endings))
  }

  // MARK: Keys

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch stand {
    case .choosing: return choose(key)
    case .reading, .checking, .importing: return key == .escape ? .cancel : .unknownKey
    case .columns: return assign(key)
    case .refused(let complaint): return look(key, at: complaint)
    case .checked: return key == .enter ? begin(importing: true) : read(key, back: .columns)
    case .done:
      return key == .enter || key == .escape ? .back : read(key, back: .columns)
    case .failed(_, let isOfFile):
      return read(key == .enter ? .escape : key, back: isOfFile ? .choosing : .columns)
    }
  }

  private mutating func choose(_ key: Key) -> Action {
    switch key {
    case .escape: return .back
    case .function(5): return lookForFiles()
    case .enter:
      if let problem = file.problem { return .say(Notice(problem, .bad)) }
      stand = .reading
      return .start(.readColumns(file.input.text))
    case .up, .backTab: return file.take(.left, files: files) ? .none : .unknownKey
    case .down, .tab: return file.take(.right, files: files) ? .none : .unknownKey
    default: return file.take(key, files: files) ? .none : .unknownKey
    }
  }

  private mutating func assign(_ key: Key) -> Action {
    switch key {
    case .escape: stand = .choosing
    case .enter: return checkColumns()
    default: return table?.take(key) ?? false ? .none : .unknownKey
    }
    return .none
  }

  /// Leads to the first fault of the columns, or checks every row.
  private mutating func checkColumns() -> Action {
    guard let draft = table?.draft else { return .unknownKey }
    guard let fault = draft.faults.first else { return begin(importing: false) }
    table?.go(to: fault)
    return .say(Notice(fault.sentence(draft.head), .bad))
  }

  /// What was said of the columns, as options.
  private var mappings: [String] { table?.draft.mappings.map { "--map=\($0.argument)" } ?? [] }

  private mutating func printList() -> Action {
    isPrinting = true
    return .start(.command(["roll", "refused", file.input.text] + mappings + ["--print"]))
  }

  /// The command that a shell would be given.
  private mutating func begin(importing: Bool) -> Action {
    guard table != nil else { return .unknownKey }
    (stand, scroll) = (importing ? .importing(nil) : .checking(nil), 0)
    return .start(
      .command(["roll", "import", file.input.text] + mappings + (importing ? [] : ["--dry-run"])))
  }

  /// Goes through the refused rows.
  private mutating func look(_ key: Key, at complaint: Complaint) -> Action {
    let last = max(0, complaint.faults.count - 1)
    switch key {
    case .escape where isPrinting: return .cancel
    case .function where isPrinting: return .unknownKey
    case .function(2): return .go(.refusedRows(file.input.text, mappings))
    case .function(3): return printList()
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(last, focus + 1)
    case .pageUp: focus = max(0, focus - 10)
    case .pageDown: focus = min(last, focus + 10)
    case .home: focus = 0
    case .end: focus = last
    case .function(5): return begin(importing: false)
    case .escape: (stand, focus) = (.columns, 0)
    default: return .unknownKey
    }
    return .none
  }

  private mutating func read(_ key: Key, back: Stand) -> Action {
    switch key {
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll += 1
    case .pageUp: scroll = max(0, scroll - 10)
    case .pageDown: scroll += 10
    case .escape: (stand, scroll) = (back, 0)
    default: return .unknownKey
    }
    return .none
  }

  // MARK: News

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .files(let found):
      files = found
      if file.input.isEmpty, let first = found.first { file.input.replace(first) }
    case .columns(let head): take(head)
    case .answered(let lines): return answer(lines)
    case .refused(let complaint): return refuse(complaint)
    case .progress(let work): progress(work)
    default: break
    }
    return .none
  }

  /// What was said of the columns holds as long as the headers are the same.
  private mutating func take(_ head: RollTableHead) {
    guard stand == .reading else { return }
    table = ColumnTable(head, after: table)
    stand = .columns
  }

  private mutating func answer(_ lines: [Sentence]) -> Action {
    switch stand {
    case .checking: stand = .checked(lines)
    case .importing: stand = .done(lines)
    case .refused where isPrinting:
      isPrinting = false
      return lines.last.map { .say(Notice($0, .good)) } ?? .none
    default: break
    }
    return .none
  }

  private mutating func refuse(_ complaint: Complaint) -> Action {
    let isOfFile = stand == .reading
    isPrinting = false
    switch stand {
    case .reading, .checking, .importing: break
    default: return .say(Notice(complaint.text, .bad))
    }
    (focus, scroll) = (0, 0)
    if complaint.code == Failure.stopped.code {
      stand = isOfFile ? .choosing : .columns
      return .say(Notice(complaint.text))
    }
    stand =
      complaint.code == "rollRefused" ? .refused(complaint) : .failed(complaint, isOfFile: isOfFile)
    return .none
  }

  private mutating func progress(_ work: Work) {
    switch stand {
    case .checking: stand = .checking(work)
    case .importing: stand = .importing(work)
    default: break
    }
  }
}
