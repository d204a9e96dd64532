import Archive
import Ballot
import Foundation

/// The roll as it lies in the box: one voter a line, found by the hash of the whole.
struct Roll {
  let voters: [VoterRecord]

  /// The bytes that are hashed and kept: canonical JSON, one voter a line, by roll number.
  static func bytes(_ voters: [VoterRecord]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(voters.count * 220)
    for voter in voters {
      bytes.append(contentsOf: voter.line.utf8)
      bytes.append(10)
    }
    return bytes
  }

  init(voters: [VoterRecord]) { self.voters = voters }

  /// Reads a kept roll.
  init(_ bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    voters = try bytes.split(separator: 10).map { try decoder.decode(VoterRecord.self, from: Data($0)) }
  }

  /// The voter with a number on the roll.
  func voter(_ number: Int) -> VoterRecord? {
    number >= 1 && number <= voters.count ? voters[number - 1] : nil
  }

  func name(_ person: PersonID) -> String { Int(person.rawValue).flatMap(voter)?.name ?? person.rawValue }
}

extension VoterRecord {
  /// The voter as one line of canonical JSON.
  fileprivate var line: String {
    var members: [String: JSON] = [
      "number": .integer(number.rawValue), "name": .string(name), "sex": .string(sex.rawValue),
      "birth": .string(birth.description), "group": .string(group.rawValue), "household": .string(household),
      "registrationClass": .integer(registrationClass.rawValue), "address": .string(address),
      "phone": .string(phone), "station": .string(station), "note": .string(note),
    ]
    if let identity { members["identity"] = .string(identity.unmasked) }
    return JSON.object(members).canonical
  }
}

extension Box {
  /// The roll of the current election, checked against its hash.
  func roll() throws -> Roll {
    if try election().plan.kind.isOwnersVote { throw Failure.ownersVote }
    return try Roll(registerBytes())
  }

  /// One voter of the roll, without reading all the others: the line's number is the voter's.
  func voter(_ number: Int) throws -> VoterRecord? {
    if try election().plan.kind.isOwnersVote { throw Failure.ownersVote }
    let lines = try registerBytes().split(separator: 10)
    guard number >= 1, number <= lines.count else { return nil }
    return try JSONDecoder().decode(VoterRecord.self, from: Data(lines[number - 1]))
  }

  /// The bytes of the roll, or of the owners' register, checked against their hash.
  func registerBytes() throws -> [UInt8] {
    guard let hash = try election().roll?.digest, let digest = Digest(hex: hash) else {
      throw Failure(Refusal.rollMissing)
    }
    guard let bytes = try blobs.get(digest) else { throw Failure.lostBlob }
    return bytes
  }
}

extension Failure {
  static let lostBlob = Failure(
    .fault, "lostBlob",
    Sentence(
      zh: "存储的文件丢失或被改动，与日志中的摘要不符。请停止操作并报告。",
      en:
        "A stored file is missing or was changed; it does not match its hash in the journal. Stop and report it."
    ))
}
