import Ballot
import Foundation
import Printing

/// The demonstration's printer: a CUPS server and an IPP printer of its own, or files where there is no CUPS.
final class DemoPrinter {
  private let folder: DemoFolder
  private let output: Output
  private var loopback: LoopbackPrintServer?
  private(set) var name = "PDF"

  init(_ folder: DemoFolder, _ output: Output) {
    self.folder = folder
    self.output = output
  }

  /// Starts the server; says so where CUPS is missing.
  func start() async throws {
    do {
      loopback = try await LoopbackPrintServer.start(printingTo: folder.printed.path)
      name = "CUPS + IPP"
    } catch PrintError.missing(let packages) {
      let words = Sentence(
        zh: "本机没有 CUPS（缺少 \(packages.joined(separator: "、"))），改用 PDF 输出。",
        en:
          "This machine has no CUPS (\(packages.joined(separator: ", ")) missing); PDF output is used instead."
      )
      output.complain(words.text(in: output.language))
    }
  }

  /// Prints a PDF and gives back what came out of the printer.
  func print(_ file: URL, title: String, copies: Int, keepAs target: URL) async throws -> Delivery {
    guard let loopback else {
      try folder.copy(file, to: target)
      return .file
    }
    let before = Set(outcomes(loopback))
    let request = PrintRequest(file: file.path, title: title, copies: copies)
    let outcome: PrintOutcome
    do throws(PrintError) {
      outcome = try await loopback.queue.print(request, timeout: .seconds(300))
    } catch {
      throw Failure(.fault, "printer", error.sentence)
    }
    let delivery = try PrinterOptions.delivery(outcome)
    guard let new = outcomes(loopback).first(where: { !before.contains($0) }) else {
      throw Failure(.fault, "printer", PrintOutcome.unknown(reasons: []).sentence)
    }
    try folder.copy(URL(filePath: loopback.printed).appending(path: new), to: target)
    return delivery
  }

  private func outcomes(_ loopback: LoopbackPrintServer) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: loopback.printed)) ?? []
    return names.filter { $0.hasSuffix(".pdf") }.sorted()
  }

  func stop() {
    loopback?.stop()
    loopback = nil
  }
}
