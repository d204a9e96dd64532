/// Why bytes could not be made a picture.
package enum ImageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes begin like none of the formats that we read.
  case unknownFormat
  case malformed(ImageFormat, detail: String)
  /// The picture says that it has no pixels or more than we accept.
  case unacceptableSize(width: Int, height: Int)

  package var description: String {
    switch self {
    case .unknownFormat: "The file is not a JPEG, PNG or PGM picture."
    case .malformed(let format, let detail): "The \(format.rawValue) picture is damaged: \(detail)."
    case .unacceptableSize(let width, let height): "A picture of \(width) × \(height) pixels is not accepted."
    }
  }
}

/// The picture formats that can be read, told apart by their first bytes and never by a file's name.
package enum ImageFormat: String, Sendable, CaseIterable {
  case jpeg = "JPEG"
  case png = "PNG"
  case pgm = "PGM"

  /// Recognises a format; nil when it is none of ours.
  package init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: Array("P5".utf8)) {
      self = .pgm
    } else {
      return nil
    }
  }
}

/// What a picture may measure: enough for any camera, little enough for the smallest box.
package enum ImageLimits {
  package static let pixels = 100_000_000
  /// Progressive JPEGs with more scans than this only waste time (a "scan bomb").
  package static let scans = 100

  /// Refuses pictures without pixels and pictures that would fill the memory.
  static func check(width: Int, height: Int) throws(ImageError) {
    guard width > 0, height > 0, width <= 65_535, height <= 65_535, width * height <= pixels else {
      throw .unacceptableSize(width: width, height: height)
    }
  }
}
