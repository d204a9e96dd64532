import Archive
import Ballot
import Foundation
import Scanner

/// Does long work away from the screen, with a box of its own, as another process would.
actor Backroom {
  private let home: Home
  private let language: Language
  private let mailbox: Mailbox
  private let now: @Sendable () -> Instant
  private var opened: Box?
  /// Those for whom the job is done.
  private var actors: [StaffID] = []
  private var tables: [CountPass: CountRoom] = [:]
  private let cards = CardReader()

  init(_ home: Home, _ language: Language, _ mailbox: Mailbox, now: @escaping @Sendable () -> Instant) {
    self.home = home
    self.language = language
    self.mailbox = mailbox
    self.now = now
  }

  /// Does a job and tells the screen what came of it.
  func carryOut(_ job: Job, for actors: [StaffID]) async {
    self.actors = actors
    do {
      mailbox.put(.news(try await news(of: job)))
    } catch is CancellationError {
      mailbox.put(.news(.refused(Complaint(.stopped))))
    } catch {
      mailbox.put(.news(.refused(Complaint(Failure(error)))))
    }
  }

  private func news(of job: Job) async throws -> News {
    switch job {
    case .command(let words): return .answered(try await run([words]))
    case .commands(let commands): return .answered(try await run(commands))
    case .createByFields(let id, let yaml): return .answered(try await create(id, yaml))
    case .logIn(let name, let secret): return logIn(name, secret)
    case .lookAtKeys: return .keyLock(KeyLock(home))
    case .openKeys(let typed): return openKeys(typed)
    case .readColumns(let file): return .columns(try RollTableHead(file: file))
    case .enrol(let name, let role, let typed): return .answered(try enrol(name, role, typed))
    case .preview(let kind, let page): return .paper(try PaperPreview(box()).page(page, of: kind))
    case .showRequest(let number): return .request(try RequestSight(box(), number))
    case .readCard(let file): return .cardSeen(try cards.text(in: file))
    case .readSheet(let file, let pass): return .sheetRead(try room(pass).read(file))
    case .readDistinct(let file, let pass): return .sheetRead(try room(pass).read(file, isDistinct: true))
    case .listPending(let pass): return .pending(try room(pass).pending(), kept: try room(pass).kept)
    case .showSheet(let id, let line, let pass): return .sheetRead(try room(pass).show(id, at: line))
    case .decide(let id, let decision, let pass):
      try room(pass).decide(id, decision)
      return .decided
    case .voidSheet(let id, let ground, let deciders, let pass):
      try room(pass).void(id, ground, deciders)
      return .decided
    case .checkIdentities: return .identities(try room(.first).identities())
    case .compareRecount: return .compared(try ComparisonSight(box()))
    }
  }

  /// The counting table of a reading, set once for a round.
  private func room(_ pass: CountPass) throws -> CountRoom {
    let box = try box()
    if let table = tables[pass], try table.isSet(for: box.election(), pass) { return table }
    let set = try CountRoom(box, pass)
    tables[pass] = set
    return set
  }

  private func box() throws -> Box {
    let box = try opened ?? Box(home, now: now)
    opened = box
    try box.refresh()
    box.actors = actors
    return box
  }

  private func logIn(_ name: String, _ secret: StaffSecret) -> News {
    do {
      let box = try box()
      let login = try box.beginLogin(name)
      let sticks = FileSearch.files([]).map { StaffStick(directory: URL(filePath: $0)) }
      let matched = try login.matches(secret) || sticks.contains { try login.matches(secret, stick: $0) }
      return .loggedIn(try box.conclude(login, matched: matched).id)
    } catch {
      return .loginRefused(Complaint(Failure(error)))
    }
  }

  private func openKeys(_ typed: RecoverySecret) -> News {
    do {
      return .keysOpened(try box().unlockKeys(typed))
    } catch {
      return .keysRefused(Complaint(Failure(error)))
    }
  }

  private func enrol(_ name: String, _ role: StaffRole, _ typed: String) throws -> [Sentence] {
    let box = try box()
    try box.requiring(.staffing)
    do {
      let secret = try StaffSecret(new: typed)
      try box.enrol(name, role, Credential(secret: secret, cost: box.credentialCost))
    } catch let refusal as StaffRefusal {
      throw Failure(refusal)
    }
    return [Sentence.enrolled(name, role)]
  }

  /// Keeps a plan as a file and creates the election by it; what was filled in has then done its service.
  private func create(_ id: String, _ yaml: String) async throws -> [Sentence] {
    let shelf = PlanShelf(home)
    let said = try await run([["election", "create", try shelf.put(yaml, id)]])
    shelf.dropDraft()
    return said
  }

  /// Runs command lines one after the other, exactly as the command line would.
  private func run(_ commands: [[String]]) async throws -> [Sentence] {
    let said = Lines()
    let mailbox = mailbox
    let language = language
    let sink = Output.Sink(
      out: { said.add($0) },
      err: { mailbox.put(.news(.progress(Work(title: Sentence(zh: $0, en: $0), done: 0, total: 0)))) },
      progress: { title, done, total in
        mailbox.put(.news(.progress(Work(title: title, done: done, total: total))))
      })
    let session = Session(
      output: Output(format: .text, language: language, sink: sink), home: home, now: now)
    try session.box().actors = actors
    for words in commands {
      if let answer = try await Root.command(words).perform(session) { session.output.write(answer) }
    }
    return said.all.map { Sentence(zh: $0, en: $0) }
  }
}

extension Failure {
  static let stopped = Failure.refused(
    "stopped", zh: "已经停止，没有登记。", en: "It was stopped; nothing was recorded.")
}
