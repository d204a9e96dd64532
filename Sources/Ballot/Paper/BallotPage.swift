/// What a printed ballot consists of, before anybody decides where it stands on the paper.
package struct BallotSpecification: Sendable, Equatable {
  /// One post and the names printed for it, in their declared order.
  package struct Post: Sendable, Equatable {
    package let id: PostID
    /// The section's heading, as printed: `主任候选人（应选 1 名）`.
    package let heading: String
    package let seats: Int
    package let candidates: [String]
    /// Whether it asks a question: three answers stand where names and write-in rows would.
    package let asks: Bool

    /// Rows for other people's names: one a seat, none in a re-vote.
    package let writeIns: Int

    package init(
      id: PostID, heading: String, seats: Int, candidates: [String], writeIns: Int? = nil, asks: Bool = false
    ) {
      self.id = id
      self.heading = heading
      self.seats = seats
      self.candidates = candidates
      self.writeIns = writeIns ?? seats
      self.asks = asks
    }

    /// How many rows it takes.
    var rows: Int { asks ? Question.Answer.allCases.count : candidates.count + writeIns }
  }

  package let type: BallotType
  package let batch: BatchCode
  package let title: String
  package let subtitle: String
  package let posts: [Post]
  /// How to mark the ballot, one sentence a line.
  package let instructions: [String]
  /// Who issues it and when, printed at the place of the seal.
  package let issuer: String
  package let date: String

  package init(
    type: BallotType, batch: BatchCode, title: String, subtitle: String, posts: [Post],
    instructions: [String], issuer: String, date: String
  ) {
    self.type = type
    self.batch = batch
    self.title = title
    self.subtitle = subtitle
    self.posts = posts
    self.instructions = instructions
    self.issuer = issuer
    self.date = date
  }
}

/// One line that a voter may mark.
package struct BallotLine: Sendable, Equatable {
  /// Whether the name is printed, written in by the voter, or an answer to a question.
  package enum Kind: String, Sendable, Codable { case candidate, writeIn, answer }

  package let id: LineID
  package let post: PostID
  package let kind: Kind
  /// The printed name or answer; nil for a write-in row.
  package let name: String?
  /// The whole row with its frame.
  package let row: Rect
  /// The mark box: the outer edge of its printed frame.
  package let box: Rect
  /// Where the printed name stands, or where the voter writes one.
  package let nameBox: Rect
}

/// A post's part of a page.
package struct BallotSection: Sendable, Equatable {
  package let post: PostID
  package let heading: String
  package let headingArea: Rect
  package let lines: [BallotLine]
}

/// One printed side of a ballot: where everything stands, in millimetres.
///
/// The printer draws it and the scanner reads against it; there is no second description of the paper.
package struct BallotPage: Sendable, Equatable {
  package let page: Int
  package let pageCount: Int
  package let width: Double
  package let height: Double
  /// Centres of the four bull's-eye fiducials: top left, top right, bottom right, bottom left.
  package let fiducials: [Point]
  /// The code symbol's outer edge, without quiet zone.
  package let code: Rect
  /// What the code symbol says.
  package let codeText: String
  package let titleArea: Rect
  package let instructionArea: Rect
  package let sealArea: Rect
  package let sections: [BallotSection]

  package var lines: [BallotLine] { sections.flatMap(\.lines) }
}

/// The bull's-eye printed in each corner: a black disc, a white ring and a black ring.
///
/// A line through its centre crosses black, white, black, white, black in the ratio 1 : 1 : 3 : 1 : 1 at any
/// rotation, which is what the reader searches for.
package enum Fiducial {
  /// Radius of the inner black disc, millimetres.
  package static let disc = 1.8
  /// Inner radius of the black ring.
  package static let ringInner = 3.0
  /// Outer radius of the black ring.
  package static let ringOuter = 4.2
  /// Nothing else is printed within this radius.
  package static let quiet = 6.0
}

/// Line widths that the printer draws and the reader expects.
package enum Stroke {
  /// Frame of a mark box, millimetres; the frame lies inside the box's outer edge.
  package static let box = 0.35
  /// Frame of a row.
  package static let row = 0.18
}
