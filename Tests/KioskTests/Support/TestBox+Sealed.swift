import Archive
import Foundation
import Stand
import Testing

@testable import Ballot
@testable import Kiosk

extension TestBox {
  /// A box whose election is over and sealed; nobody came to vote, so it is quick.
  static func sealed() async throws -> TestBox {
    let box = try await counted()
    let said = await box.run("archive", "seal")
    try #require(said.status == 0, "\(said.text)")
    return box
  }

  /// The same before it is sealed.
  static func counted() async throws -> TestBox {
    let box = try await TestBox.at(.counting, issued: 0)
    let plan = try box.open().election().plan
    let totals = plan.posts.flatMap { post in
      post.candidates.indices.flatMap { ["--paper", "\(post.id.rawValue)/\($0 + 1)=0"] }
    }
    let signers = try box.scrutineers().prefix(3).flatMap { ["--signer", $0] }
    for command in [["count", "reconcile"] + totals, ["count", "close"] + signers] {
      let said = await box.run(command)
      try #require(said.status == 0, "\(command): \(said.text)")
    }
    return box
  }

  /// The two sealed bundles.
  func bundles() throws -> [URL] {
    let folder = home.appending(path: "bundles")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tar" }.sorted { $0.path < $1.path }
  }

  /// Connects the box to a server, on its own port or a proxy's.
  func connect(_ server: SeaweedServer, port: Int? = nil, more: String = "") async throws {
    try write(
      """
      format: kiosk-archive/1
      receivers: ["\(try TestDistrict.key().vkey)"]
      endpoint: http://127.0.0.1:\(port ?? server.port)
      bucket: \(SeaweedServer.bucket)
      accessKey: KIOSK1
      secretKey: kiosk secret+/=
      patience: 5
      \(more)
      """, "archive.yaml")
    let said = await run("archive", "connect", file("archive.yaml"))
    try #require(said.status == 0, "\(said.text)")
  }
}
