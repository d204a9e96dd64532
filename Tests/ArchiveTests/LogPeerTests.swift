import Ballot
import Foundation
import Testing

@testable import Archive

/// The log held against Go's own implementation, golang.org/x/mod/sumdb.
@Suite(
  "The log and Go's sumdb",
  .enabled(if: GoPeer.isInstalled, "golang-go or golang-golang-x-mod-dev is missing"))
struct LogPeerTests {
  let folder: Folder
  let signer: NoteSigner
  let peer: URL

  init() throws {
    folder = try Folder()
    signer = try Samples.signer()
    peer = try GoPeer.build(in: folder.url)
  }

  @Test("Go opens the checkpoint, finds the root and makes the same proofs")
  func agrees() throws {
    let outcome = try check(Samples.events)
    #expect(outcome.status == 0, "\(outcome.output)")
    let tree = LogTree(lines: Samples.events)
    var expected = "ok 40\n"
    for new in 1...20 {
      for old in 1...new {
        let record = try #require(tree.inclusionProof(of: old - 1, inSize: new))
        let extends = try #require(tree.consistencyProof(from: old, to: new))
        expected += "\(new) \(old) \(list(record)) \(list(extends))\n"
      }
    }
    #expect(outcome.output == expected)
  }

  @Test("Go refuses what was changed", arguments: Tampering.allCases)
  func refuses(_ tampering: Tampering) throws {
    #expect(try check(tampering.applied(to: Samples.events)).status == 1)
  }

  private func check(_ lines: [String]) throws -> Tool.Outcome {
    try Data(Samples.checkpoint(by: signer).description.utf8).write(to: folder.file("checkpoint"))
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: folder.file("events"))
    let tool = try Samples.required(Tool("env"))
    return try tool.run([peer.path, signer.noteKey.vkey, "checkpoint", "events"], in: folder.url)
  }

  private func list(_ proof: [Digest]) -> String { "[" + proof.map(\.hex).joined(separator: ",") + "]" }
}

/// What somebody may do to a log.
enum Tampering: CaseIterable {
  case flippedBit, droppedLast, swappedPair, inserted, droppedFirst

  func applied(to lines: [String]) -> [String] {
    var lines = lines
    switch self {
    case .flippedBit: lines[16] = lines[16].replacing("step", with: "stfp")
    case .droppedLast: lines.removeLast()
    case .swappedPair: lines.swapAt(20, 21)
    case .inserted: lines.insert("{}", at: 5)
    case .droppedFirst: lines.removeFirst()
    }
    return lines
  }
}

/// The program in Tests/Peers/sumdb, compiled.
enum GoPeer {
  static let isInstalled =
    Tool.isInstalled("go")
    && FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/note")

  static func build(in folder: URL) throws -> URL {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../Peers/sumdb/main.go")
    let program = folder.appending(path: "peer")
    let outcome = try Samples.required(Tool("go")).run(
      ["build", "-o", program.path, source.path], in: folder,
      environment: ["GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""])
    #expect(outcome.status == 0, "\(outcome.output)")
    return program
  }
}
