import Archive
import Ballot
import Foundation

/// Looks into a home for the public board; writes nothing there and holds no lock.
final class BoardReader {
  private let home: Home
  private let live: LiveSheetFile?
  private var journal: Journal?
  private var state = DeviceState()
  private var count: CountWatch?
  private var result: (digest: String, document: ResultDocument)?

  init(_ home: Home) {
    self.home = home
    live = LiveSheetFile(home)
  }

  /// The board of this moment.
  ///
  /// - Throws: When the home cannot be read now, for example while it is being written; look again a little later.
  func look(at now: Instant) throws -> Board {
    try readOn()
    guard let election = state.election else {
      let wait: Board.Wait = try isThere(home.root) ? .noElection : .noHome(home.root.path)
      return Board(community: "", term: 0, body: "", scene: .waiting(wait))
    }
    let plan = election.plan
    return Board(
      community: plan.community.name, term: plan.term, body: plan.kind.body,
      scene: try scene(election, at: now))
  }

  private func readOn() throws {
    if journal == nil {
      guard try isThere(home.journal.appending(path: "journal.sqlite")) else { return }
      journal = try Journal(readOnly: home.journal)
    }
    try journal?.forEachLine(after: state.size) { _, line in state.apply(try Record(line: line)) }
  }

  /// Whether something is there; not to be allowed to look is another thing than that nothing is.
  private func isThere(_ file: URL) throws -> Bool {
    do {
      _ = try FileManager.default.attributesOfItem(atPath: file.path)
      return true
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
      return false
    }
  }

  private func scene(_ election: ElectionState, at now: Instant) throws -> Board.Scene {
    if election.plan.kind.isOwnersVote { return .waiting(.slips) }
    if let closed = election.countClosed { return .result(try result(election, closed)) }
    if election.countOpened != nil { return .counting(try counting(election)) }
    if election.closed != nil {
      let quantities = election.quantities
      return .waiting(.beforeCount(issued: quantities.issued, voters: quantities.roll))
    }
    let plan = election.plan
    guard election.opened != nil else {
      return .waiting(.beforePoll(day: plan.day, hours: plan.hours, places: plan.places.map(\.name)))
    }
    var briefing = Briefing(now: now)
    briefing.take(election)
    return .voting(Turnout(briefing))
  }

  // MARK: Counting

  private func counting(_ election: ElectionState) throws -> Board.Count {
    try follow(election)
    let opened = election.countOpened?.boxes ?? []
    let sheet = live?.sheet().flatMap { $0.election == election.id && $0.round == election.round ? $0 : nil }
    guard let count else {
      return Board.Count(boxes: opened, read: 0, pending: 0, current: nil, posts: [])
    }
    try count.update()
    return Board.Count(
      boxes: opened, read: count.read, pending: count.pending, current: sheet.map(count.show),
      posts: count.posts)
  }

  /// Begins to follow the count of this round, once a sheet was read.
  private func follow(_ election: ElectionState) throws {
    if let count, count.election == election.id, count.round == election.round { return }
    count = nil
    let folder = home.ballots(election.id.rawValue, round: election.round)
    guard try isThere(folder.appending(path: "ballots.sqlite")) else { return }
    count = try CountWatch(election, home, blob: blob)
  }

  // MARK: The result

  private func blob(_ hash: String) throws -> [UInt8] {
    guard let digest = Digest(hex: hash), FileManager.default.fileExists(atPath: home.blobs.path),
      let bytes = try BlobStore(directory: home.blobs).get(digest)
    else { throw Failure.lostBlob }
    return bytes
  }

  private func result(_ election: ElectionState, _ closed: CountClosed) throws -> Board.Result {
    if result?.digest != closed.resultDigest {
      let text = String(decoding: try blob(closed.resultDigest), as: UTF8.self)
      result = (closed.resultDigest, try JSON(parsing: text).decode(ResultDocument.self))
    }
    guard let document = result?.document else { throw Failure.lostBlob }
    return Board.Result(document, note: note(election, document))
  }

  /// The signed result that was put beside the bulletin, when its signature is the box's and it says this result.
  private func note(_ election: ElectionState, _ document: ResultDocument) -> String? {
    guard let bulletin = election.bulletins.last(where: { $0.code == "B22" }),
      let key = state.keys.flatMap({ [UInt8](hex: $0.kioskKey) }).flatMap({ PublicKey(bytes: $0) })
    else { return nil }
    let first = home.papers.appending(path: election.id.rawValue)
    let file = (election.round == 1 ? first : first.appending(path: "round-\(election.round)"))
      .appending(path: "\(bulletin.code)-\(bulletin.number).note")
    guard let data = try? Data(contentsOf: file), let note = try? SignedNote(parsing: Array(data)),
      let name = note.signatures.first?.name, let noteKey = try? NoteKey(name: name, key: key),
      case .valid = note.standing(of: noteKey),
      note.text.contains("sha256=\(Digest.of(document.published.json).hex)")
    else { return nil }
    return note.description
  }
}

extension Board.Result {
  init(_ document: ResultDocument, note: String?) {
    self.init(
      isValid: document.isValid, voters: document.quantities.roll, issued: document.quantities.issued,
      returned: document.pages.first?.returned ?? 0, valid: document.pages.first?.valid ?? 0,
      void: document.pages.first?.void ?? 0, abstentions: document.pages.first?.abstentions ?? 0,
      posts: document.posts.map { post in
        Post(
          title: post.title, seats: post.seats, need: post.need, vacant: post.vacant,
          persons: post.persons.map { person in
            Person(
              name: person.name, votes: person.votes, isElected: person.elected,
              isTied: post.tied.contains(person.person))
          })
      }, note: note)
  }
}
