import Archive

/// Why a bundle is not taken in.
enum Reason: Hashable, Sendable {
  /// The stored bytes are not those that were sealed; it is to be sent again.
  case damaged(String)
  case tooLarge(limit: Int)
  /// It does not lie under its own community and election.
  case wrongPlace(folder: String)
  case unknownCommunity(String)
  /// None of the community's kiosks sealed it.
  case unknownKey(String)
  /// It was sealed like this, and is no bundle of the known form.
  case malformed(String)
  case tableMissing(String)
  case columnMissing(table: String, column: String)
  case unknownRulePack(String)
  /// Two things in the bundle that must be equal are not.
  case differs(Difference)
  /// The ballots are not in the order of their ids, a line stands twice, or a value is unknown.
  case ballotRow(ballot: String, BallotFault)
  /// What only restricted bundles may hold.
  case personalData(file: String, PersonalData)
  /// An anomaly needs the street's authorisation, and no witness of the street has cosigned the log.
  case cosignatureMissing(anomaly: String)
  case cosignatureUnproven(String)
  /// A decision on an anomaly in the log is not by the street's key.
  case decisionUnproven(anomaly: Int)
  /// A decision is properly signed, by a key that is not enrolled as one of the street's.
  case decisionByUnknownKey(anomaly: Int, key: String)
  /// The log is not the continuation of the one that was received before.
  case logRewritten(size: Int)
  /// Another bundle of this revision was accepted before.
  case revisionTwice(other: Digest)
  /// The restricted bundle does not say which public one it belongs to.
  case publicBundleUnnamed

  /// Two numbers that must be equal.
  struct Difference: Hashable, Sendable {
    enum Quantity: String, Sendable {
      case returned, void, abstentions, valid, votes, against, abstain, nobody, voidSections
      case denominator, need, elected, turnoutNeed, validity, rule, candidateName, seats, rollSize
      /// Owners counted by head and by area; whether a matter was carried; an owner's slip.
      case owners, carried, slip
    }

    let quantity: Quantity
    /// The page, post or line it is about.
    let place: String
    let stated: String
    let found: String
  }

  /// What is wrong with rows of the table of ballots.
  enum BallotFault: String, Sendable {
    case order, lineTwice, unknownValue, unknownPost, tooManyLines
    /// It counts as a vote and may not, or does not and must.
    case counted
    /// The machine alone decided a doubtful mark.
    case undecided
    /// What people did not decide says something else than the reading.
    case verdict
  }

  /// Something that may not be public.
  enum PersonalData: String, Sendable {
    case identityNumber, telephone, card, picture, table, person
  }
}
