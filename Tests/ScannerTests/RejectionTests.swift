import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("What is not read, and why")
struct RejectionTests {
  let page: BallotPage
  let model: Raster
  let reader: BallotReader

  init() throws {
    page = try TestSheet.page()
    model = try TestSheet.raster(page)
    reader = try #require(BallotReader(pages: [page]))
  }

  private func rejection(_ scene: Scene, _ change: (inout Camera.Conditions) -> Void = { _ in }) throws
    -> String
  {
    var conditions = Camera.Conditions(.documentCamera, seed: 3)
    change(&conditions)
    switch reader.read(try Camera.photograph(scene, conditions, seed: 3).jpeg) {
    case .read: return "read"
    case .rejected(let reason): return reason.code
    }
  }

  @Test("A blank desk and a blank sheet hold no ballot")
  func nothing() throws {
    let paper = Sheet(width: 210, height: 297, dotsPerMillimetre: 4, colour: Colour(250, 250, 250))
    #expect(try rejection(Scene(paper)) == "noBallotFound")
    #expect(reader.read(GrayImage(width: 900, height: 700, shade: 128)) == .rejected(.noBallotFound))
  }

  @Test(
    "Half a ballot is cut off",
    arguments: [Rect(x: 0, y: 0, w: 210, h: 150), Rect(x: 0, y: 0, w: 110, h: 297)])
  func half(part: Rect) throws {
    #expect(try rejection(Scene(Sheet(model).cut(part))) == "cutOff")
  }

  @Test("A ballot of another kind is named, not read")
  func foreign() throws {
    let other = try TestSheet.page(TestSheet.specification(type: "ZZZZZZZZZZ"))
    let reader = try #require(BallotReader(pages: [other]))
    let jpeg = try Camera.photograph(Sheet(model), Camera.Conditions(.documentCamera, seed: 3), seed: 3).jpeg
    #expect(reader.read(jpeg) == .rejected(.otherBallot(BallotType(rawValue: "0123456789"))))
  }

  @Test("Two sheets in one picture are not read")
  func several() throws {
    var scene = Scene(Sheet(model))
    scene.beneath = [.init(Sheet(model), centre: Point(x: 150, y: 20), degrees: 0)]
    #expect(try rejection(scene) { $0.fill = 0.75 } == "severalSheets")
  }

  @Test("A sheet far away is too small")
  func small() throws {
    #expect(try rejection(Scene(Sheet(model))) { $0.fill = 0.26 } == "tooSmall")
  }

  @Test("A sheet out of focus is blurred")
  func blurred() throws {
    #expect(try rejection(Scene(Sheet(model))) { $0.blur = 14 } == "blurred")
  }

  @Test("What is no picture is said to be none")
  func noImage() {
    #expect(reader.read([1, 2, 3]) == .rejected(.notAnImage(.unknownFormat)))
  }

  @Test("A reader needs pages with ballot codes")
  func pages() {
    #expect(BallotReader(pages: []) == nil)
  }
}
