/// A mobile ballot box (流动票箱): whom it visits, who carries it, and where it is (RULES §3).
package struct MobileBox: Sendable, Equatable {
  package enum Place: Sendable, Equatable { case here, out, returned }

  package let box: Int
  package let voters: Set<Int>
  package let scrutineers: [String]
  package let route: String
  /// The number of the anomaly (A17) by which the guidance body was asked; nil where nobody has to be.
  package let anomaly: Int?
  package internal(set) var place = Place.here
}

/// The list of a mobile box as the election committee made it; a later list of a box replaces the earlier one.
package struct MobileBoxListed: Codable, Sendable, Equatable {
  package let box: Int
  package let voters: [Int]
  package let scrutineers: [String]
  package let route: String
  package let anomaly: Int?

  package init(box: Int, voters: [Int], scrutineers: [String], route: String, anomaly: Int? = nil) {
    self.box = box
    self.voters = voters
    self.scrutineers = scrutineers
    self.route = route
    self.anomaly = anomaly
  }
}

/// A mobile box leaves, or comes back.
package struct MobileBoxMoved: Codable, Sendable, Equatable {
  package let box: Int
  package init(box: Int) { self.box = box }
}

/// How many voters a scribe wrote for (代写); never who, never what.
package struct VotersAssisted: Codable, Sendable, Equatable {
  package let station: Int
  package let scribe: String
  package let voters: Int

  package init(station: Int, scribe: String, voters: Int) {
    self.station = station
    self.scribe = scribe
    self.voters = voters
  }
}

/// Why a mobile box is not listed, does not leave, or gives no ballot.
package enum MobileRefusal: Error, Hashable, Sendable {
  case noSuchBox(Int)
  case nobodyListed
  case notOnRoll([Int])
  /// A voter is on the list of another box, or gave a mandate away.
  case elsewhere([Int])
  case tooFewScrutineers(have: Int, need: Int)
  /// Somebody who goes with the box is not a scrutineer of this election.
  case notScrutineers([String])
  /// The guidance body has not approved the list (A17).
  case notApproved(anomaly: Int)
  /// The list (B18) was not posted since it was made.
  case notPosted(box: Int)
  case notHere(box: Int)
  case notOut(box: Int)
  case notListed(roll: Int, box: Int)
  /// Boxes that are still on their way; the polls cannot close.
  case stillOut([Int])
  case notAScribe(String)
  case countOutOfRange(Int)
}
