import Ballot

/// The card that a command judges: in a picture, by its number, or as it is laid under the camera.
struct CardAsked {
  let image: String?
  let roll: Int?
  let camera: CameraOptions
  var station: Int?

  /// Hands the verdict over, and with the camera as many as are asked for; another code there is told and waited over.
  ///
  /// - Throws: `Failure` of `usage` where none or several of the three are given.
  func judge(
    _ box: Box, _ session: Session, usage: String, _ accept: (CardVerdict) throws -> Void
  ) async throws {
    guard camera.camera ? image == nil && roll == nil : image != nil || roll != nil else {
      throw Failure.usage(usage)
    }
    if let roll {
      try accept(box.verify(rollNumber: roll, station: station))
    } else if let image {
      try accept(box.verify(CardReader().text(in: image) ?? "", station: station))
    } else {
      try await CameraWait(camera, session).cards(box, station: station, accept)
    }
  }
}
