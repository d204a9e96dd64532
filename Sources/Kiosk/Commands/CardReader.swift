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

  func text(in picture: TakenPicture) throws -> String? { text(in: try picture.bytes()) }

  func text(in bytes: [UInt8]) -> String? {
    guard let codes = try? reader.codes(decoding: bytes) else { return nil }
    return CardReader.text(of: codes)
  }

  func text(in image: GrayImage) -> String? { CardReader.text(of: reader.codes(in: image)) }

  static func isCard(_ text: String) -> Bool { text.hasPrefix(CardCode.prefix) }

  private static func text(of codes: [CodeReading]) -> String? {
    (codes.first { isCard($0.text) } ?? codes.first)?.text
  }
}
