import Ballot
import Foundation
import Scanner
import Terminal
import Typing

/// The console on a real terminal: hands keys, pictures and news to the screens and does what they ask for.
final class ConsoleShell {
  /// Where the console stands and what it listens to.
  struct Setting {
    var place = Place.home
    var station: Int?
    var desk = 1
    /// Where the camera's pictures come from.
    var camera = CameraPlace.first
    /// After so many seconds without a key the screen locks.
    var idleSeconds = Console.idleSeconds
    /// How the box is set up.
    var setup = Setup()
    /// What is wrong with how the box is set up.
    var complaint: Sentence?
  }

  private let terminal: Terminal
  private let desk: ConsoleDesk
  private let look: Look
  private let setting: Setting
  private let folder: CameraFolder?
  private let live: CameraFeed?
  private let mailbox = Mailbox()
  private let now: () -> Instant
  private var console: Console
  private var briefedSize = -1
  private var briefing: Briefing
  /// What is to be done because time has passed.
  private var due: [Console.Effect] = []
  /// Work for the backroom, and tries to log in, which must not wait behind it.
  private let (jobs, feed) = AsyncStream.makeStream(of: Order.self)
  private let (tries, door) = AsyncStream.makeStream(of: Order.self)
  private let work = WorkInHand()

  init(_ box: Box, _ language: Language, _ setting: Setting) throws {
    terminal = try Terminal()
    now = box.now
    desk = ConsoleDesk(box, station: setting.station, desk: setting.desk)
    look = Look(language, letters: Letters.stencil)
    self.setting = setting
    let mailbox = mailbox
    if case .folder(let path) = setting.camera {
      (folder, live) = (CameraFolder(path), nil)
    } else {
      folder = nil
      live = CameraFeed(setting.camera, startsOccupied: true) { mailbox.put(.camera($0)) }
    }
    briefing = Briefing(now: box.now())
    briefing.station = setting.station
    briefing.desk = setting.desk
    briefing.setup = setting.setup
    if live == nil { briefing.devices.camera = folder == nil ? .fails : .works }
    briefing.staff = box.state.staff
    briefing.anomaliesLock = box.state.anomaliesLock
    briefing.take(box.state.election)
    let desk = desk
    console = Console(briefing, at: setting.place, idle: setting.idleSeconds) { field in
      ChineseInput(engine: RimeEngine() ?? TableEngine(), phrases: desk.phrases(), field: field)
    }
    if let complaint = setting.complaint { console.say(Notice(complaint, .bad)) }
  }

  /// A job with those for whom it is done.
  private struct Order: Sendable {
    let job: Job
    let actors: [StaffID]
  }

