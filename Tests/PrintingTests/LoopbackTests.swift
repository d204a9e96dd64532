import Ballot
import Foundation
import Testing

@testable import Printing

/// Real jobs through a real CUPS server; skipped where CUPS is not installed.
@Suite(
  .serialized, .timeLimit(.minutes(2)),
  .enabled(if: Tool.exists("cupsd") && Tool.exists("ippeveprinter"), "needs cups-daemon and cups-ipp-utils"))
struct LoopbackTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let layout = try BallotLayout(Samples.ballots[0])
    try BallotDrawing(Samples.ballots[0], layout: layout).write(
      to: scratch.file("one.pdf"), created: Samples.day)
  }

  private var request: PrintRequest { PrintRequest(file: scratch.file("one.pdf"), title: "选票 “一”") }

  @Test("A ballot goes through the queue and comes out as a PDF with its text")
  func roundTrip() async throws {
    let loopback = try await LoopbackPrintServer.start(printingTo: scratch.file("printed"))
    let queues = try await loopback.server.queues()
    #expect(queues.map(\.name) == ["kiosk"])
    #expect(queues.first?.activity == .idle)
    #expect(try await loopback.server.queue() == loopback.queue)
    #expect(try await loopback.queue.print(request, timeout: .seconds(60)) == .finished)
    #expect(try FileManager.default.contentsOfDirectory(atPath: loopback.printed) == ["0001.pdf"])
    let text = try Tool.run("pdftotext", "\(loopback.printed)/0001.pdf", "-")
    #expect(text.contains("第十二届村民委员会选举选票"))
    loopback.stop()
    #expect(!FileManager.default.fileExists(atPath: loopback.state))
  }

  @Test("An empty tray is shown while it lasts, and the job goes on after it")
  func emptyTray() async throws {
    let loopback = try await LoopbackPrintServer.start(printingTo: scratch.file("printed"))
    loopback.setObstacle("media-empty-error")
    let job = try await loopback.queue.submit(request)
    let outcome = await loopback.queue.follow(job, timeout: .seconds(60)) { progress in
      if progress == .needsAttention([.mediaEmpty]) { loopback.setObstacle(nil) }
    }
    #expect(outcome == .finished)
  }

  @Test(
    "A printer that lost its power in the middle of a job leaves an unknown outcome, and the next job is clean"
  )
  func powerCut() async throws {
    let loopback = try await LoopbackPrintServer.start(printingTo: scratch.file("printed"))
    loopback.setObstacle("media-jam-error")
    let job = try await loopback.queue.submit(request)
    let outcome = await loopback.queue.follow(job, timeout: .seconds(60)) { progress in
      guard progress == .needsAttention([.mediaJam]) else { return }
      loopback.setPower(false)
      loopback.setObstacle(nil)
      loopback.setPower(true)
    }
    #expect(outcome == .unknown(reasons: ["cups-ipp-missing-job-history"]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: loopback.printed).isEmpty)
    #expect(try await loopback.queue.print(request, timeout: .seconds(60)) == .finished)
  }

  @Test("A printer that is off all the time is unavailable")
  func off() async throws {
    let loopback = try await LoopbackPrintServer.start(printingTo: scratch.file("printed"))
    loopback.setPower(false)
    #expect(try await loopback.queue.print(request, timeout: .seconds(15)) == .printerUnavailable)
  }

  @Test("A server that is not there, a queue that does not exist, a file that cannot be read")
  func refusals() async throws {
    let nobody = PrintServer(host: "127.0.0.1", port: 9)
    await #expect(throws: PrintError.serverUnreachable(server: "127.0.0.1:9")) { try await nobody.queues() }
    let loopback = try await LoopbackPrintServer.start(printingTo: scratch.file("printed"))
    await #expect(throws: PrintError.noSuchQueue(name: "x")) { try await loopback.server.queue("x") }
    let stranger = PrintQueue(name: "x", server: loopback.server)
    await #expect(throws: PrintError.noSuchQueue(name: "x")) { try await stranger.submit(request) }
    let nothing = PrintRequest(file: scratch.file("none.pdf"), title: "")
    await #expect(throws: PrintError.unreadableFile(path: nothing.file)) {
      try await loopback.queue.submit(nothing)
    }
  }
}
