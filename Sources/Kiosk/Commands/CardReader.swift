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

  /// What is found in one frame of many: quickly, or, now and then, as thoroughly as in a photograph.
  func text(in image: GrayImage, thoroughly: Bool) -> String? {
    CardReader.text(of: thoroughly ? reader.codes(in: image) : reader.glance(at: image))
  }

  static func isCard(_ text: String) -> Bool { text.hasPrefix(CardCode.prefix) }

  private static func text(of codes: [CodeReading]) -> String? {
    (codes.first { isCard($0.text) } ?? codes.first)?.text
  }
}
