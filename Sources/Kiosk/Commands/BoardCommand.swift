import ArgumentParser
import Ballot
import Foundation
import Terminal

struct BoardCommand: KioskCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "公开显示屏（第二块屏幕）。The public board on a second screen.")
  @Flag(help: "只显示一次 / show it once and end") var once = false
  @Option(help: "一次显示的列数 / columns of the text shown once") var columns = 100
  @Option(help: "一次显示的行数 / rows of the text shown once") var rows = 32

  func validate() throws {
    guard (80...400).contains(columns), (24...200).contains(rows) else {
      throw ValidationError("--columns 80…400 --rows 24…200")
    }
  }

  func perform(_ session: Session) async throws -> Answer? {
    let reader = BoardReader(session.home)
    let output = session.output
    if once || output.format == .json {
      let board = try reader.look(at: session.now())
      let size = Size(columns: columns, rows: rows)
      let text = { (language: Language) in
        board.draw(size, Look(language, letters: Letters.stencil), at: session.now()).text
      }
      return Answer(BoardReport(board), [Sentence(zh: text(.zh), en: text(.en))])
    }
    let terminal: Terminal
    do {
      terminal = try Terminal()
    } catch {
      throw Failure.unusable(
        "noTerminal", zh: "公开显示屏要在终端里打开；只要文字请加 --once。",
        en: "The board needs a terminal; add --once for its text.")
    }
    show(reader, on: terminal, session)
    return nil
  }

  /// How often the home is looked at, and after how many looks the screen turns to what did not fit.
  private static let interval: Int32 = 500
  private static let looksPerTurn = 16

  private func show(_ reader: BoardReader, on terminal: Terminal, _ session: Session) {
    let look = Look(session.output.language, letters: Letters.stencil)
    var (watch, looks) = (BoardWatch(), 0)
    while true {
      let now = session.now()
      do {
        watch.take(try reader.look(at: now), at: now)
      } catch {
        watch.miss(Failure(error).sentence, at: now)
      }
      terminal.show(
        watch.board.draw(
          terminal.size, look, at: now, turn: looks / BoardCommand.looksPerTurn,
          pictures: terminal.showsPictures))
      switch terminal.next(within: BoardCommand.interval) {
      case .key(.control("c")), .key(.escape), .key(.character("q")), .lost: return
      case .key(.control("l")): terminal.forget()
      case .key, .resized, .attributes, .wakened: break
      }
      looks += 1
    }
  }
}

/// The board for other programs, such as a web page for the village's own screen.
private struct BoardReport: Encodable {
  let scene: String
  let community: String
  let voters: Int?
  let issued: Int?
  let turnoutNeed: Int?
  let boxes: [Int]?
  let read: Int?
  let pending: Int?
  let sheet: [Line]?
  let posts: [Post]?
  let valid: Bool?

  struct Line: Encodable {
    let post: String
    let name: String?
    let mark: String
    let needsDecision: Bool
  }

  struct Post: Encodable {
    let title: String
    let seats: Int
    let persons: [Person]
  }

  struct Person: Encodable {
    let name: String
    let votes: Int
    let elected: Bool?
  }

  init(_ board: Board) {
    community = board.community
    var (voters, issued, need): (Int?, Int?, Int?)
    var count: Board.Count?
    var result: Board.Result?
    switch board.scene {
    case .waiting: scene = "waiting"
    case .voting(let turnout):
      scene = "voting"
      (voters, issued, need) = (turnout.voters, turnout.issued, turnout.need)
    case .counting(let now):
      scene = "counting"
      count = now
    case .result(let now):
      scene = "result"
      result = now
      (voters, issued) = (now.voters, now.issued)
    }
    (self.voters, self.issued, turnoutNeed) = (voters, issued, need)
    (boxes, read, pending) = (count?.boxes, count?.read, count?.pending)
    sheet = count?.current?.lines.map {
      Line(post: $0.post, name: $0.name, mark: $0.mark.rawValue, needsDecision: $0.needsDecision)
    }
    posts =
      count?.posts.map { post in
        Post(
          title: post.title, seats: post.seats,
          persons: post.persons.map { Person(name: $0.name, votes: $0.votes, elected: nil) })
      }
      ?? result?.posts.map { post in
        Post(
          title: post.title, seats: post.seats,
          persons: post.persons.map { Person(name: $0.name, votes: $0.votes, elected: $0.isElected) })
      }
    valid = result?.isValid
  }
}
