/// A bulletin that takes the place of an issued one; the issued one stays as it is.
package struct BulletinCorrected: Codable, Sendable, Equatable {
  package let code: String
  package let number: Int
  /// SHA-256 of the PDF and of the facts, hexadecimal.
  package let digest: String
  package let data: String
  /// The number on the paper: `青禾村选字〔2027〕第7号`.
  package let document: String
  /// The running number of the bulletin that is corrected.
  package let corrects: Int
  package let reason: String

  package init(
    code: String, number: Int, digest: String, data: String, document: String, corrects: Int, reason: String
  ) {
    self.code = code
    self.number = number
    self.digest = digest
    self.data = data
    self.document = document
    self.corrects = corrects
    self.reason = reason
  }
}

/// A bulletin put up at a place, or taken down there.
package struct BulletinMoved: Codable, Sendable, Equatable {
  package let number: Int
  package let place: String
  package let day: Day
  /// SHA-256 of a photograph that shows it, or the empty place, hexadecimal.
  package let picture: String?

  package init(number: Int, place: String, day: Day, picture: String?) {
    self.number = number
    self.place = place
    self.day = day
    self.picture = picture
  }
}
