import Ballot
import Foundation
import Scanner

/// Finds the voter card in a picture.
struct CardReader {
  private let reader = CodeReader(onlyQR: true)

  /// What the card's code says; another code's text where there is no card; nil where there is none.
  func text(in image: String) throws -> String? {
    text(in: try InputFile(image, most: InputFile.largestPicture).bytes)
  }

  func text(in bytes: [UInt8]) -> String? {
    guard let codes = try? reader.codes(decoding: bytes) else { return nil }
    return (codes.first { $0.text.hasPrefix(CardCode.prefix) } ?? codes.first)?.text
  }
}
