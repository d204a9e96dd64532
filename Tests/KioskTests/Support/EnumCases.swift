import Foundation

/// The names of an enum's cases as its source has them.
///
/// Swift lists no cases that carry values. A table of words that lacks a case tests nothing of it, and nobody notices;
/// this notices.
enum EnumCases {
  static func names(of type: String, in file: String) throws -> Set<String> {
    let root = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized
    let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
    guard let start = text.range(of: "enum \(type)\\b[^{]*\\{", options: .regularExpression) else {
      return []
    }
    var depth = 1
    var names: Set<String> = []
    var list = ""
    for line in text[start.upperBound...].split(separator: "\n") where depth > 0 {
      let words = line.trimmingCharacters(in: .whitespaces)
      if depth == 1, !words.hasPrefix("//"), words.hasPrefix("case ") || !list.isEmpty {
        list += words.hasPrefix("case ") ? String(words.dropFirst(5)) : words
        if !words.hasSuffix(",") {
          names.formUnion(split(list))
          list = ""
        }
      }
      depth += words.count { $0 == "{" } - words.count { $0 == "}" }
    }
    return names
  }

  /// The names in `a, b(x: Int, y: [String]), c = "c"`.
  private static func split(_ list: String) -> [String] {
    var depth = 0
    var plain = ""
    for character in list {
      if character == "(" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character == ")" { depth -= 1 }
    }
    return plain.split(separator: ",").compactMap { name in
      name.split { $0 == "=" || $0 == " " }.first.map(String.init)
    }
  }

  /// The name of a value's case.
  static func name(of value: Any) -> String { String("\(value)".prefix { $0 != "(" }) }
}
