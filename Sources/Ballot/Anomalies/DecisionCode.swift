/// A signed decision in few enough bytes to be typed: what the box knows already is left out (decision 0011).
///
/// Box, request and key are named by their first bytes, so that a decision that belongs elsewhere is told from one
/// that was changed; the signature covers them whole.
package struct DecisionCode: Sendable, Equatable {
  package static let version: UInt8 = 1
  /// Bytes that name the box, the request and the key.
  package static let (boxBytes, requestBytes, keyBytes) = (4, 6, 4)
  private static let signatureBytes = 64

  package let box: [UInt8]
  package let request: [UInt8]
  package let key: [UInt8]
  package let anomaly: Int
  package let decision: Authorisation.Decision
  package let role: Authorisation.Role
  package let officer: String
  package let number: String
  package let issued: Instant
  package let expires: Instant
  package let signature: [UInt8]

  /// The code of a decision that was signed; nil where a text is longer than 255 bytes or a number does not fit.
  package init?(_ decision: Authorisation, key: [UInt8], signature: [UInt8]) {
    guard let box = [UInt8](hex: decision.box), let request = [UInt8](hex: decision.request),
      signature.count == Self.signatureBytes, (1...Int(UInt16.max)).contains(decision.anomaly),
      decision.officer.utf8.count < 256, decision.number.utf8.count < 256
    else { return nil }
    if case .sendBack(let reason) = decision.decision, reason.utf8.count > 255 { return nil }
    self.box = Array(box.prefix(Self.boxBytes))
    self.request = Array(request.prefix(Self.requestBytes))
    self.key = Array(key.prefix(Self.keyBytes))
    anomaly = decision.anomaly
    self.decision = decision.decision
    role = decision.role
    officer = decision.officer
    number = decision.number
    issued = decision.issued
    expires = decision.expires
    self.signature = signature
  }

  /// The decision as it was signed, with what the box knows put in again.
  package func decision(
    box: String, election: ElectionID, code: AnomalyCode, request: String
  ) -> Authorisation {
    Authorisation(
      box: box, election: election, anomaly: anomaly, code: code, request: request, decision: decision,
      role: role, officer: officer, number: number, issued: issued, expires: expires)
  }
}

extension DecisionCode {
  /// The bytes (docs/formats/decision.md).
  package var bytes: [UInt8] {
    var bytes = [Self.version] + box + request + key
    bytes += Self.bigEndian(anomaly, 2)
    bytes.append(decision.number)
    bytes.append(UInt8(Authorisation.Role.allCases.firstIndex(of: role) ?? 0))
    bytes += Self.bigEndian(issued.seconds, 4) + Self.bigEndian(expires.seconds, 4)
    for text in [officer, number, decision.reason] {
      bytes.append(UInt8(text.utf8.count))
      bytes += Array(text.utf8)
    }
    return bytes + signature
  }

  /// Reads exactly what `bytes` writes; nil for anything else.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.number(1) == Int(Self.version), let box = reader.take(Self.boxBytes),
      let request = reader.take(Self.requestBytes), let key = reader.take(Self.keyBytes),
      let anomaly = reader.number(2), let action = reader.number(1), let role = reader.number(1),
      Authorisation.Role.allCases.indices.contains(role), let issued = reader.number(4),
      let expires = reader.number(4), let officer = reader.text(), let number = reader.text(),
      let reason = reader.text(), let signature = reader.take(Self.signatureBytes), reader.isAtEnd,
      let decision = Authorisation.Decision(number: action, reason: reason)
    else { return nil }
    self.box = box
    self.request = request
    self.key = key
    self.anomaly = anomaly
    self.decision = decision
    self.role = Authorisation.Role.allCases[role]
    self.officer = officer
    self.number = number
    self.issued = Instant(seconds: issued)
    self.expires = Instant(seconds: expires)
    self.signature = signature
    guard self.bytes == bytes else { return nil }
  }

  private static func bigEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

extension Authorisation.Decision {
  /// 0 for a case sent back, else the place of the action in the list of docs/formats/decision.md.
  fileprivate var number: UInt8 {
    switch self {
    case .authorise(let action): UInt8((AnomalyAction.allCases.firstIndex(of: action) ?? 0) + 1)
    case .sendBack: 0
    }
  }

  fileprivate var reason: String { if case .sendBack(let reason) = self { reason } else { "" } }

  fileprivate init?(number: Int, reason: String) {
    if number == 0 {
      self = .sendBack(reason: reason)
    } else if AnomalyAction.allCases.indices.contains(number - 1), reason.isEmpty {
      self = .authorise(AnomalyAction.allCases[number - 1])
    } else {
      return nil
    }
  }
}

/// Reads bytes from the front.
private struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func number(_ count: Int) -> Int? { take(count)?.reduce(0) { $0 << 8 | Int($1) } }

  mutating func text() -> String? {
    number(1).flatMap { take($0) }.flatMap { String(validating: $0, as: UTF8.self) }
  }
}
