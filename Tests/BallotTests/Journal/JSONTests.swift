import Ballot
import Testing

@Suite("Canonical JSON, RFC 8785")
struct JSONTests {
  @Test("Keys are sorted by UTF-16 units, as in RFC 8785 §3.2.3")
  func keyOrder() throws {
    let keys = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
    let object = JSON.object(Dictionary(uniqueKeysWithValues: keys.map { ($0, JSON.null) }))
    #expect(
      object.canonical
        == "{\"\\r\":null,\"1\":null,\"\u{80}\":null,\"\u{F6}\":null,\"\u{20AC}\":null,\"\u{1F600}\":null,\"\u{FB33}\":null}"
    )
  }

  @Test("Escapes are the shortest")
  func escapes() throws {
    let text = "\u{20AC}$\u{F}\nA'B\"\\\\\"/"
    #expect(JSON.string(text).canonical == "\"\u{20AC}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")
    #expect(try JSON(parsing: JSON.string(text).canonical) == .string(text))
  }

  @Test(
    "What is not JSON of integers is refused with its place",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,\"a\":2}", "1.5", "01", "-0", "1e3", "\"\\ud800\"", "\"\u{1}\"", "nul",
      "[] []",
      "99999999999999999999", "{1:2}", String(repeating: "[", count: 100),
    ])
  func refuses(text: String) {
    #expect(throws: JSON.ParseError.self) { try JSON(parsing: text) }
  }

  @Test("Random values survive writing and reading", arguments: 1...100)
  func roundTrip(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let value = random(&generator, depth: 4)
    #expect(try JSON(parsing: value.canonical) == value)
    #expect(try JSON(canonical: value.canonicalBytes) == value)
  }

  @Test(
    "Only the canonical spelling is canonical",
    arguments: [
      "{ }", "[1, 2]", " 1", "1\n", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}",
      "{\"\u{FB33}\":1,\"\u{1F600}\":2}",
      "\"\\/\"", "\"\\u0041\"", "\"\\u000F\"", "\"\\u0008\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"",
    ])
  func oneSpelling(text: String) {
    #expect(throws: JSON.ParseError.self) { try JSON(canonical: Array(text.utf8)) }
  }

  @Test("Damaged texts are canonical when writing them again gives the same bytes", arguments: 1...100)
  func damaged(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let written = random(&generator, depth: 4).canonicalBytes
    for _ in 0..<200 {
      var bytes = written
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = Array("\" \\{}[]:,k01/u\n\u{1}".utf8).randomElement(using: &generator) ?? 0
      if Bool.random(using: &generator) { bytes[place] = byte } else { bytes.insert(byte, at: place) }
      let again = (try? JSON(parsing: bytes))?.canonicalBytes
      #expect(((try? JSON(canonical: bytes)) != nil) == (again == bytes))
    }
  }

  private func random(_ generator: inout SeededGenerator, depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int.random(in: Int.min...Int.max, using: &generator))
    case 3:
      let scalars = (0..<5).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &generator))
      }
      return .string(String(String.UnicodeScalarView(scalars)))
    case 4: return .array((0..<3).map { _ in random(&generator, depth: depth - 1) })
    default:
      let pairs = (0..<3).map { ("k\($0)", random(&generator, depth: depth - 1)) }
      return .object(Dictionary(uniqueKeysWithValues: pairs))
    }
  }
}
