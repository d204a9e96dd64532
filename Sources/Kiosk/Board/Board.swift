import Ballot

/// What the public screen shows: nothing that is not said aloud in the room.
///
/// No voter, no card, no number of a roll, no id of a sheet. Names are those of candidates, and of people written in
/// once the scrutineers have said who is meant, as the caller calls them.
struct Board: Equatable, Sendable {
  var community: String
  var term: Int
  /// The committee that is elected, `村民委员会`.
  var body: String
  var scene: Scene
  /// When this was so, where nothing newer can be read; nil while it is fresh.
  var asOf: Instant?

  enum Scene: Equatable, Sendable {
    /// Nothing to show yet.
    case waiting(Wait)
    case voting(Turnout)
    case counting(Count)
    case result(Result)
  }

  enum Wait: Equatable, Sendable {
    case noElection
    /// There is nothing where the home should be.
    case noHome(String)
    /// The home cannot be read: why, and what to do.
    case unreadable(Sentence)
    case beforePoll(day: Day, hours: Hours, places: [String])
    /// Owners write on slips that are entered by hand: there is no count to follow here.
    case slips
    /// The polls are closed and the boxes are not opened yet.
    case beforeCount(issued: Int, voters: Int)
  }

  /// The count as it stands.
  struct Count: Equatable, Sendable {
    /// Sheets of each box as counted by hand.
    let boxes: [Int]
    let read: Int
    /// Marks that wait for the scrutineers.
    let pending: Int
    let current: Sheet?
    let posts: [Post]

    /// The sheet on the table.
    struct Sheet: Equatable, Sendable {
      let page: Int
      let lines: [Line]
    }

    struct Line: Equatable, Sendable {
      let post: String
      /// The printed name; nil for a write-in row.
      let name: String?
      let mark: Mark
      let needsDecision: Bool
    }

    struct Post: Equatable, Sendable {
      let title: String
      let seats: Int
      let persons: [Person]
    }

    /// Somebody with votes for, from the sheets on which nothing waits for a decision.
    struct Person: Equatable, Sendable {
      let name: String
      let votes: Int
      let isWriteIn: Bool
    }
  }

  struct Result: Equatable, Sendable {
    let isValid: Bool
    let voters: Int
    let issued: Int
    let returned: Int
    let valid: Int
    let void: Int
    let abstentions: Int
    let posts: [Post]
    /// The signed result as it stands on the bulletin; nil before the bulletin is out.
    let note: String?

    struct Post: Equatable, Sendable {
      let title: String
      let seats: Int
      let need: Int
      let vacant: Int
      let persons: [Person]
    }

    struct Person: Equatable, Sendable {
      let name: String
      let votes: Int
      let isElected: Bool
      let isTied: Bool
    }
  }
}
