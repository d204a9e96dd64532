package import Ballot

/// What a receiver says about one stored bundle; its canonical line is a leaf of the receiver's log.
package struct ReceiptStatement: Hashable, Sendable {
  /// The receiver's answer.
  package enum Verdict: String, Sendable {
    case accepted
    case rejected
  }

  /// The bundle's id, which is also its name in the store.
  package let bundle: Digest
  /// The community's twelve-digit code.
  package let community: String
  package let election: String
  /// SHA-256 of the stored object, all of it, as it was read back.
  package let object: Digest
  /// The size of the stored object, in bytes.
  package let size: Int
  /// When the receiver had checked it, by the receiver's clock.
  package let time: Instant
  /// Why it was rejected; empty when it was accepted.
  package let reasons: [ReceiptReason]

  package init(
    bundle: Digest, community: String, election: String, object: Digest, size: Int, time: Instant,
    reasons: [ReceiptReason] = []
  ) {
    self.bundle = bundle
    self.community = community
    self.election = election
    self.object = object
    self.size = size
    self.time = time
    self.reasons = reasons
  }

  package var verdict: Verdict { reasons.isEmpty ? .accepted : .rejected }

  /// Whether the stored object was not the bundle, was moved away, and is to be sent again.
  package var asksAgain: Bool { reasons.contains { $0.code == ReceiptReason.damaged } }

  /// The statement as one line of canonical JSON (RFC 8785), without a newline.
  package var line: String {
    JSON.object([
      "bundle": .string(bundle.hex), "community": .string(community), "election": .string(election),
      "object": .string(object.hex), "reasons": .array(reasons.map(\.json)), "size": .integer(size),
      "time": .string(time.description), "type": .string(Self.type), "verdict": .string(verdict.rawValue),
    ]).canonical
  }

  /// The statement in a line; nil for anything but its one spelling.
  package init?(line: some StringProtocol) {
    guard let json = try? JSON(parsing: String(line)), let elements = json["reasons"]?.elements,
      let bundle = Digest(json["bundle"]), let object = Digest(json["object"]),
      let community = json["community"]?.string, let election = json["election"]?.string,
      BundleName(community: community, election: election, revision: 1) != nil,
      let size = json["size"]?.integer, size >= 0, let time = json["time"]?.string.flatMap(Instant.init)
    else { return nil }
    let reasons = elements.compactMap(ReceiptReason.init)
    self.init(
      bundle: bundle, community: community, election: election, object: object, size: size, time: time,
      reasons: reasons)
    guard reasons.count == elements.count, Array(self.line.utf8) == Array(line.utf8) else { return nil }
  }

  private static let type = "receipt"
}

extension Digest {
  init?(_ json: JSON?) {
    guard let text = json?.string else { return nil }
    self.init(hex: text)
  }
}
