package import Ballot

/// Why a picture is not read.
package enum Rejection: Error, Hashable, Sendable {
  case notAnImage(ImageError)
  case noBallotFound
  /// Corners of a ballot were seen, but not all four: it leaves the picture, or something lies on it.
  case cutOff(cornersSeen: Int)
  /// The picture is too blurred to find print in it.
  case blurred
  /// The sheet is too small in the picture; ten pixels a millimetre are good, two are needed.
  case tooSmall(pixelsPerMillimetre: Double)
  case severalSheets
  case unreadableCode
  /// A ballot, but of another kind or another election.
  case otherBallot(BallotType)
  case otherBatch(BatchCode)
  /// A page that this ballot type does not have.
  case otherPage(Int)
  /// So many printed boxes are hidden, torn off or bent away that the sheet cannot be read.
  case boxesHidden(count: Int, of: Int)

  /// The reason's name in machine-readable output.
  package var code: String {
    switch self {
    case .notAnImage: "notAnImage"
    case .noBallotFound: "noBallotFound"
    case .cutOff: "cutOff"
    case .blurred: "blurred"
    case .tooSmall: "tooSmall"
    case .severalSheets: "severalSheets"
    case .unreadableCode: "unreadableCode"
    case .otherBallot: "otherBallot"
    case .otherBatch: "wrongBatch"
    case .otherPage: "otherPage"
    case .boxesHidden: "partlyCovered"
    }
  }
}

extension Rejection: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnImage(let error): error.description
    case .noBallotFound: "No ballot was found in the picture."
    case .cutOff(let count): "Only \(count) of the ballot's four corner marks are in sight."
    case .blurred: "The picture is too blurred."
    case .tooSmall: "The ballot is too small in the picture; come closer."
    case .severalSheets: "More than one sheet lies in the picture."
    case .unreadableCode: "The code in the ballot's corner cannot be read."
    case .otherBallot(let type): "This is a ballot of another kind or election: \(type.rawValue)."
    case .otherBatch(let batch): "This ballot was printed in another batch: \(batch.rawValue)."
    case .otherPage(let page): "This ballot has no page \(page)."
    case .boxesHidden(let count, let all): "\(count) of \(all) mark boxes cannot be seen."
    }
  }
}
