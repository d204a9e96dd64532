import Ballot
import Scanner
import Terminal
import Typing

/// The count: a sheet under the camera, its reading for all to see, and two scrutineers for what is doubtful.
struct CountScreen: Screen {
  /// Which of the two readings this is.
  let pass: CountPass
  private(set) var sight: SheetSight?
  /// Sheets kept so far, as far as this screen has heard.
  private(set) var read = 0
  /// The marks that wait, those of the sheet on the table first.
  private(set) var queue: [PendingMark] = []
  private(set) var table: Deciding?
  private(set) var isReading = false
  private(set) var isKeeping = false
  /// Which scrutineers of the plan sit left and right.
  private(set) var seats = (left: 0, right: 1)
  /// The line under the bar, while one of the sheet on the table is chosen to be decided anew.
  var picking: Int?
  /// The sheet that is being taken out of the count.
  var voiding: Voiding?

  init(pass: CountPass = .first) { self.pass = pass }

  var title: Sentence { pass == .first ? .countTitle : .secondReadingTitle }
  var help: [Sentence] { Sentence.countHelp }

  var typing: ChineseInput.Field? { voiding == nil && table?.isSearching == true ? .name : nil }

  func camera(_ briefing: Briefing) -> CameraWish? {
    guard briefing.isCounting else { return nil }
    return CameraWish(use: .sheets, isHeld: table != nil || voiding != nil || isReading || isKeeping)
  }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    if voiding != nil { return voidingKeys }
    if picking != nil { return pickingKeys }
    guard let table else { return waitingKeys }
    if table.isSearching {
      return [
        KeyHint(.nameKey, .findPerson), KeyHint(.upDown, .choose), KeyHint(.enterKey, .thisPerson),
        KeyHint("F2", .nobodyWritten), KeyHint("Tab", .later),
      ]
    }
    var hints = [KeyHint("A S D F", .leftDecides), KeyHint("J K L ;", .rightDecides)]
    if table.mark.isWriteIn { hints.append(KeyHint("F3", .searchAgain)) }
    return hints + [KeyHint("F7", .voidWhole), KeyHint("Tab", .later), KeyHint("Esc", .takeBack)]
  }

  private var waitingKeys: [KeyHint] {
    var hints = [KeyHint("F5", .checkNumbers)]
    if case .alike = sight?.outcome { hints.insert(KeyHint("F8", .countDistinct), at: 0) }
    if sheetOnTable != nil { hints.append(KeyHint("F7", .voidWhole)) }
    if isPickable { hints.append(KeyHint("F2", .decideAnew)) }
    if !queue.isEmpty { hints.insert(KeyHint("F4", .decideWaiting), at: 0) }
    return hints + [KeyHint("F6", .otherScrutineers), KeyHint("Esc", .back)]
  }

  mutating func open(_ briefing: Briefing) -> Action { .start(.listPending(pass)) }

  // MARK: Keys

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    if voiding != nil { return handleVoiding(key, briefing) }
    if picking != nil { return handlePicking(key) }
    if key == .function(7), !isKeeping, let sheet = sheetOnTable {
      voiding = Voiding(sheet)
      return .none
    }
    guard table != nil else { return wait(key, briefing) }
    return table?.isSearching == true ? search(key) : decide(key, briefing)
  }

  private mutating func wait(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape: return .back
    case .function(2) where isPickable:
      picking = 0
      return .none
    case .function(4): return queue.isEmpty ? .unknownKey : next()
    case .function(5): return .go(.identities)
    case .function(8):
      guard case .alike(let file) = sight?.outcome else { return .unknownKey }
      return .ask(Confirmation(text: .distinctQuestion, then: .start(.readDistinct(file, pass))))
    case .function(6):
      let people = briefing.scrutineers.count
      guard people > 2 else { return .unknownKey }
      seats = (seats.right, (seats.right + 1) % people)
      return .none
    default: return .unknownKey
    }
  }

  /// Puts a line of the sheet on the table to be decided anew, however clear its reading.
  mutating func decideAnew(_ mark: PendingMark) -> Action {
    (picking, table) = (nil, Deciding(mark))
    return .start(.showSheet(mark.sheet, mark.line, pass))
  }

  private mutating func search(_ key: Key) -> Action {
    switch key {
    case .up: table?.move(-1)
    case .down: table?.move(1)
    case .enter: return table?.pick() == true ? .none : .say(Notice(.nobodyFound, .bad))
    case .function(2): table?.nobody()
    case .tab: return putOff()
    case .escape: return .say(Notice(.decideOrLater))
    default:
      guard table?.type(key) == true, let text = table?.search.text else { return .unknownKey }
      guard !text.isEmpty else {
        table?.show([])
        return .none
      }
      return .carryOut(.search(text, most: CountScreen.mostFound))
    }
    return .none
  }

  /// More names than these nobody looks through.
  private static let mostFound = 6

  private mutating func decide(_ key: Key, _ briefing: Briefing) -> Action {
    guard !isKeeping else { return .unknownKey }
    switch key {
    case .character(let character):
      guard table?.take(character) == true else { return .unknownKey }
      return agreed(briefing)
    case .function(3) where table?.mark.isWriteIn == true: table?.searchAgain()
    case .tab: return putOff()
    case .escape: table?.clear()
    default: return .unknownKey
    }
    return .none
  }

  private mutating func agreed(_ briefing: Briefing) -> Action {
    guard let table else { return .none }
    if table.differ { return .say(Notice(.scrutineersDiffer, .bad)) }
    let people = briefing.scrutineers
    guard let finding = table.agreed else { return .none }
    guard people.indices.contains(seats.left), people.indices.contains(seats.right) else {
      return .say(Notice(.twoScrutineersNeeded, .bad))
    }
    isKeeping = true
    return .start(
      .decide(
        table.mark.sheet,
        LineDecision(
          line: table.mark.line, finding: finding, deciders: [people[seats.left], people[seats.right]]),
        pass))
  }

  /// Leaves a mark for later, or for the committee.
  private mutating func putOff() -> Action {
    guard let table else { return .none }
    self.table = nil
    // A line that was only to be decided anew does not wait for anybody.
    guard let place = queue.firstIndex(where: { $0.isSame(as: table.mark) }) else {
      return .say(Notice(.nothingDone))
    }
    queue.remove(at: place)
    queue.append(table.mark)
    return .say(Notice(.leftForLater))
  }

  /// Puts the next waiting mark on the table; one without a picture is fetched first.
  private mutating func next() -> Action {
    guard let first = queue.first else { return .none }
    table = Deciding(first)
    return first.zoom == nil ? .start(.showSheet(first.sheet, first.line, pass)) : .none
  }

  // MARK: News

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .picture(let file):
      isReading = true
      return .start(.readSheet(file, pass))
    case .sheetRead(let sight): return take(sight)
    case .pending(let marks, let kept):
      read = max(read, kept)
      merge(marks)
    case .decided: return settled()
    case .found(let people): table?.show(people)
    case .refused(let complaint):
      (isReading, isKeeping) = (false, false)
      table?.clear()
      voiding?.clear()
      if complaint.code == Failure.voidAlready.code { voiding = nil }
      return .say(Notice(complaint.text, .bad))
    default: break
    }
    return .none
  }

  private mutating func take(_ sight: SheetSight) -> Action {
    isReading = false
    read = max(read, sight.kept)
    if case .recalled = sight.outcome {
      self.sight = sight
      if let shown = sight.pending.first, table?.mark.isSame(as: shown) == true { table?.mark = shown }
      return .none
    }
    queue.insert(contentsOf: sight.pending, at: table == nil ? 0 : queue.count)
    guard table == nil, voiding == nil else { return .say(Notice(.anotherWasRead)) }
    (self.sight, picking) = (sight, nil)
    return sight.pending.isEmpty ? .none : next()
  }

  private mutating func merge(_ marks: [PendingMark]) {
    for mark in marks where !queue.contains(where: { $0.isSame(as: mark) }) { queue.append(mark) }
  }

  /// A decision is kept: on to the sheet's next mark; marks left from before wait to be asked for.
  private mutating func settled() -> Action {
    isKeeping = false
    if let voided = voiding?.sheet {
      queue.removeAll { $0.sheet == voided }
      (voiding, table, sight) = (nil, nil, nil)
      return .say(Notice(.sheetVoided, .good))
    }
    guard let done = table?.mark else { return .none }
    queue.removeAll { $0.isSame(as: done) }
    table = nil
    guard let first = queue.first, first.sheet == done.sheet else {
      return .say(Notice(queue.isEmpty ? .allDecided : .decidedNext(queue.count), .good))
    }
    return next()
  }
}
