import Archive
import Ballot
import Foundation

/// Looks for what only restricted bundles may hold: identity numbers, telephones, cards, pictures of sheets.
///
/// Names cannot be looked for without the roll; the box does that before it seals.
struct PrivacyScan {
  private let day: Day
  private(set) var found: [Reason] = []

  /// Looks through a bundle that was sealed on a day; nobody is born later.
  init(_ reader: BundleReader, sealed day: Day) throws {
    self.day = day
    for path in reader.payload {
      if let kind = Self.kind(ofFile: path) { report(kind, path) }
      if path.hasSuffix(".pdf") { continue }
      var tokens = TokenFinder()
      let day = day
      var kinds: Set<Reason.PersonalData> = []
      let exists = try reader.forEachPiece(of: path) { piece in
        tokens.take(piece) { token in
          if let kind = Self.kind(of: token, day) { kinds.insert(kind) }
        }
      }
      tokens.finish { token in
        if let kind = Self.kind(of: token, day) { kinds.insert(kind) }
      }
      if exists { for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) { report(kind, path) } }
    }
  }

  private mutating func report(_ kind: Reason.PersonalData, _ path: String) {
    if found.count < Self.limit { found.append(.personalData(file: path, kind)) }
  }

  private static let limit = 10
  private static let pictures = ["jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp"]

  private static func kind(ofFile path: String) -> Reason.PersonalData? {
    if ["tables/roll.ndjson", "tables/events.ndjson"].contains(path) { return .table }
    let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return pictures.contains(suffix) ? .picture : nil
  }

  /// What a word of letters and digits is.
  private static func kind(of token: [UInt8], _ day: Day) -> Reason.PersonalData? {
    let isDigit = { (byte: UInt8) in 0x30...0x39 ~= byte }
    switch token.count {
    case 3 where token == Array("KC1".utf8): return .card
    case 11 where token[0] == UInt8(ascii: "1") && token[1] >= UInt8(ascii: "3") && token.allSatisfy(isDigit):
      return .telephone
    case 18 where token.dropLast().allSatisfy(isDigit):
      let text = String(decoding: token, as: UTF8.self)
      return (try? IdentityNumber(text, asOf: day)) == nil ? nil : .identityNumber
    default: return nil
    }
  }
}

/// Cuts bytes that arrive piece by piece into words of ASCII letters and digits; longer ones than any sought are one.
private struct TokenFinder {
  private var token: [UInt8] = []

  mutating func take(_ piece: borrowing Span<UInt8>, _ body: ([UInt8]) -> Void) {
    for index in piece.indices {
      let byte = piece[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if token.count <= 18 { token.append(byte) }
      default: finish(body)
      }
    }
  }

  mutating func finish(_ body: ([UInt8]) -> Void) {
    if 3...18 ~= token.count { body(token) }
    token.removeAll(keepingCapacity: true)
  }
}
