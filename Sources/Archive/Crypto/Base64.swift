import Foundation

extension [UInt8] {
  /// The bytes of a base64 text (RFC 4648 §4), which must be the one canonical spelling of them.
  init?(base64 text: some StringProtocol) {
    let text = String(text)
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
    self = Array(data)
  }

  /// The bytes as base64 with padding (RFC 4648 §4).
  var base64: String {
    Data(self).base64EncodedString()
  }
}
