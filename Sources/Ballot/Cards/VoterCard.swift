/// What a voter card says to the box: which voter of which election votes where.
///
/// No name, no ID number.
package struct VoterCard: Hashable, Sendable {
  /// The first eight bytes of the plan's SHA-256: cards of another election differ here.
  package let election: [UInt8]
  /// The voter's number on the roll.
  package let roll: Int
  package let round: Int
  package let station: Int
  /// 0 for the first card; a replacement has the next number and voids the older ones.
  package let generation: Int

  package init(election: [UInt8], roll: Int, round: Int, station: Int, generation: Int) {
    self.election = election
    self.roll = roll
    self.round = round
    self.station = station
    self.generation = generation
  }

  /// The signed bytes: version 1, election (8), roll (4), round (1), station (2), generation (2); big endian.
  package var payload: [UInt8] {
    [VoterCard.version] + election + bytes(roll, 4) + bytes(round, 1) + bytes(station, 2)
      + bytes(generation, 2)
  }

  package static let version: UInt8 = 1
  static let payloadLength = 18
  static let signatureLength = 64

  init?(payload: [UInt8]) {
    guard payload.count == VoterCard.payloadLength, payload[0] == VoterCard.version else { return nil }
    func number(_ range: Range<Int>) -> Int { payload[range].reduce(0) { $0 << 8 | Int($1) } }
    self.init(
      election: Array(payload[1..<9]), roll: number(9..<13), round: number(13..<14), station: number(14..<16),
      generation: number(16..<18))
  }

  private func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ((count - 1 - $0) * 8)) }
  }
}

/// A card's code as printed: `KC1:` and payload with Ed25519 signature in base 45 (RFC 9285).
package struct CardCode: Hashable, Sendable {
  package let card: VoterCard
  package let signature: [UInt8]

  package init(card: VoterCard, signature: [UInt8]) {
    self.card = card
    self.signature = signature
  }

  package static let prefix = "KC1:"

  package var text: String { CardCode.prefix + Base45.encode(card.payload + signature) }

  /// What a code that was read may be, before its signature is checked.
  package enum Reading: Equatable, Sendable {
    case card(CardCode)
    /// It begins like a card but its bytes are not one.
    case damaged
    /// Some other code.
    case notACard
  }

  package static func read(_ text: String) -> Reading {
    guard text.hasPrefix(prefix) else { return .notACard }
    let length = VoterCard.payloadLength + VoterCard.signatureLength
    guard let bytes = Base45.decode(String(text.dropFirst(prefix.count))), bytes.count == length else {
      return .damaged
    }
    guard let card = VoterCard(payload: Array(bytes.prefix(VoterCard.payloadLength))) else { return .damaged }
    return .card(CardCode(card: card, signature: Array(bytes.suffix(VoterCard.signatureLength))))
  }
}
