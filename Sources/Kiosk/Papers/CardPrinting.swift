import Archive
import Ballot
import Foundation
import Printing

/// Makes voter cards: their signed codes and their faces.
struct CardPrinting {
  private let election: ElectionState
  private let key: SecretKey
  private let stations: StationFinder

  init(_ election: ElectionState, key: SecretKey) {
    self.election = election
    self.key = key
    stations = StationFinder(election.plan.places)
  }

  /// What all cards have in common.
  var issue: CardIssue {
    let plan = election.plan
    return CardIssue(
      title: "选民证", election: election.voteTitle,
      issuer: plan.issuer,
      date: plan.day.chinese,
      instructions: ["凭本证到指定投票站领取选票。", "本证只限本人使用，不得转让。", "请妥善保管，遗失立即报告。"])
  }

  /// The card of a voter in the generation that counts.
  func face(_ voter: VoterRecord) throws -> CardFace {
    let place = stations.place(of: voter)
    let plan = election.plan
    let width = max(4, String(election.frozen?.voters ?? 0).count)
    let number = String(voter.number.rawValue)
    return CardFace(
      name: voter.name, sex: voter.sex.sign,
      rollNumber: String(repeating: "0", count: max(0, width - number.count)) + number,
      group: voter.group.rawValue, station: place?.name ?? "",
      hours: "\(plan.day.chinese) \(plan.hours.open)—\(plan.hours.close)",
      code: try code(voter, station: place?.number ?? 1).text)
  }

  func code(_ voter: VoterRecord, station: Int) throws -> CardCode {
    let number = voter.number.rawValue
    let card = VoterCard(
      election: election.cardElection, roll: number, round: election.cardRound, station: station,
      generation: election.generation(ofRoll: number))
    return CardCode(card: card, signature: try key.sign(card.payload))
  }
}

/// Tells who votes where.
struct StationFinder {
  private let byGroup: [String: PollingPlace]
  private let other: PollingPlace?

  init(_ places: [PollingPlace]) {
    var byGroup: [String: PollingPlace] = [:]
    for place in places {
      for group in place.groups { byGroup[GroupName(written: group).rawValue] = place }
    }
    self.byGroup = byGroup
    other = places.first { $0.groups.isEmpty } ?? places.first
  }

  func place(of voter: VoterRecord) -> PollingPlace? { byGroup[voter.group.rawValue] ?? other }
}

extension Box {
  /// Judges what a code says.
  func verify(_ text: String, station: Int? = nil) throws -> CardVerdict {
    let election = try election()
    let reading = CardCode.read(text)
    guard case .card(let code) = reading else {
      return election.verify(reading, signed: false, station: station)
    }
    let key = state.keys.flatMap { [UInt8](hex: $0.cardKey) }.flatMap { PublicKey(bytes: $0) }
    let signed = key?.verifies(code.signature, over: code.card.payload) ?? false
    return election.verify(reading, signed: signed, station: station)
  }

  /// The card that the voter with a number holds now, typed in when the camera fails.
  func verify(rollNumber: Int, station desk: Int? = nil) throws -> CardVerdict {
    let election = try election()
    guard let voter = try voter(rollNumber) else { throw Failure(Refusal.notOnRoll(rollNumber)) }
    let station = StationFinder(election.plan.places).place(of: voter)?.number ?? 1
    let code = try CardPrinting(election, key: try keys.card).code(voter, station: station)
    return election.verify(.card(code), signed: true, station: desk)
  }

  /// The seal's picture, where the plan names one.
  func seal() throws -> Picture? {
    guard let hash = try election().plan.seal, let digest = Digest(hex: hash) else { return nil }
    guard let bytes = try blobs.get(digest) else { throw Failure.lostBlob }
    return try Picture(bytes, name: "seal")
  }

  /// Makes a directory for papers.
  func folder(_ path: String?) throws -> URL {
    let election = try election()
    let first = home.papers.appending(path: election.id.rawValue)
    let own = election.round == 1 ? first : first.appending(path: "round-\(election.round)")
    let url = path.map { URL(filePath: $0) } ?? own
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw Failure.unreadable(url.path, reason: "不能建立目录 / cannot make the directory")
    }
    return url
  }
}
