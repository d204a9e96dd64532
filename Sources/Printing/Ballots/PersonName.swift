/// How a name is set on official papers.
package enum PersonName {
  /// The name with a full-width space between the two characters of a short one, so that columns align.
  package static func spaced(_ name: String) -> String {
    guard name.count == 2, name.unicodeScalars.allSatisfy({ $0.properties.isIdeographic }) else {
      return name
    }
    return name.map(String.init).joined(separator: "\u{3000}")
  }
}
