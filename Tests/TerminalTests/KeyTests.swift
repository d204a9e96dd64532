import Testing

@testable import Terminal

@Suite("Keys from bytes")
struct KeyTests {
  @Test(
    "What xterm, foot, tmux and the Linux console send",
    arguments: [
      ("a", [.character("a")]), ("选", [.character("选")]), ("𬭎", [.character("𬭎")]), ("\r", [.enter]),
      ("\t", [.tab]),
      ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{C}", [.control("l")]), ("\u{1B}[A", [.up]),
      ("\u{1B}OB", [.down]), ("\u{1B}[C\u{1B}[D", [.right, .left]), ("\u{1B}[H\u{1B}[F", [.home, .end]),
      ("\u{1B}[1~\u{1B}[4~", [.home, .end]), ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]),
      ("\u{1B}[2~\u{1B}[3~", [.insert, .delete]), ("\u{1B}OP\u{1B}OS", [.function(1), .function(4)]),
      ("\u{1B}[11~", [.function(1)]), ("\u{1B}[15~\u{1B}[17~", [.function(5), .function(6)]),
      ("\u{1B}[21~\u{1B}[24~", [.function(10), .function(12)]),
      ("\u{1B}[[A\u{1B}[[E", [.function(1), .function(5)]),
      ("\u{1B}[1;5P", [.function(1)]), ("\u{1B}[Z", [.backTab]), ("\u{1B}x", [.alt("x")]),
      ("\u{1B}\r", [.escape, .enter]), ("\u{1B}\u{1B}", [.escape]),
      ("\u{1B}[200~王\n小明\u{1B}[201~", [.paste("王小明")]),
      // Unknown sequences and broken characters are dropped whole.
      ("\u{1B}[99~a", [.character("a")]), ("\u{1B}]0;title\u{7}b", [.character("b")]),
      ("\u{1B}P1+r\u{1B}\\c", [.character("c")]), ("\u{1B}[<0;1;1Md", [.enter, .character("d")]),
    ] as [(String, [Key])])
  func keys(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    // A mouse report ends like the keypad's Enter; the console never asks for mouse reports.
    #expect(decoder.take(Array(text.utf8)) == keys.map(TerminalEvent.key))
  }

  @Test("Bytes that come one by one make the same keys")
  func slowly() {
    let text = "选\u{1B}[A\u{1B}[200~名册\u{1B}[201~\u{1B}[?62;4c\u{1B}OPx"
    var (whole, slow) = (KeyDecoder(), KeyDecoder())
    let expected = whole.take(Array(text.utf8))
    #expect(expected.count == 6)
    #expect(expected[3] == .attributes([62, 4]))
    #expect(Array(text.utf8).flatMap { slow.take([$0]) } == expected)
  }

  @Test("A lone ESC is the key only when nothing follows")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.take([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isWaiting)
  }

  @Test("Bytes that are no UTF-8 are no keys")
  func broken() {
    var decoder = KeyDecoder()
    #expect(decoder.take([0xFF, 0xC0, 0x80, 0x61]) == [.key(.character("a"))])
    #expect(decoder.take([0xE9, 0x61]) == [.key(.character("a"))])
  }

  @Test("Whatever comes in, the decoder neither traps nor holds on to it for ever", arguments: 0..<200)
  func noise(seed: UInt64) {
    var dice = SplitMix(seed)
    var decoder = KeyDecoder()
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x7E, 0x3B, 0x32, 0x30, 0x50, 0xE9, 0x80]
    for _ in 0..<300 {
      let byte =
        Bool.random(using: &dice)
        ? likely.randomElement(using: &dice) ?? 0 : UInt8.random(in: 0...255, using: &dice)
      _ = decoder.take([byte])
    }
    _ = decoder.take(Array("\u{1B}\\\u{7}\u{1B}[201~".utf8))
    _ = decoder.flush()
    #expect(decoder.take([0x71]).contains(.key(.character("q"))))
  }
}
