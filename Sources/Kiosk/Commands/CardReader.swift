import Ballot
import Foundation
import Scanner

/// Finds the voter card in a picture.
struct CardReader {
  private let reader = CodeReader(onlyQR: true)

  /// What the card's code says; another code's text where there is no card; nil where there is none.
  func text(in image: String) throws -> String? {
    guard let data = try? Data(contentsOf: URL(filePath: image)) else {
      throw Failure.unreadable(image, reason: "不存在或不可读 / missing or unreadable")
    }
    return text(in: Array(data))
  }

  func text(in bytes: [UInt8]) -> String? {
    guard let codes = try? reader.codes(decoding: bytes) else { return nil }
    return (codes.first { $0.text.hasPrefix(CardCode.prefix) } ?? codes.first)?.text
  }
}
