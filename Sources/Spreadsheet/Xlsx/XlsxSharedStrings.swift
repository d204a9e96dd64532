/// The texts that cells refer to by number, from `xl/sharedStrings.xml`.
///
/// Runs of rich text are joined; phonetic runs (`rPh`) are a reading aid and no part of the text.
final class XlsxSharedStrings: XMLVisitor {
  private(set) var strings: [String] = []
  private var bytes = 0
  private var isPhonetic = false
  private let limits: Limits

  override init(limits: Limits) {
    self.limits = limits
    super.init(limits: limits)
  }

  override func start(_ element: XMLElement) {
    if element.name.single == UInt8(ascii: "t") {
      isCollecting = !isPhonetic
    } else if element.name == "si" {
      text.removeAll(keepingCapacity: true)
    } else if element.name == "rPh" {
      isPhonetic = true
    }
  }

  override func end(_ name: XMLName) {
    if name.single == UInt8(ascii: "t") {
      isCollecting = false
    } else if name == "si" {
      add()
    } else if name == "rPh" {
      isPhonetic = false
    }
  }

  private func add() {
    bytes += text.count
    if strings.count >= limits.strings {
      failure = .tooLarge(.strings, limit: limits.strings)
    } else if bytes > limits.stringBytes {
      failure = .tooLarge(.strings, limit: limits.stringBytes)
    } else {
      strings.append(XlsxText.string(text))
    }
  }
}
