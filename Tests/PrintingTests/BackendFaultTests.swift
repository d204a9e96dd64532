import Ballot
import Foundation
import Testing

@testable import Printing

/// What CUPS makes of a backend's exit codes, and we of CUPS.
@Suite(
  .serialized, .timeLimit(.minutes(2)),
  .enabled(if: Tool.exists("cupsd") && Tool.exists("ippeveprinter"), "needs cups-daemon and cups-ipp-utils"))
struct BackendFaultTests {
  /// Does what the file `mode` says; it runs as the user lp, so everything else goes through the exit code.
  private static let script = """
    #!/bin/sh
    [ $# -gt 0 ] || { echo 'direct faulty "Unknown" "Faulty"'; exit 0; }
    place=${DEVICE_URI#faulty://}
    case $(cat $place/mode) in
      stop) exit 4;; hold) exit 3;; cancel) exit 5;; retry) exit 6;; fail) exit 1;;
      door) echo "STATE: +cover-open-error" >&2
        while [ "$(cat $place/mode)" = door ]; do sleep 0.05; done
        echo "STATE: -cover-open-error" >&2;;
    esac
    cat > /dev/null
    exit 0

    """

  private func outcome(_ mode: String, _ timeout: Duration = .seconds(30)) async throws -> (
    PrintOutcome, Bool
  ) {
    let scratch = try Scratch()
    let layout = try BallotLayout(Samples.ballots[0])
    try BallotDrawing(Samples.ballots[0], layout: layout).write(
      to: scratch.file("one.pdf"), created: Samples.day)
    let backend = LoopbackPrintServer.Backend(name: "faulty", script: BackendFaultTests.script)
    let loopback = try LoopbackPrintServer(scratch.file("printed"), backend: backend)
    StateDirectory.write(mode, to: "\(loopback.state)/mode")
    let request = PrintRequest(file: scratch.file("one.pdf"), title: "选票")
    let sawDoor = StopSign()
    let outcome = try await loopback.queue.print(request, timeout: timeout) { progress in
      guard progress == .needsAttention([.coverOpen]) else { return }
      sawDoor.raise()
      StateDirectory.write("ok", to: "\(loopback.state)/mode")
    }
    return (outcome, sawDoor.isRaised)
  }

  @Test(
    "How a job ends",
    arguments: [
      ("ok", PrintOutcome.finished),
      ("hold", .held(reasons: ["job-hold-until-specified"])),
      ("retry", .held(reasons: ["resources-are-not-ready"])),
      ("cancel", .canceled(message: "")),
    ])
  func ending(_ mode: String, _ expected: PrintOutcome) async throws {
    #expect(try await outcome(mode).0 == expected)
  }

  @Test("A stopped queue keeps the job", arguments: ["stop", "fail"])
  func stopped(_ mode: String) async throws {
    guard case .stopped(let reasons) = try await outcome(mode).0 else {
      Issue.record("not stopped")
      return
    }
    #expect(reasons.contains("printer-stopped"))
  }

  @Test("An open cover is reported, and after it the job is finished")
  func door() async throws {
    let (outcome, sawDoor) = try await outcome("door")
    #expect(outcome == .finished)
    #expect(sawDoor)
  }
}
