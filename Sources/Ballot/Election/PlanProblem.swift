/// One thing wrong with a plan, and where in it.
package struct PlanProblem: Hashable, Sendable {
  /// The way to the value, such as `posts[1].seats`.
  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package enum Reason: Hashable, Sendable {
    case missing
    case wrongKind(expected: String)
    case unknownKey(String, known: [String])
    case unknownValue(String, known: [String])
    case notAnID(String)
    case notACommunityCode(String)
    case notADay(String)
    case notATime(String)
    case closesBeforeItOpens
    case noSuchPack(String, known: [String])
    case packNotInForce(pack: String, from: Day, until: Day?)
    case kindNotInPack(kind: String, known: [String])
    case noPosts
    case duplicate(String)
    case seatsOutOfRange(Int)
    case seatsEven(Int)
    /// A choice that the pack does not leave to the meeting.
    case choiceRefused(ChoiceRefusal)
    case numberOutOfRange(Int, least: Int, most: Int)
    case tooMany(Int, most: Int)
    case tooLong(most: Int)
    case seatTotal(Int, least: Int, most: Int)
    case noSurplus(candidates: Int, seats: Int, needed: Int)
    case nameEmpty
    case nameTooLong(String, most: Int)
    case notFitting(lines: Int, most: Int)
    case noPlaces
    case tooFewScrutineers(have: Int, need: Int)
    case officerIsCandidate(String)
    case fileUnreadable(String)
    case notAPNG(String)
  }
}

extension Plan {
  /// Everything wrong with the plan under its pack; empty when it may be adopted.
  package func problems(pack: RulePack) -> [PlanProblem] {
    // A layout can be tried only with seats that a ballot can have.
    let drawable = !kind.isOwnersVote && posts.allSatisfy { Post.seatRange.contains($0.seats) }
    let problems = dayProblems(pack) + choiceProblems(pack)
    let pack = (try? pack.adopting(choices)) ?? pack
    return problems + postProblems(pack) + peopleProblems(pack) + (drawable ? layoutProblems() : [])
  }

  private func dayProblems(_ pack: RulePack) -> [PlanProblem] {
    var problems: [PlanProblem] = []
    if !pack.isInForce(on: day) {
      problems.append(
        .init(
          "election.pack",
          .packNotInForce(pack: pack.id, from: pack.firstElectionDay, until: pack.lastElectionDay)))
    }
    if hours.close <= hours.open { problems.append(.init("election.hours.close", .closesBeforeItOpens)) }
    return problems
  }

  private func choiceProblems(_ pack: RulePack) -> [PlanProblem] {
    pack.refusals(of: choices).map { .init("choices.\($0.parameter)", .choiceRefused($0)) }
  }

  private func postProblems(_ pack: RulePack) -> [PlanProblem] {
    guard let rules = pack.rules(for: kind) else {
      let known = pack.knownKinds.map(\.rawValue)
      return [.init("election.kind", .kindNotInPack(kind: kind.rawValue, known: known))]
    }
    if kind.isQuestion != (question != nil) {
      return [.init("question", question == nil ? .missing : .unknownKey("question", known: ["posts"]))]
    }
    guard !posts.isEmpty else { return [.init("posts", .noPosts)] }
    var problems: [PlanProblem] = []
    if let electorate, !rules.electorates.contains(electorate) {
      let known = rules.electorates.map(\.rawValue)
      problems.append(.init("election.electorate", .unknownValue(electorate.rawValue, known: known)))
    }
    let seats = kind.isOwnersVote ? Post.ownersSeats : Post.seatRange
    let total = posts.map(\.seats).filter(seats.contains).reduce(0, +)
    if let problem = rules.seatsProblem(total) { problems.append(.init("posts", problem)) }
    for (index, post) in posts.enumerated() {
      problems += post.problems(
        at: "posts[\(index)]", seats: seats,
        surplus: rules.surplusRequired.value ? pack.minSurplusPerPost.value : 0,
        nominatedLater: takesNominations || question != nil)
    }
    for index in duplicates(posts.map(\.id.rawValue)) {
      problems.append(.init("posts[\(index)].id", .duplicate(posts[index].id.rawValue)))
    }
    return problems
  }

