/// Makes the list of formal candidates from the nominees who were cleared.
struct CandidateList {
  let book: CandidateBook
  let order: CandidateOrder
  /// How many more candidates than seats the meeting wants, by post; everybody who was cleared where it is silent.
  let surplus: [PostID: Int]
  /// How many more candidates than seats there must be: 0 where the law asks for none.
  let least: Int
  /// How many more there may be.
  let most: Int

  func settle(_ posts: [Post]) throws(CandidateRefusal) -> CandidatesSettled {
    let waiting = book.unvetted.map(\.number)
    guard waiting.isEmpty else { throw .notVetted(waiting) }
    var settled: [SettledPost] = []
    for post in posts {
      let ordered = try inOrder(chosen(post))
      settled.append(
        SettledPost(
          post: post.id, seats: post.seats,
          candidates: ordered.map { SettledPost.Standing(roll: $0.roll, candidate: $0.candidate) }))
    }
    return CandidatesSettled(order: order, posts: settled)
  }

  /// The nominees of a post who stand: all, or as many as seats and surplus, the most supported first.
  ///
  /// All who are equal at the last place stand (`[U]`): the box draws no lots.
  private func chosen(_ post: Post) throws(CandidateRefusal) -> [Nomination] {
    let standing = book.standing.filter { $0.post == post.id }
    guard standing.count >= post.seats + least else {
      throw .surplusMissing(post: post.id, have: standing.count, need: post.seats + least)
    }
    guard let asked = surplus[post.id] else { return standing }
    guard asked >= least, asked <= most else {
      throw .surplusOutOfRange(post: post.id, asked: asked, least: least, most: most)
    }
    let ranked = standing.sorted { ($1.support, $0.number) < ($0.support, $1.number) }
    let places = post.seats + asked
    guard ranked.count > places else { return ranked }
    let last = ranked[places - 1].support
    return ranked.filter { $0.support >= last }
  }

  private func inOrder(_ nominations: [Nomination]) throws(CandidateRefusal) -> [Nomination] {
    if order == .nomination { return nominations.sorted { $0.number < $1.number } }
    let strokes = StrokeOrder()
    let unknown = nominations.flatMap { strokes.unknown(in: $0.candidate.name).map(String.init) }
    guard unknown.isEmpty || order == .votes else { throw .strokesUnknown(unknown) }
    return nominations.sorted { left, right in
      if order == .votes, left.support != right.support { return left.support > right.support }
      let (one, other) = (left.candidate.name, right.candidate.name)
      return one == other ? left.number < right.number : strokes.precedes(one, other)
    }
  }
}
