package import Archive
import Foundation
import Glibc

/// A TPM 2.0 in software (swtpm) of a test's own; it ends with the test's process at the latest.
package final class SoftwareTPM: Sendable {
  private let folder: URL
  private let port: Int
  private let running = Running()

  package static let isInstalled = program != nil

  private static let program = find("swtpm")
  private static let clearing = find("tpm2_clear")

  private static func find(_ name: String) -> String? {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return path.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  package enum Fault: Error { case notInstalled, doesNotAnswer, notCleared }

  /// A new TPM, switched on.
  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "swtpm-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    port = Self.freePair()
    try switchOn()
  }

  deinit {
    running.stop(SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Where it is, as tpm2-tss writes it.
  package var place: String { "swtpm:host=127.0.0.1,port=\(port)" }

  package var tpm: TPM { get throws { try TPM(place) } }

  /// Switches it on, with the state that it had.
  package func switchOn() throws {
    guard let program = Self.program else { throw Fault.notInstalled }
    let address = "type=tcp,bindaddr=127.0.0.1"
    try running.start(
      [
        program, "socket", "--tpm2", "--tpmstate", "dir=\(folder.path)", "--server",
        "\(address),port=\(port)",
        "--ctrl", "\(address),port=\(port + 1)", "--flags", "not-need-init,startup-clear",
      ], log: folder.appending(path: "log"))
    for _ in 0..<500 {
      if let socket = LoopbackPorts.connected(to: port + 1) {
        close(socket)
        return
      }
      usleep(10_000)
    }
    throw Fault.doesNotAnswer
  }

  /// Takes the power away.
  package func switchOff() { running.stop(SIGKILL) }

  /// Clears it, as a BIOS does: everything that was sealed is lost.
  package func clear() throws {
    guard let clearing = Self.clearing else { throw Fault.notInstalled }
    let process = Process()
    process.executableURL = URL(filePath: clearing)
    process.arguments = ["-T", place, "-c", "platform"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Fault.notCleared }
  }

  /// A free port whose neighbour is free too, for the second channel.
  private static func freePair() -> Int {
    for _ in 0..<50 {
      let port = LoopbackPorts.free(1)[0]
      if port < 65_535, LoopbackPorts.connected(to: port + 1) == nil { return port }
    }
    return LoopbackPorts.free(1)[0]
  }
}
