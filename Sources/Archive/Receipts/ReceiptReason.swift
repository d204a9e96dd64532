package import Ballot

/// One reason why a receiver rejected a bundle, with the sentences for the people at the station.
package struct ReceiptReason: Hashable, Sendable {
  /// The name of the reason, for programs: ASCII letters, such as `tallyDiffers`.
  package let code: String
  package let zh: String
  package let en: String

  /// The stored object does not have the id it is named by: it was moved away and is to be sent again.
  package static let damaged = "damaged"

  package init(code: String, zh: String, en: String) {
    self.code = code
    self.zh = zh
    self.en = en
  }

  package var json: JSON { .object(["code": .string(code), "en": .string(en), "zh": .string(zh)]) }

  init?(_ json: JSON) {
    guard let code = json["code"]?.string, let zh = json["zh"]?.string, let en = json["en"]?.string,
      1...64 ~= code.utf8.count, code.utf8.allSatisfy({ 0x41...0x5a ~= $0 || 0x61...0x7a ~= $0 })
    else { return nil }
    self.init(code: code, zh: zh, en: en)
  }
}
