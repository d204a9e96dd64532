import Ballot
import Foundation

/// One run of the program: the global options and what is opened on demand.
final class Session {
  let output: Output
  let home: Home
  let now: () -> Instant
  private var opened: Box?

  init(output: Output, home: Home, now: @escaping () -> Instant = Box.wallClock) {
    self.output = output
    self.home = home
    self.now = now
  }

  /// The box in this home.
  func box() throws -> Box {
    if let opened { return opened }
    let box = try Box(home, now: now)
    opened = box
    return box
  }
}
