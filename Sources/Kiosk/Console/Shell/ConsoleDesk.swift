import Archive
import Ballot
import Foundation
import Typing

/// Does at once what the screens ask for, on the box that the console holds open.
final class ConsoleDesk {
  let box: Box
  private let station: Int?
  private let desk: Int
  private var roll: (digest: String, roll: Roll, index: PersonIndex)?

  init(_ box: Box, station: Int?, desk: Int) {
    self.box = box
    self.station = station
    self.desk = desk
  }

  func carryOut(_ deed: Deed) -> News {
    do {
      switch deed {
      case .judgeNumber(let number):
        return .judged(try judge(box.verify(rollNumber: number, station: station)))
      case .judgeCard(let text): return .judged(try judge(box.verify(text, station: station)))
      case .issue(let verdict): return try issue(verdict)
      case .search(let text, let most): return .found(try search(text, most))
      case .record(let login):
        try box.record(login)
        return .recorded
      case .readPlanDraft: return .planDraft(PlanShelf(box.home).draft)
      case .keepPlanDraft(let texts):
        try PlanShelf(box.home).keep(texts)
        return .recorded
      case .listFiles(let endings): return .files(FileSearch.files(endings))
      }
    } catch {
      return .refused(Complaint(Failure(error)))
    }
  }

  private func judge(_ verdict: CardVerdict) throws -> Judgement {
    let voter = try verdict.card.flatMap { try currentRoll().voter($0.roll) }
    return Judgement(verdict: verdict, voter: voter.map(VoterFace.init))
  }

  private func issue(_ verdict: CardVerdict) throws -> News {
    try box.carryOut(.issue(verdict, desk: desk, manner: .inPerson))
    return .issued(roll: verdict.card?.roll ?? 0, at: box.state.latest ?? box.now())
  }

  /// Sealed bundles of the election for which no receiver has answered yet.
  var unsent: Int {
    let sealed = (box.state.election?.bundles.count ?? 0) * BundleKind.allCases.count
    guard sealed > 0 else { return 0 }
    let entries = (try? UploadQueue(directory: box.home.archive).entries()) ?? []
    return max(0, sealed - entries.count(where: \.isSettled))
  }

  /// The votes that the results so far leave open.
  var openVotes: [VoteKind] {
    guard box.state.election?.countClosed != nil else { return [] }
    return (try? box.roundNeeds().openVotes) ?? []
  }

  /// Names and places that are typed here more often than elsewhere.
  func phrases() -> PhraseBook {
    guard let election = box.state.election else { return PhraseBook() }
    let voters = (try? currentRoll().voters) ?? []
    let places =
      election.plan.places.map { PhraseBook.Phrase($0.name) } + [.init(election.plan.community.name)]
    return PhraseBook(
      names: voters.map { PhraseBook.Phrase($0.name, note: $0.group.rawValue) }, places: places)
  }

  private func search(_ text: String, _ most: Int) throws -> [VoterFace] {
    _ = try currentRoll()
    return roll?.index.find(text, limit: most).map { VoterFace($0.voter) } ?? []
  }

  /// The roll, read once for as long as it stays the same.
  private func currentRoll() throws -> Roll {
    let digest = try box.election().roll?.digest ?? ""
    if let roll, roll.digest == digest { return roll.roll }
    let read = try box.roll()
    roll = (digest, read, PersonIndex(read.voters))
    return read
  }
}
