import ArgumentParser
import Ballot
import Foundation
import Printing

/// Which printer, and what a person says of it.
struct PrinterOptions: ParsableArguments {
  @Option(help: "打印队列 / print queue") var queue: String?
  @Option(help: "打印服务器 HOST:PORT / print server") var server: String?
  @Option(help: "最多等多少秒 / seconds to wait at most") var timeout = 600
  @Flag(help: "不用打印机，只写文件 / no printer, write the file only") var toFile = false
  @Flag(help: "打印机状态不明，但已有人清点 / a person has counted the sheets") var counted = false

  func validate() throws {
    _ = try printServer()
    guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout 1…86400") }
  }

  /// Prints a file and waits until it is known what became of it.
  func print(_ file: URL, title: String, copies: Int, _ session: Session) async throws -> Delivery {
    if toFile { return .file }
    if counted { return .confirmedByPerson }
    do {
      let server = try printServer()
      let printer = try await server.queue(queue ?? session.setup().queue)
      let output = session.output
      if try await printer.withdrawLeftovers(named: title) > 0 {
        output.complain(Sentence.leftoversWithdrawn.text(in: output.language))
      }
      let job = try await printer.submit(PrintRequest(file: file.path, title: title, copies: copies))
      let outcome = await printer.follow(job, timeout: .seconds(timeout)) { progress in
        output.complain(progress.sentence.text(in: output.language))
      }
      guard outcome.isOpen else { return try PrinterOptions.delivery(outcome) }
      return try PrinterOptions.delivery(outcome, withdrawn: await printer.withdraw(job))
    } catch let error as PrintError {
      throw Failure(.fault, "printer", error.sentence)
    }
  }

  /// A job counts only when it has really finished.
  static func delivery(_ outcome: PrintOutcome) throws -> Delivery {
    guard outcome == .finished else { throw Failure(.fault, "printer", outcome.sentence) }
    return .printed
  }

  /// A job that was given up: taken back, or ended at the last moment.
  private static func delivery(_ outcome: PrintOutcome, withdrawn: Withdrawal) throws -> Delivery {
    let said = Task.isCancelled ? Sentence.printingStopped : outcome.sentence
    switch withdrawn {
    case .ended(let end): return try delivery(end)
    case .withdrawn: throw Failure(.fault, "printer", said + Sentence.jobWithdrawn)
    case .left: throw Failure(.fault, "printer", said + Sentence.jobLeft)
    }
  }

  private func printServer() throws -> PrintServer {
    guard let server else { return .chosen }
    guard let named = PrintServer(named: server), server.contains(":") else {
      throw ValidationError("--server HOST:PORT")
    }
    return named
  }
}
