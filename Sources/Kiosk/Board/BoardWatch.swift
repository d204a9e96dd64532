import Ballot

/// What the board shows from look to look: the last that could be read, and when that is no longer the present.
struct BoardWatch: Equatable, Sendable {
  private(set) var board = Board(community: "", term: 0, body: "", scene: .waiting(.noElection))
  /// When the home was read last; nil before that was possible.
  private var read: Instant?

  /// While another process writes, the home may be unreadable for a moment: nobody is told for so many seconds.
  static let patience = 20

  init() {}

  mutating func take(_ board: Board, at now: Instant) { (self.board, read) = (board, now) }

  /// The home could not be read.
  mutating func miss(_ reason: Sentence, at now: Instant) {
    guard let read else {
      board.scene = .waiting(.unreadable(reason))
      return
    }
    // A clock set back counts as long ago.
    if now < read || now.seconds - read.seconds >= BoardWatch.patience { board.asOf = read }
  }
}
