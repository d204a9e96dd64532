/// Where a bulletin hangs or hung, and since and until when.
package struct BulletinPosting: Sendable, Equatable {
  package let number: Int
  package let place: String
  package let posted: Day
  package let postedPicture: String?
  package private(set) var removed: Day?
  package private(set) var removedPicture: String?

  init(_ facts: BulletinMoved) {
    number = facts.number
    place = facts.place
    posted = facts.day
    postedPicture = facts.picture
  }

  mutating func remove(_ facts: BulletinMoved) {
    removed = facts.day
    removedPicture = facts.picture
  }
}

extension ElectionState {
  func correctBulletin(_ facts: BulletinCorrected) throws(Refusal) -> [Event] {
    guard let corrected = bulletins.first(where: { $0.number == facts.corrects }) else {
      throw .noSuchBulletin(facts.corrects)
    }
    guard facts.number == bulletins.count + 1, facts.code == corrected.code else {
      throw .bulletinNumberTaken(facts.number)
    }
    return [.bulletinCorrected(facts)]
  }

  func postBulletin(_ facts: BulletinMoved, today: Day) throws(Refusal) -> [Event] {
    guard let bulletin = bulletins.first(where: { $0.number == facts.number }) else {
      throw .noSuchBulletin(facts.number)
    }
    guard facts.day <= today, facts.day >= issuedOn[bulletin.number] ?? facts.day else {
      throw .postingDayImpossible(facts.day, issued: issuedOn[bulletin.number] ?? facts.day)
    }
    guard hanging(facts.number, facts.place) == nil else {
      throw .postedAlready(facts.number, place: facts.place)
    }
    return [.bulletinPosted(facts)]
  }

  func removeBulletin(_ facts: BulletinMoved, today: Day) throws(Refusal) -> [Event] {
    guard bulletins.contains(where: { $0.number == facts.number }) else {
      throw .noSuchBulletin(facts.number)
    }
    guard let posting = hanging(facts.number, facts.place) else {
      throw .notPosted(facts.number, place: facts.place)
    }
    guard facts.day <= today, facts.day >= posting.posted else {
      throw .postingDayImpossible(facts.day, issued: posting.posted)
    }
    return [.bulletinRemoved(facts)]
  }

  private func hanging(_ number: Int, _ place: String) -> BulletinPosting? {
    postings.last { $0.number == number && $0.place == place && $0.removed == nil }
  }
}
