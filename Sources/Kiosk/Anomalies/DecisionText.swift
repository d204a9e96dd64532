import Archive
import Ballot

/// A decision as text: `KAD1:` and base 32 for a code symbol, and lines with check digits for the keyboard.
struct DecisionText {
  static let prefix = "KAD1:"
  private static let digitsInLine = 20
  private static let checkDigits = 2
  /// Characters of a whole line on the keyboard.
  static let lineLength = digitsInLine + checkDigits

  let code: DecisionCode

  /// For a code symbol.
  var symbol: String { DecisionText.prefix + Base32.encode(code.bytes) }

  /// For the keyboard: four groups of five and two check digits a line.
  var lines: [String] {
    let digits = Array(Base32.encode(code.bytes))
    return stride(from: 0, to: digits.count, by: DecisionText.digitsInLine).enumerated().map { index, start in
      let line = digits[start..<min(start + DecisionText.digitsInLine, digits.count)]
      let groups = stride(from: line.startIndex, to: line.endIndex, by: 5).map {
        String(line[$0..<min($0 + 5, line.endIndex)])
      }
      return (groups + [DecisionText.check(String(line), line: index)]).joined(separator: " ")
    }
  }

  init(_ code: DecisionCode) { self.code = code }

  /// Reads a symbol's text or what somebody typed: any spaces, small letters, O for 0 and I or L for 1.
  init(reading text: String) throws {
    let typed = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    let digits: String
    if typed.hasPrefix(DecisionText.prefix) {
      digits = String(typed.dropFirst(DecisionText.prefix.count))
    } else {
      digits = try DecisionText.withoutChecks(typed)
    }
    guard let bytes = Base32.decode(digits), let code = DecisionCode(bytes: bytes) else {
      throw Failure.notADecision
    }
    self.code = code
  }

  /// The digits that count of what was typed: capitals, O for 0, I and L for 1, no spaces and hyphens.
  static func digits(in typed: String) -> String {
    String(
      typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { character -> Character in
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character
        }
      })
  }

  /// Whether a line, counted from 0, ends in its own check digits.
  static func holds(_ line: String, at index: Int) -> Bool {
    let data = String(line.dropLast(checkDigits))
    return !data.isEmpty && line.suffix(checkDigits) == check(data, line: index)
  }

  private static func withoutChecks(_ typed: String) throws -> String {
    let digits = Array(digits(in: typed))
    var whole = ""
    let size = lineLength
    for (index, start) in stride(from: 0, to: digits.count, by: size).enumerated() {
      let line = String(digits[start..<min(start + size, digits.count)])
      guard holds(line, at: index) else { throw Failure.mistypedLine(index + 1) }
      whole += line.dropLast(checkDigits)
    }
    return whole
  }

  /// The first ten bits of a hash over the line and its place, so that a line in another place is noticed too.
  private static func check(_ data: String, line: Int) -> String {
    Base32.encode(Digest.of("kiosk decision line \(line)\n\(data)").bytes, count: checkDigits)
  }
}

extension Failure {
  fileprivate static let notADecision = Failure.unusable(
    "notADecision", zh: "这不是决定码，没有采用。请核对照片，或者重新输入。",
    en: "This is no decision code; nothing was taken in. Check the picture, or type it again.")

  fileprivate static func mistypedLine(_ line: Int) -> Failure {
    .unusable(
      "mistypedLine", zh: "决定码第 \(line) 行有字输错，或者漏了字。请核对这一行，再整份输入。",
      en:
        "Line \(line) of the decision code is mistyped or incomplete. Compare that line and type all of it again."
    )
  }
}
