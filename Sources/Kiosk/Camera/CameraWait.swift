import Ballot
import Foundation
import Scanner

/// What a command sees through the camera, thing by thing, with an end to its patience.
struct CameraWait {
  private let options: CameraOptions
  private let setup: Setup
  private let output: Output

  init(_ options: CameraOptions, _ session: Session) throws {
    self.options = options
    setup = try session.setup()
    output = session.output
  }

  private enum Signal: Sendable {
    case event(CameraFeed.Event)
    case tick
  }

  /// Hands over what lies under the camera until enough was accepted.
  ///
  /// `accept` answers false where it is to be shown again.
  ///
  /// - Throws: `Failure` when the camera cannot be used from the beginning, or nothing comes in time; a camera that
  ///   fails later is waited for.
  func see(_ use: CameraUse, _ accept: (CameraFeed.Event) async throws -> Bool) async throws {
    let (signals, mouth) = AsyncStream.makeStream(of: Signal.self)
    let feed = CameraFeed(try options.place(setup), startsOccupied: false) { mouth.yield(.event($0)) }
    feed.look(for: CameraWish(use: use))
    let clock = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(200))
        mouth.yield(.tick)
      }
    }
    defer {
      clock.cancel()
      feed.end()
    }
    var patience = Patience(seconds: options.seconds, output)
    var left = options.pictures
    for await signal in signals {
      switch signal {
      case .tick: try patience.check()
      case .event(.sight(let sight)): try patience.hear(sight)
      case .event(let seen):
        if try await accept(seen) { left -= 1 } else { feed.refuse() }
        if left == 0 { return }
        patience.restart()
      }
    }
  }

  /// Judges each card that is laid under the camera, once while it lies there.
  ///
  /// Another code, such as that of a bottle, is told and waited over: it belongs to nobody at the desk.
  func cards(_ box: Box, station: Int?, _ accept: (CardVerdict) throws -> Void) async throws {
    try await see(.cards) { event in
      guard case .card(let text) = event else { return false }
      let verdict = try box.verify(text, station: station)
      guard verdict != .notACard else {
        output.complain(verdict.sentence.text(in: output.language))
        return false
      }
      try accept(verdict)
      return true
    }
  }
}

/// How long a command waits, and what it says meanwhile.
private struct Patience {
  private let seconds: Int
  private let output: Output
  private var end: ContinuousClock.Instant
  private var hasWorked = false
  private var fault: VideoFault?
  private var said: Sentence?

  init(seconds: Int, _ output: Output) {
    self.seconds = seconds
    self.output = output
    end = .now + .seconds(seconds)
  }

  mutating func restart() { end = .now + .seconds(seconds) }

  func check() throws {
    if ContinuousClock.now >= end { throw fault?.failure ?? Failure.nothingSeen(seconds) }
  }

  mutating func hear(_ sight: CameraSight) throws {
    fault = sight.fault
    if let fault {
      guard hasWorked else { throw fault.failure }
      return say(fault.sentence)
    }
    guard case .works = sight.state else { return }
    if !hasWorked || said != nil, sight.hint == nil, !sight.isCardUnread { said = nil }
    hasWorked = true
    if sight.isCardUnread { return say(.codeUnreadByCommand) }
    if output.showsBars, let hint = sight.hint { say(hint.sentence) }
  }

  /// Says a thing once.
  private mutating func say(_ sentence: Sentence) {
    guard said != sentence else { return }
    said = sentence
    output.complain(sentence.text(in: output.language))
  }
}
