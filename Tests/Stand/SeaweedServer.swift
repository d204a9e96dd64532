package import Archive
package import Foundation
import Glibc

/// A real S3 server (SeaweedFS) of a test's own; it ends with the test's process at the latest.
package final class SeaweedServer: Sendable {
  package let folder: URL
  /// The S3 port for plain HTTP.
  package let port: Int
  /// The S3 port for TLS; its certificate is by `authority`.
  package let securePort: Int
  package let certificates: TestCertificates
  private let ports: [Int]
  private let running: Running

  package static let bucket = "archive"
  /// May do everything, as the receiver of a district may.
  package static let district = S3Credentials(accessKey: "DISTRICT", secretKey: "district secret+/=")
  /// A box's key: reads, lists and writes in the bucket.
  package static let kiosk = S3Credentials(accessKey: "KIOSK1", secretKey: "kiosk secret+/=")

  private static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    let python = environment["KIOSK_PYTHON"].map { URL(filePath: $0).deletingLastPathComponent().path }
    let beside = URL(filePath: #filePath).appending(path: "../../../.venv/bin").standardized.path
    let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return ([python, beside].compactMap { $0 } + path).map { "\($0)/weed" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  package static var isInstalled: Bool { program != nil }

  /// The one server that tests share, started by the first that asks; nil where it cannot start.
  package static let shared: SeaweedServer? = try? SeaweedServer()

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "seaweed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "data"), withIntermediateDirectories: true)
    certificates = try TestCertificates(in: folder)
    ports = LoopbackPorts.free(10)
    (port, securePort) = (ports[0], ports[1])
    running = Running()
    try Data(Self.identities.utf8).write(to: folder.appending(path: "s3.json"))
    try start()
    try makeBucket()
  }

  deinit {
    running.stop(SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  /// The bucket as reached on the server's own port or through another, such as a proxy's.
  package func place(
    _ credentials: S3Credentials = SeaweedServer.kiosk, port: Int? = nil, patience: Int = 20
  ) throws -> S3Place {
    let place = S3Place(
      endpoint: "http://127.0.0.1:\(port ?? self.port)", bucket: Self.bucket, region: "us-east-1",
      credentials: credentials, transport: TransportSettings(patience: patience))
    guard let place else { throw CocoaError(.coderInvalidValue) }
    return place
  }

  /// The server listens before it is able to do anything.
  private func makeBucket() throws {
    let client = S3Client(try place(Self.district), clock: { Int(Date().timeIntervalSince1970) })
    for _ in 0..<100 {
      if (try? client.makeBucket()) == true { return }
      usleep(200_000)
    }
    throw CocoaError(.fileWriteUnknown)
  }

  /// Ends the server at once, as a power cut does.
  package func kill() { running.stop(SIGKILL) }

  /// Starts the server, again if need be, and waits until it answers.
  package func start() throws {
    guard let program = Self.program else { throw CocoaError(.fileNoSuchFile) }
    let words = [
      program, "-logdir=\(folder.path)", "server", "-dir=\(folder.path)/data", "-ip=127.0.0.1",
      "-ip.bind=127.0.0.1", "-s3", "-s3.port=\(ports[0])", "-s3.port.https=\(ports[1])",
      "-s3.port.grpc=\(ports[2])", "-s3.port.iceberg=0", "-s3.port.lance=0",
      "-s3.config=\(folder.path)/s3.json", "-s3.cert.file=\(certificates.server)",
      "-s3.key.file=\(certificates.serverKey)", "-filer", "-filer.port=\(ports[3])",
      "-filer.port.grpc=\(ports[4])", "-master.port=\(ports[5])", "-master.port.grpc=\(ports[6])",
      "-volume.port=\(ports[7])", "-volume.port.grpc=\(ports[8])", "-master.volumeSizeLimitMB=64",
      "-volume.max=20", "-master.telemetry=false", "-master.electionTimeout=1s",
      "-master.heartbeatInterval=200ms",
    ]
    try running.start(words, log: folder.appending(path: "log"))
    for _ in 0..<300 {
      if let socket = LoopbackPorts.connected(to: port) {
        close(socket)
        return
      }
      usleep(50_000)
    }
    throw CocoaError(.fileReadUnknown)
  }

  private static var identities: String {
    let write = ["Read:archive", "Write:archive", "List:archive", "Tagging:archive"].map { "\"\($0)\"" }
    return """
      {"identities":[
      {"name":"kiosk","credentials":[{"accessKey":"KIOSK1","secretKey":"kiosk secret+/="}],
       "actions":[\(write.joined(separator: ","))]},
      {"name":"district","credentials":[{"accessKey":"DISTRICT","secretKey":"district secret+/="}],
       "actions":["Admin","Read","Write","List","Tagging"]}]}
      """
  }
}
