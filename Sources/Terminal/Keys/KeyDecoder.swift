/// Makes keys of the bytes that a terminal sends.
///
/// The sequences are those of xterm, which foot, tmux and the Linux console speak. What it does not know it drops whole,
/// so that no half of a sequence is taken for typed characters.
package struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var pasted: [UInt8]?

  package init() {}

  /// Whether a sequence has begun; if nothing follows soon, it was the key Esc.
  package var isWaiting: Bool { !bytes.isEmpty }

  /// Longer than any key's sequence: what grows beyond is dropped.
  private static let longest = 64
  /// A paste longer than this is cut.
  private static let longestPaste = 4096

  /// Takes bytes in; the events that are complete.
  package mutating func take(_ more: some Sequence<UInt8>) -> [TerminalEvent] {
    bytes += more
    var events: [TerminalEvent] = []
    while let step = step() {
      bytes.removeFirst(step.count)
      if let event = step.event { events.append(event) }
    }
    if bytes.count > KeyDecoder.longest, pasted == nil { bytes = [] }
    return events
  }

  /// Says that nothing follows for now: a lone ESC is the key.
  package mutating func flush() -> [TerminalEvent] {
    defer { bytes = [] }
    guard pasted == nil else { return [] }
    return bytes == [0x1B] ? [.key(.escape)] : []
  }

  private struct Step {
    let count: Int
    var event: TerminalEvent?

    init(_ count: Int, _ event: TerminalEvent? = nil) {
      self.count = count
      self.event = event
    }

    init(_ count: Int, _ key: Key) { self.init(count, .key(key)) }
  }

  /// The next complete piece of what has come; nil while it is not complete.
  private mutating func step() -> Step? {
    guard let first = bytes.first else { return nil }
    if pasted != nil { return pasteStep() }
    guard first != 0x1B else { return escapeStep() }
    if let key = KeyDecoder.single(first) { return Step(1, key) }
    if first < 32 { return Step(1) }
    return characterStep(at: 0).map { Step($0.count, $0.character.map { .key(.character($0)) }) }
  }

  /// Keys that are one byte.
  private static func single(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  /// A character in UTF-8; one that is not well-formed is dropped byte by byte.
  private func characterStep(at start: Int) -> (count: Int, character: Character?)? {
    let first = bytes[start]
    let length =
      switch first {
      case 0x00...0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return (1, nil) }
    guard bytes.count >= start + length else {
      // A continuation that cannot follow ends the wait at once.
      return bytes[(start + 1)...].allSatisfy { $0 & 0xC0 == 0x80 } ? nil : (1, nil)
    }
    guard let text = String(validating: bytes[start..<start + length], as: UTF8.self), let only = text.first
    else { return (1, nil) }
    return (length, only)
  }

  // MARK: Escape sequences

  private mutating func escapeStep() -> Step? {
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["): return controlStep()
    case UInt8(ascii: "O"): return shiftStep()
    // An answer that is a string (DCS, OSC, APC, PM, SOS) ends with ST or BEL.
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return stringStep()
    // Esc and another key pressed at once: control characters are no part of a sequence.
    case 0...0x1F, 0x7F: return Step(1, .escape)
    default:
      guard let found = characterStep(at: 1) else { return nil }
      return Step(1 + found.count, found.character.map { .key(.alt($0)) })
    }
  }

  /// `ESC O letter`: the keypad and F1 … F4.
  private func shiftStep() -> Step? {
    guard bytes.count > 2 else { return nil }
    return Step(3, KeyDecoder.final(bytes[2]).map { .key($0) })
  }

  private func stringStep() -> Step? {
    if let bell = bytes.firstIndex(of: 0x07) { return Step(bell + 1) }
    for index in bytes.indices.dropFirst(2) where bytes[index] == 0x5C && bytes[index - 1] == 0x1B {
      return Step(index + 1)
    }
    return nil
  }

  /// `ESC [ parameters final` (ECMA-48 5.4).
  private mutating func controlStep() -> Step? {
    var at = 2
    // The Linux console sends F1 … F5 as ESC [ [ A … E.
    if bytes.count > 2, bytes[2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return nil }
      let number = Int(bytes[3]) - Int(UInt8(ascii: "A")) + 1
      return (1...5).contains(number) ? Step(4, .function(number)) : Step(4)
    }
    while at < bytes.count, (0x20...0x3F).contains(bytes[at]) { at += 1 }
    guard at < bytes.count else { return nil }
    let text = String(decoding: bytes[2..<at], as: UTF8.self)
    let count = at + 1
    switch bytes[at] {
    case UInt8(ascii: "~"): return tildeStep(text, count)
    case UInt8(ascii: "c") where text.hasPrefix("?"):
      return Step(count, .attributes(text.dropFirst().split(separator: ";").compactMap { Int($0) }))
    case UInt8(ascii: "Z"): return Step(count, .backTab)
    case 0x40...0x7E: return Step(count, KeyDecoder.final(bytes[at]).map { .key($0) })
    default: return Step(count)
    }
  }

  private static func final(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// `ESC [ number ~`.
  private mutating func tildeStep(_ text: String, _ count: Int) -> Step {
    let number = Int(text.prefix { $0 != ";" }) ?? 0
    if number == 200 {
      pasted = []
      return Step(count)
    }
    return Step(count, KeyDecoder.numbered(number).map { .key($0) })
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  // MARK: Bracketed paste

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Collects a paste until its end; control characters in it are not keys.
  private mutating func pasteStep() -> Step? {
    guard let end = bytes.firstRange(of: KeyDecoder.pasteEnd) else {
      // The end may be cut across two readings: keep as much as could be its beginning.
      let sure = bytes.count - KeyDecoder.pasteEnd.count + 1
      guard sure > 0 else { return nil }
      keep(bytes[..<sure])
      return Step(sure)
    }
    keep(bytes[..<end.lowerBound])
    let text = String(decoding: pasted ?? [], as: UTF8.self)
    pasted = nil
    let clean = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
    return Step(end.upperBound, .paste(clean))
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    let room = KeyDecoder.longestPaste - (pasted?.count ?? 0)
    pasted? += part.prefix(max(0, room))
  }
}
