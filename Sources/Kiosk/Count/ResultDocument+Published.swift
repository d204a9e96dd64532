import Ballot

extension ResultDocument {
  /// The result without roll numbers, for everybody.
  ///
  /// A printed person is named by the line on the ballot, one written in by a running number.
  var published: ResultDocument {
    ResultDocument(
      election: election, communityCode: communityCode, pack: pack, packDigest: packDigest,
      rollDigest: rollDigest, quantities: quantities, pages: pages.map(\.published), identities: identities,
      decided: decided, round: round, vote: vote)
  }
}

extension ResultDocument.Page {
  fileprivate var published: ResultDocument.Page {
    ResultDocument.Page(
      page: page, returned: returned, valid: valid, abstentions: abstentions, void: void, voids: voids,
      validity: validity, anomaly: anomaly, turnoutNeed: turnoutNeed, posts: posts.map(\.published),
      checks: checks, womenLacking: womenLacking, anomalies: anomalies)
  }
}

extension ResultDocument.PostResult {
  /// A printed person's line, or a running number of those written in: roll numbers are not public.
  func reference(_ person: ResultDocument.Person) -> String {
    if let answer = Question.Answer(rawValue: person.person) { return answer.line.rawValue }
    if !person.writeIn {
      let index = persons.filter { !$0.writeIn }.firstIndex { $0.person == person.person } ?? 0
      return LineID.candidate(index + 1, of: PostID(rawValue: post)).rawValue
    }
    let index = persons.filter(\.writeIn).firstIndex { $0.person == person.person } ?? 0
    return "\(post)/written-\(index + 1)"
  }

  private func references(_ persons: [String]) -> [String] {
    persons.map { id in self.persons.first { $0.person == id }.map(reference) ?? "?" }
  }

  fileprivate var published: ResultDocument.PostResult {
    ResultDocument.PostResult(
      post: post, title: title, seats: seats, threshold: threshold, base: base, need: need,
      persons: persons.map { person in
        ResultDocument.Person(
          person: reference(person), name: person.name, votes: person.votes,
          check: person.check, areaCheck: person.areaCheck, against: person.against,
          abstain: person.abstain, void: person.void, writeIn: person.writeIn, elected: person.elected)
      },
      elected: references(elected), tied: references(tied), tiedSeats: tiedSeats, vacant: vacant,
      runoff: references(runoff), voidSections: voidSections, nobody: nobody,
      reservedForWomen: reservedForWomen,
      womenRunoff: womenRunoff.map(references),
      passedOver: passedOver?.map { passed in
        ResultDocument.PassedOver(
          person: references([passed.person])[0], reason: passed.reason,
          other: passed.other.map { references([$0])[0] }, grounds: nil)
      },
      carried: carried)
  }
}
