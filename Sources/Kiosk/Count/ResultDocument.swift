import Archive
import Ballot
import Foundation

/// The result of a vote as it is kept, printed and published: every number and every reason.
struct ResultDocument: Codable, Equatable {
  struct Person: Codable, Equatable {
    let person: String
    let name: String
    let votes: Int
    /// The votes against the threshold, with rule, base and source; nil in results of older programs.
    var check: RuleCheck?
    /// In owners' votes: the area of those who agree against its threshold.
    var areaCheck: RuleCheck?
    /// Against and abstain on the printed line; nil for a write-in.
    let against: Int?
    let abstain: Int?
    let void: Int?
    let writeIn: Bool
    let elected: Bool
  }

  /// Somebody over the threshold who is not in all the same.
  struct PassedOver: Codable, Equatable {
    let person: String
    /// `unfit`, `nearRelative`, `womanFirst` or `seatReserved`.
    let reason: String
    /// The relative or the woman who comes before; nil for other reasons.
    let other: String?
    /// Why unfit, by the names of docs/formats/events.md; restricted, and left out of what is published.
    let grounds: [String]?
  }

  struct PostResult: Codable, Equatable {
    let post: String
    let title: String
    let seats: Int
    let threshold: String
    let base: Int
    let need: Int
    let persons: [Person]
    let elected: [String]
    let tied: [String]
    let tiedSeats: Int
    let vacant: Int
    let runoff: [String]
    let voidSections: Int
    let nobody: Int
    /// Seats kept for women, and who stands for them (A10); nil in results of older programs, as below.
    var reservedForWomen: Int?
    var womenRunoff: [String]?
    var passedOver: [PassedOver]?
    /// Whether a question was carried; nil for a post.
    var carried: Bool?
  }

  /// What the engine saw, and the post that it concerns.
  struct Anomaly: Codable, Equatable {
    let code: String
    let post: String?
  }

  struct Page: Codable, Equatable {
    let page: Int
    let returned: Int
    let valid: Int
    let abstentions: Int
    let void: Int
    let voids: [String: Int]
    /// `valid`, `moreReturnedThanIssued` or `turnoutNotReached`.
    let validity: String
    let anomaly: String?
    let turnoutNeed: Int
    let posts: [PostResult]
    /// Returned against issued, then turnout; nil in results of older programs.
    var checks: [RuleCheck]?
    /// The women that the body still lacks.
    var womenLacking: Int?
    var anomalies: [Anomaly]?
  }

  struct Check: Codable, Equatable {
    let id: String
    let holds: Bool
    let numbers: String
  }

  let election: String
  let communityCode: String
  let pack: String
  let packDigest: String
  let rollDigest: String
  let quantities: Quantities
  let pages: [Page]
  let identities: [Check]
  let decided: Int
  /// From 2 on, and what kind of vote; both absent for a first vote.
  var round: Int?
  var vote: VoteKind?

  var json: String { JSON(encoding: self).canonical }
  var posts: [PostResult] { pages.flatMap(\.posts) }
  var isValid: Bool { pages.allSatisfy { $0.validity == "valid" } }
}