  private func peopleProblems(_ pack: RulePack) -> [PlanProblem] {
    var problems: [PlanProblem] = []
    if places.isEmpty { problems.append(.init("places", .noPlaces)) }
    for (index, place) in places.enumerated() where !PollingPlace.numbers.contains(place.number) {
      let (least, most) = (PollingPlace.numbers.lowerBound, PollingPlace.numbers.upperBound)
      problems.append(
        .init("places[\(index)].number", .numberOutOfRange(place.number, least: least, most: most)))
    }
    for index in duplicates(places.map { String($0.number) }) {
      problems.append(.init("places[\(index)].number", .duplicate(String(places[index].number))))
    }
    let scrutineers = Set(staff.filter { $0.role == .scrutineer || $0.role == .chiefScrutineer }.map(\.name))
    let need = pack.scrutineersPerDecision.value
    if scrutineers.count < need {
      problems.append(.init("staff", .tooFewScrutineers(have: scrutineers.count, need: need)))
    }
    let candidates = Set(posts.flatMap(\.candidates).map(\.name) + [question?.person.name].compactMap(\.self))
    for (index, officer) in staff.enumerated() where candidates.contains(officer.name) {
      problems.append(.init("staff[\(index)].name", .officerIsCandidate(officer.name)))
    }
    return problems
  }

  private func layoutProblems() -> [PlanProblem] {
    let drawn = posts.map {
      BallotSpecification.Post(
        id: $0.id, heading: "", seats: $0.seats, candidates: $0.candidates.map(\.name),
        asks: question != nil)
    }
    let ballot = BallotSpecification(
      type: BallotType(rawValue: ""), batch: BatchCode(rawValue: ""), title: "", subtitle: "", posts: drawn,
      instructions: [], issuer: "", date: "")
    do {
      _ = try BallotLayout(ballot)
      return []
    } catch {
      return layoutProblem(error).map { [$0] } ?? []
    }
  }

  private func layoutProblem(_ refusal: BallotLayout.Refusal) -> PlanProblem? {
    func path(_ id: PostID) -> String {
      "posts[\(posts.firstIndex { $0.id == id } ?? 0)].candidates"
    }
    switch refusal {
    case .noPosts: return nil
    case .tooManyLines(let post, let lines, let most):
      return .init(path(post), .notFitting(lines: lines, most: most))
    case .nameTooLong(let post, let name, let most):
      return .init(path(post), .nameTooLong(name, most: most))
    }
  }
}

extension Post {
  /// A ballot has room for no more.
  fileprivate static let seatRange = 1...9
  /// Slips of owners are not laid out (OWN 31).
  fileprivate static let ownersSeats = 1...11

  fileprivate func problems(
    at path: String, seats range: ClosedRange<Int>, surplus: Int, nominatedLater: Bool
  ) -> [PlanProblem] {
    var problems: [PlanProblem] = []
    if !range.contains(seats) { problems.append(.init("\(path).seats", .seatsOutOfRange(seats))) }
    if range.contains(seats), !nominatedLater, candidates.count < seats + surplus {
      problems.append(
        .init(
          "\(path).candidates",
          .noSurplus(candidates: candidates.count, seats: seats, needed: seats + surplus)))
    }
    for (index, candidate) in candidates.enumerated() where candidate.name.isEmpty {
      problems.append(.init("\(path).candidates[\(index)].name", .nameEmpty))
    }
    for index in duplicates(candidates.map { "\($0.name)/\($0.group ?? "")/\($0.birth?.description ?? "")" })
    {
      problems.append(.init("\(path).candidates[\(index)].name", .duplicate(candidates[index].name)))
    }
    return problems
  }
}

/// The places of a list whose value stood there before.
private func duplicates(_ values: [String]) -> [Int] {
  var seen: Set<String> = []
  return values.indices.filter { !seen.insert(values[$0]).inserted }
}
