import Terminal

/// A line that somebody types.
struct TextField: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case digits
    case text
  }

  let kind: Kind
  let most: Int
  private(set) var text: String

  init(_ kind: Kind = .text, most: Int = 200, text: String = "") {
    self.kind = kind
    self.most = most
    self.text = text
  }

  var isEmpty: Bool { text.isEmpty }
  var number: Int? { Int(text) }

  mutating func clear() { text = "" }
  mutating func replace(_ text: String) { self.text = text }

  /// Takes a key; false when it does not belong in the field.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): return add(String(character))
    case .paste(let pasted): return add(pasted)
    case .backspace:
      guard !text.isEmpty else { return false }
      text.removeLast()
      return true
    case .control("u"):
      text = ""
      return true
    default: return false
    }
  }

  private mutating func add(_ more: String) -> Bool {
    let fitting = more.filter { kind == .text || $0.isASCII && $0.isNumber }
    guard !fitting.isEmpty, text.count + fitting.count <= most else { return false }
    text += fitting
    return true
  }
}
