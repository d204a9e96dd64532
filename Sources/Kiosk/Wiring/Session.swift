import Ballot
import Foundation

/// One run of the program: the global options and what is opened on demand.
final class Session {
  let output: Output
  let home: Home
  /// The language that was asked for; nil when none was.
  let language: Language?
  let now: () -> Instant
  let logins: Logins
  private var opened: Box?
  private var readSetup: Setup?

  init(
    output: Output, home: Home, language: Language? = nil, logins: Logins = Logins(),
    now: @escaping () -> Instant = Box.wallClock
  ) {
    self.output = output
    self.home = home
    self.language = language
    self.logins = logins
    self.now = now
  }

  /// How the box is set up, read once.
  func setup() throws -> Setup {
    let setup = try readSetup ?? home.readSetup()
    readSetup = setup
    return setup
  }

  /// The box in this home, with everybody logged in who gives the command.
  func box() throws -> Box {
    if let opened { return opened }
    let box = try Box(home, now: now)
    try logins.apply(to: box, asking: output.asks)
    opened = box
    return box
  }
}
