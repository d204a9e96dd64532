/// A PIN or passphrase as somebody typed it: full-width letters and digits narrowed, nothing else changed.
package struct StaffSecret: Sendable, Equatable {
  package let text: String

  /// Whatever is typed at a login.
  package init(typed text: String) {
    self.text = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
          return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        }))
  }

  /// A new one: six digits or more, or a passphrase of eight characters or more, and none that everybody tries first.
  package init(new text: String) throws(StaffRefusal) {
    self.init(typed: text)
    guard self.text.isTypable else { throw .secretUntypable }
    let isNumber = self.text.allSatisfy { $0.isASCII && $0.isNumber }
    guard self.text.count >= (isNumber ? 6 : 8), self.text.utf8.count <= 200 else { throw .secretTooShort }
    if StaffSecret.isPlain(Array(self.text.unicodeScalars)) { throw .secretTooPlain }
  }

  /// One character again and again, a run such as 123456 or 987654, or one half twice.
  private static func isPlain(_ scalars: [Unicode.Scalar]) -> Bool {
    if Set(scalars).count <= 2 { return true }
    let steps = Set(zip(scalars, scalars.dropFirst()).map { Int($1.value) - Int($0.value) })
    return steps == [1] || steps == [-1]
      || scalars.prefix(scalars.count / 2) == scalars.suffix(scalars.count / 2) && scalars.count <= 8
  }
}
