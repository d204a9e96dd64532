import Ballot
import Simulator
import Testing

@Suite("Camera")
struct CameraTests {
  let page: BallotPage
  let raster: Raster
  let sheet: Sheet

  init() throws {
    page = try StandInPage.page()
    raster = try StandInPage.fine.get()
    sheet = try StandInPage.sheet.get()
  }

  /// A small frame, for speed.
  func photograph(
    _ level: Level, seed: UInt64, print: PrintConditions? = nil,
    change: (inout Camera.Conditions) -> Void = { _ in }
  ) throws -> Camera.Photograph {
    var conditions = Camera.Conditions(level, width: 1000, height: 750, seed: seed)
    change(&conditions)
    return try Camera.photograph(print.map { Sheet(raster, print: $0) } ?? sheet, conditions, seed: seed)
  }

  @Test("The same seed gives the same bytes, another seed others", arguments: Level.allCases)
  func deterministic(level: Level) throws {
    let first = try photograph(level, seed: 3)
    #expect(try photograph(level, seed: 3).jpeg == first.jpeg)
    #expect(try photograph(level, seed: 4).jpeg != first.jpeg)
  }

  @Test(
    "The file is a JPEG of the size asked for", arguments: [(1280, 720), (321, 203), (16, 16), (900, 1600)])
  func size(width: Int, height: Int) throws {
    let photograph = try Camera.photograph(
      sheet, Camera.Conditions(.documentCamera, width: width, height: height, seed: 1), seed: 1)
    let decoded = try Decoded(photograph.jpeg)
    #expect((decoded.width, decoded.height) == (width, height))
    #expect((photograph.width, photograph.height) == (width, height))
  }

