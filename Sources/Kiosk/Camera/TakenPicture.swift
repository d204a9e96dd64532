/// A picture of a card or a ballot: a file that somebody named, or a frame of the camera, which is in memory alone.
struct TakenPicture: Equatable, Sendable {
  /// The file's path, or which frame it was.
  let name: String
  private let frame: [UInt8]?

  init(file: String) { (name, frame) = (file, nil) }

  /// A frame as a JPEG file.
  init(frame bytes: [UInt8], number: Int) { (name, frame) = ("camera-\(number).jpg", bytes) }

  /// - Throws: `Failure.unreadable` where a file cannot be read.
  func bytes() throws -> [UInt8] { try frame ?? InputFile(name, most: InputFile.largestPicture).bytes }
}

extension TakenPicture: ExpressibleByStringLiteral {
  init(stringLiteral file: String) { self.init(file: file) }
}
