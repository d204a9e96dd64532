import Ballot
import Testing

@Suite("Voter cards")
struct CardTests {
  @Test(
    "Base 45 as in RFC 9285, §4.3 and §4.4",
    arguments: [
      ("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("ietf!", "QED8WEX0"), ("", ""),
    ])
  func vectors(plain: String, encoded: String) {
    #expect(Base45.encode(Array(plain.utf8)) == encoded)
    #expect(Base45.decode(encoded) == Array(plain.utf8))
  }

  @Test("Base 45 refuses what no bytes have", arguments: ["GGW", ":::", "A", "ab", "BB8A", "::"])
  func refuses(text: String) { #expect(Base45.decode(text) == nil) }

  @Test("A card's code is read back", arguments: 1...50)
  func roundTrip(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let card = VoterCard(
      election: (0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) },
      roll: Int.random(in: 1...300_000, using: &generator), round: 1,
      station: Int.random(in: 1...99, using: &generator), generation: Int.random(in: 0...5, using: &generator)
    )
    let code = CardCode(
      card: card, signature: (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) })
    #expect(CardCode.read(code.text) == .card(code))
    #expect(code.text.count <= 133)
  }

  @Test(
    "Other codes are told apart",
    arguments: [
      ("KC1:", CardCode.Reading.damaged), ("KC1:###", .damaged), ("https://example.org", .notACard),
      ("", .notACard),
    ])
  func others(text: String, reading: CardCode.Reading) { #expect(CardCode.read(text) == reading) }

  @Test("A ballot's code is read back and others are not")
  func ballotCode() {
    let code = BallotCode(
      type: BallotType(rawValue: "0123456789"), batch: BatchCode(rawValue: "ABCD"), page: 2)
    #expect(code.text == "KB10123456789ABCD02")
    #expect(BallotCode(code.text) == code)
    for text in [
      "", "KB1", "KB10123456789ABCD00", "KB10123456789ABCDxx", "KB1O123456789ABCD01", "KC10123456789ABCD01",
    ] {
      #expect(BallotCode(text) == nil)
    }
  }
}