  /// Runs until somebody leaves or the terminal goes away.
  func run() async {
    let backroom = Backroom(desk.box.home, look.language, mailbox, now: Box.wallClock)
    let porter = Backroom(desk.box.home, look.language, mailbox, now: Box.wallClock)
    let (jobs, tries, work, mailbox, home) = (jobs, tries, work, mailbox, desk.box.home)
    let watched = live == nil ? nil : setting.camera
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await order in jobs { await work.carryOut(order.job, for: order.actors, in: backroom) }
      }
      group.addTask { for await order in tries { await porter.carryOut(order.job, for: order.actors) } }
      group.addTask { await DeviceWatch(home, camera: watched).run(mailbox) }
      door.yield(Order(job: .lookAtKeys, actors: []))
      loop()
      feed.finish()
      door.finish()
      work.cancel()
      live?.end()
      group.cancelAll()
    }
    terminal.leave()
  }

  /// A clock that shows minutes need not be looked at more often.
  private static let tick: Int32 = 1000

  private func loop() {
    var isRunning = follow(console.begin())
    while isRunning {
      let wish = console.cameraWish
      live?.look(for: wish)
      if wish == nil { briefing.camera = nil }
      terminal.show(console.draw(terminal.size, look))
      switch terminal.next(within: ConsoleShell.tick, also: folder.map { [$0.descriptor] } ?? []) {
      case .key(.control("l")): terminal.forget()
      case .key(let key): isRunning = follow(console.handle(key))
      case .lost: return
      case .resized, .attributes, .wakened: break
      }
      isRunning = isRunning && takePictures() && takeMail()
      refresh()
      while isRunning, !due.isEmpty { isRunning = follow(due.removeFirst()) }
    }
  }

  private func takePictures() -> Bool {
    (folder?.arrivals() ?? []).allSatisfy { follow(console.hear(.picture(TakenPicture(file: $0)))) }
  }

  /// Hands on what the camera tells, if a screen still wants it.
  private func take(_ event: CameraFeed.Event) -> Bool {
    switch event {
    case .sight(var sight):
      if !terminal.showsPictures { sight.preview = nil }
      briefing.camera = sight
      briefing.devices.camera = sight.health ?? briefing.devices.camera
      return true
    case .card(let text):
      guard let wish = console.cameraWish, wish.use == .cards, !wish.isHeld else { return true }
      return follow(console.hear(.cardSeen(text)))
    case .sheet(let picture):
      guard let wish = console.cameraWish, wish.use == .sheets, !wish.isHeld else {
        // Somebody pressed a key at this very moment: the sheet is not lost, it is to be laid again.
        live?.refuse()
        return true
      }
      return follow(console.hear(.picture(picture)))
    }
  }

  private func takeMail() -> Bool {
    mailbox.empty().allSatisfy { mail in
      switch mail {
      case .news(let news):
        // What the background has written is known before the screen is told.
        refresh()
        heed(news)
        return follow(console.hear(news))
      case .devices(var devices):
        if live == nil || briefing.camera != nil { devices.camera = briefing.devices.camera }
        briefing.devices = devices
        return true
      case .camera(let event): return take(event)
      }
    }
  }

  /// What news means for the box besides its screens.
  private func heed(_ news: News) {
    if case .answered = news { lookAround() }
    if case .keysOpened = news { briefing.keyLock = nil }
    if case .keyLock(let lock) = news { briefing.keyLock = lock }
    if case .refused(let complaint) = news, complaint.isOfLockedKeys {
      door.yield(Order(job: .lookAtKeys, actors: []))
    }
    if news.isRefusedSheet { live?.refuse() }
  }

  /// What a command may have changed outside the journal.
  private func lookAround() {
    briefing.unsent = desk.unsent
    briefing.setup = (try? desk.box.home.readSetup()) ?? briefing.setup
  }

  /// Does what the screens ask for, and what they then ask for; false to leave.
  private func follow(_ effect: Console.Effect?) -> Bool {
    var next = effect
    while let effect = next {
      switch effect {
      case .leave: return false
      case .cancel:
        work.cancel()
        next = nil
      case .start(let job):
        let order = Order(job: job, actors: console.present)
        if job.mustNotWait { door.yield(order) } else { feed.yield(order) }
        next = nil
      case .carryOut(let deed):
        desk.box.actors = console.present
        let news = desk.carryOut(deed)
        refresh()
        next = console.hear(news)
      }
    }
    return true
  }

  /// Tells the screens how the election stands; what follows from that, such as a lock, is then due.
  private func refresh() {
    do {
      try desk.box.refresh()
      briefing.fault = nil
    } catch {
      briefing.fault = Failure(error).sentence
    }
    briefing.now = now()
    if desk.box.state.size != briefedSize {
      briefedSize = desk.box.state.size
      briefing.unsent = desk.unsent
      briefing.openVotes = desk.openVotes
      briefing.staff = desk.box.state.staff
      briefing.anomaliesLock = desk.box.state.anomaliesLock
      briefing.take(desk.box.state.election)
    }
    if let effect = console.take(briefing) { due.append(effect) }
  }
}
