package import Foundation

/// A ballot sheet as the reader hands it over for keeping.
package struct Sheet: Sendable {
  /// The ballot type's code.
  package let type: String
  /// The side of the ballot, counted from 1.
  package let page: Int
  /// The reading, as one line of JSON; no time, card or desk may be in it.
  package let json: String
  /// The picture that was read.
  package let image: ScanImage

  package init(type: String, page: Int, json: String, image: ScanImage) {
    self.type = type
    self.page = page
    self.json = json
    self.image = image
  }
}

/// A picture of a sheet, in memory or in a file.
package enum ScanImage: Sendable {
  case bytes([UInt8])
  case file(URL)

  /// The largest picture that is kept, in bytes.
  package static let sizeLimit = 64 << 20

  /// All bytes of the picture.
  func load() throws(FileFault) -> [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .file(let url): try FileSystem.read(url.path, limit: Self.sizeLimit)
    }
  }
}

/// A sheet in the store; it never changes.
package struct RecordedSheet: Hashable, Sendable {
  package let id: ReadingID
  package let type: String
  package let page: Int
  /// SHA-256 of the picture as it was handed over, by which a second reading of it is recognised.
  package let digest: Digest
  package let json: String
}

/// What people decided about a line that the reader left doubtful.
package struct Decision: Hashable, Sendable {
  package let sheet: ReadingID
  /// The line on the ballot, such as `director/1`.
  package let line: String
  /// 1 for the scrutineers, 2 for the committee, and so on; each round stays beside the earlier ones.
  package let round: Int
  package let json: String

  package init(sheet: ReadingID, line: String, round: Int, json: String) {
    self.sheet = sheet
    self.line = line
    self.round = round
    self.json = json
  }
}
