/// The sex written in the register, coded as in GB/T 2261.1.
package enum Sex: String, Codable, Hashable, Sendable, CaseIterable {
  case male
  case female

  /// Reads what rolls contain: 男, 女性, M, or the codes 1 and 2 of GB/T 2261.1.
  package init?(written text: String) {
    switch text.lowercased() {
    case "男", "男性", "男士", "m", "male", "1": self = .male
    case "女", "女性", "女士", "f", "female", "2": self = .female
    default: return nil
    }
  }
}