  @Test("A frame of an impossible size is refused", arguments: [(0, 100), (100, -1), (8193, 100), (15, 15)])
  func impossible(width: Int, height: Int) {
    var conditions = Camera.Conditions()
    (conditions.width, conditions.height) = (width, height)
    #expect(throws: Camera.Failure.frameSize(width: width, height: height)) {
      try Camera.photograph(sheet, conditions, seed: 1)
    }
  }

  @Test("A fiducial is where the projection says", arguments: Level.allCases, 1...4)
  func fiducials(level: Level, seed: Int) throws {
    let print = PrintConditions.office(seed: UInt64(seed))
    let photograph = try photograph(level, seed: UInt64(seed), print: print) { conditions in
      // The light is not what is tested here.
      (conditions.exposure, conditions.gradient, conditions.shadow) = (1, 0, 0)
      (conditions.glare, conditions.haze, conditions.vignette, conditions.motion) = (0, 0, 0, 0)
    }
    let decoded = try Decoded(photograph.jpeg)
    for centre in page.fiducials {
      let said = photograph.projection.pixel(of: centre)
      let near = photograph.projection.pixel(of: Point(x: centre.x + 2.3, y: centre.y))
      let radius = max(abs(near.x - said.x), abs(near.y - said.y))
      let found = try #require(decoded.darkCentre(said.x, said.y, radius: radius), "\(centre)")
      let distance = ((found.x - said.x) * (found.x - said.x) + (found.y - said.y) * (found.y - said.y))
        .squareRoot()
      #expect(distance < (level == .documentCamera ? 0.5 : 1), "\(level.name) \(centre)")
    }
  }

  @Test("The whole page is in view at every level", arguments: Level.allCases)
  func inView(level: Level) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let conditions = Camera.Conditions(level, width: 64, height: 48, seed: seed)
      let photograph = try Camera.photograph(sheet, conditions, seed: seed)
      for centre in page.fiducials {
        let place = photograph.projection.pixel(of: centre)
        #expect((0...64).contains(place.x) && (0...48).contains(place.y), "\(level.name) seed \(seed)")
      }
    }
  }

  @Test("Worse levels are less sharp and more noisy")
  func order() throws {
    var sharpness: [Double] = []
    var noise: [Double] = []
    for level in Level.allCases {
      var sums = (0.0, 0.0)
      for seed in 1...4 as ClosedRange<UInt64> {
        let photograph = try photograph(level, seed: seed)
        let decoded = try Decoded(photograph.jpeg)
        let code = photograph.projection.pixel(of: page.code.centre)
        let blank = photograph.projection.pixel(of: Point(x: 60, y: 262))
        let (x, y, u, v) = (Int(code.x), Int(code.y), Int(blank.x), Int(blank.y))
        let ink = decoded.contrast((x - 25)..<(x + 25), (y - 25)..<(y + 25))
        sums.0 += ink
        sums.1 += decoded.contrast((u - 12)..<(u + 12), (v - 12)..<(v + 12)) / ink
      }
      sharpness.append(sums.0)
      noise.append(sums.1)
    }
    #expect(sharpness == sharpness.sorted(by: >))
    #expect(noise == noise.sorted())
  }

  @Test("Extreme and senseless conditions do no harm", arguments: 1...30)
  func extreme(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var conditions = Camera.Conditions(
      dice.pick(Level.allCases.map { ($0, 1) }, otherwise: .phone), width: dice.integer(16...300),
      height: dice.integer(16...300), seed: dice.next())
    let values = [-1e9, -50, -1, 0, 0.01, 1, 7, 400, 1e9]
    let fields: [WritableKeyPath<Camera.Conditions, Double>] = [
      \.fill, \.offset.x, \.rotation, \.tilt, \.distance, \.distortion, \.curl, \.crease, \.exposure,
      \.gradient,
      \.vignette, \.shadow, \.glare, \.warmth, \.haze, \.blur, \.motion, \.noise,
    ]
    for _ in 0..<4 {
      conditions[keyPath: fields[dice.integer(0...(fields.count - 1))]] =
        values[dice.integer(0...(values.count - 1))]
    }
    conditions.quality = dice.integer(-10...200)
    conditions.fingers = dice.integer(-1...20)
    conditions.coveredCorner = dice.integer(-3...9)
    let photograph = try Camera.photograph(sheet, conditions, seed: dice.next())
    let decoded = try Decoded(photograph.jpeg)
    #expect(decoded.width == conditions.width)
  }

  @Test("Values that are no numbers do no harm")
  func notANumber() throws {
    for value in [Double.nan, .infinity, -.infinity] {
      var conditions = Camera.Conditions()
      (conditions.width, conditions.height) = (64, 64)
      (conditions.rotation, conditions.gradient, conditions.exposure) = (value, value, value)
      (conditions.blur, conditions.noise, conditions.curl, conditions.fill) = (value, value, value, value)
      let decoded = try Decoded(Camera.photograph(sheet, conditions, seed: 1).jpeg)
      #expect(decoded.width == 64)
    }
  }

  @Test("A finger and a covered corner hide what is beneath")
  func covered() throws {
    let plain = try photograph(.documentCamera, seed: 2)
    let corner = try photograph(.documentCamera, seed: 2) { $0.coveredCorner = 2 }
    let place = plain.projection.pixel(of: page.fiducials[2])
    let before = try Decoded(plain.jpeg), after = try Decoded(corner.jpeg)
    let (x, y) = (Int(place.x), Int(place.y))
    let sharp = before.contrast((x - 9)..<(x + 9), (y - 9)..<(y + 9))
    #expect(after.contrast((x - 9)..<(x + 9), (y - 9)..<(y + 9)) < sharp / 20)
    #expect(try photograph(.documentCamera, seed: 2) { $0.fingers = 3 }.jpeg != plain.jpeg)
  }

  @Test("A sheet beneath shows beside the subject, and not through it")
  func beneath() throws {
    var scene = Scene(sheet)
    let black = Sheet(width: 210, height: 297, dotsPerMillimetre: 2, colour: Colour(0, 0, 0))
    scene.beneath = [.init(black, centre: Point(x: 40, y: 0), degrees: 5)]
    var conditions = Camera.Conditions()
    (conditions.width, conditions.height, conditions.fill, conditions.desk) = (800, 600, 0.7, .white)
    let photograph = try Camera.photograph(scene, conditions, seed: 1)
    let decoded = try Decoded(photograph.jpeg)
    let beside = photograph.projection.pixel(of: Point(x: 225, y: 150))
    let inside = photograph.projection.pixel(of: Point(x: 205, y: 150))
    #expect(decoded.at(Int(beside.x), Int(beside.y)) < 40)
    #expect(decoded.at(Int(inside.x), Int(inside.y)) > 180)
  }

  @Test("Pictures that are no ballot can be taken", arguments: [1])
  func noBallot(seed: Int) throws {
    let seed = UInt64(seed)
    for sheet in [Sheet.nothing, .cat(seed: seed), .textPage(seed: seed, dotsPerMillimetre: 3)] {
      let conditions = Camera.Conditions(.phone, width: 400, height: 300, seed: seed)
      #expect(try Decoded(Camera.photograph(sheet, conditions, seed: seed).jpeg).height == 300)
    }
  }

  @Test("A card's frame is 1280 by 720 with the card in view", arguments: Level.allCases)
  func card(level: Level) throws {
    let card = Sheet(try #require(raster.cropped(to: Rect(x: 110, y: 5, w: 90, h: 60))))
    let photograph = try Camera.frame(card, level, seed: 5)
    #expect((photograph.width, photograph.height) == (1280, 720))
    let place = photograph.projection.pixel(of: Point(x: 66, y: 13))
    #expect((0...1280).contains(place.x) && (0...720).contains(place.y))
  }
}
