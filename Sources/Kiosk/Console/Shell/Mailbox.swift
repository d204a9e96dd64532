import Synchronization
import Terminal

/// What the background tells the screen; putting something in wakes the terminal.
final class Mailbox: Sendable {
  enum Mail: Sendable {
    case news(News)
    case devices(Briefing.Devices)
    case camera(CameraFeed.Event)
  }

  private let mail = Mutex<[Mail]>([])

  func put(_ item: Mail) {
    mail.withLock { $0.append(item) }
    Terminal.wake()
  }

  /// Everything that has come, in its order.
  func empty() -> [Mail] {
    mail.withLock { mail in
      defer { mail = [] }
      return mail
    }
  }
}
