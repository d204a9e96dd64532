import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("geometry.json and count read (PRODUCT §4)")
struct ReadingContractTests {
  @Test("geometry.json has the promised shape, and one box for every line")
  func geometry() async throws {
    let box = try await TestBox.at(.frozen)
    let said = await box.run("ballot", "proof", "--out", box.file("proof"))
    #expect(said.status == 0)
    let folder = URL(filePath: box.file("proof"))
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "ballot.pdf").path))
    let data = try Data(contentsOf: folder.appending(path: "geometry.json"))
    let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((root["ballotType"] as? String)?.count == 10 && (root["batch"] as? String)?.count == 4)
    let pages = try #require(root["pages"] as? [[String: Any]])
    #expect(pages.count == 1)
    #expect(pages[0]["page"] as? Int == 1)
    #expect(pages[0]["width"] as? Double == 210 && pages[0]["height"] as? Double == 297)
    let lines = try #require(pages[0]["lines"] as? [[String: Any]])
    #expect(lines.map { $0["id"] as? String ?? "" }.prefix(3) == ["director/1", "director/2", "director/w1"])
    #expect(lines.count == 9 + 5)
    for line in lines { check(line) }
  }

  private func check(_ line: [String: Any]) {
    let written = line["kind"] as? String == "writeIn"
    let keys = Set(line.keys)
    #expect(
      keys == (written ? ["id", "post", "kind", "box", "nameBox"] : ["id", "post", "kind", "name", "box"]))
    let box = line["box"] as? [String: Any]
    #expect(Set(box?.keys.map { $0 } ?? []) == ["x", "y", "w", "h"])
    let values = ["x", "y", "w", "h"].compactMap { box?[$0] as? Double }
    #expect(values.count == 4 && values.allSatisfy { $0 > 0 && $0 < 297 })
    #expect(["candidate", "writeIn"].contains(line["kind"] as? String ?? ""))
  }

  @Test("Read and rejected pictures each give their line, in input order")
  func reading() async throws {
    let box = try await TestBox.at(.closed, issued: 3)
    let photographs = try Photographs(box)
    let good = try photographs.take(
      [[("director/1", .circle), ("deputy/2", .cross)], [("member/w1", .circle)]], into: "photos", of: box)
    let cat = box.file("cat.jpg")
    try Data(Cat.jpeg).write(to: URL(filePath: cat))
    let text = try box.write("This is no picture.", "no.jpg")
    let half = box.file("half.jpg")
    try Data(contentsOf: URL(filePath: good[0])).prefix(20_000).write(to: URL(filePath: half))
    let empty = try box.write("", "empty.jpg")
    let files = [
      good[0], cat, text, half, empty, box.file("missing.jpg"), box.folder.path, good[1], "/dev/zero",
    ]
    for open in [false, true] {
      if open { #expect(await box.run("count", "open", "--box", "2").status == 0) }
      for flags in [["--dry-run"], []] {
        try await check(box, files, flags, recording: open && flags.isEmpty)
      }
    }
  }

  private func check(_ box: TestBox, _ files: [String], _ flags: [String], recording: Bool) async throws {
    let said = await box.json(words: ["count", "read"] + flags + files)
    #expect(said.status == 0)
    let lines = try #require(said.objects)
    #expect(lines.map { $0["file"] as? String ?? "" } == files)
    #expect(
      lines.map { $0["status"] as? String == "read" } == [true] + Array(repeating: false, count: 6) + [
        true, false,
      ])
    for (index, line) in lines.enumerated() {
      #expect((line["milliseconds"] as? Double ?? -1) >= 0)
      if line["status"] as? String == "read" {
        checkRead(line, recording: recording)
      } else {
        #expect(Set(line.keys) == ["file", "status", "reason", "message", "milliseconds"], "\(files[index])")
        #expect(!(line["message"] as? String ?? "").isEmpty)
      }
    }
    #expect(
      lines.compactMap { $0["reason"] as? String }.suffix(3) == [
        "unreadableFile", "unreadableFile", "unreadableFile",
      ])
    #expect(lines[2]["reason"] as? String == "notAnImage" && lines[4]["reason"] as? String == "notAnImage")
  }

  private func checkRead(_ line: [String: Any], recording: Bool) {
    let keys: Set = ["file", "status", "ballotType", "batch", "page", "milliseconds", "lines"]
    #expect(Set(line.keys) == (recording ? keys.union(["sheet"]) : keys))
    for mark in line["lines"] as? [[String: Any]] ?? [] {
      let id = mark["id"] as? String ?? ""
      let keys: Set = ["id", "mark", "class", "confidence"]
      #expect(Set(mark.keys) == (id.contains("/w") ? keys.union(["name"]) : keys))
      #expect(["for", "against", "blank", "other"].contains(mark["mark"] as? String))
      #expect(["clear", "doubtful"].contains(mark["class"] as? String))
      #expect((0...1).contains(mark["confidence"] as? Double ?? -1))
    }
    #expect((line["lines"] as? [Any])?.count == 14)
  }

  @Test("A ballot of another election is refused and not recorded")
  func foreign() async throws {
    let box = try await TestBox.at(.counting, issued: 1)
    let other = try TestBox()
    let plan = TestBox.village.plan.replacing("\n  seal: seal.png", with: "").replacing(
      "2027-1", with: "2027-2")
    try other.write(plan, "plan.yaml")
    #expect(await other.run("election", "create", other.file("plan.yaml")).status == 0)
    #expect(await other.run("ballot", "proof", "--out", other.file("papers")).status == 0)
    let photos = try Photographs(other).take([[("director/1", .circle)]], into: "photos", of: other)
    let said = await box.json(words: ["count", "read"] + photos)
    #expect(said.status == 0)
    #expect(said.objects?.first?["reason"] as? String == "otherBallot")
    #expect(try CountDesk(box.open()).store.count == 0)
    #expect(try box.open().election().runs.last?.refused == 1)
  }
}
