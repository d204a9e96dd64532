import Ballot

/// The simulated camera.
package enum Camera {
  /// Why there is no photograph.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    case frameSize(width: Int, height: Int)
    case encoder(message: String)

    package var description: String {
      switch self {
      case .frameSize(let width, let height): "A frame of \(width) by \(height) pixels cannot be taken."
      case .encoder(let message): "The JPEG encoder failed: \(message)"
      }
    }
  }

  /// A picture as a camera hands it over, and where the page is in it.
  package struct Photograph: Sendable {
    package let jpeg: [UInt8]
    package let width: Int
    package let height: Int
    /// Where the subject's printed places appear.
    package let projection: Projection
  }

  /// Photographs one sheet.
  package static func photograph(
    _ sheet: Sheet, _ conditions: Conditions, seed: UInt64
  ) throws(Failure) -> Photograph {
    try photograph(Scene(sheet), conditions, seed: seed)
  }

  /// Photographs a scene; the same seed gives the same bytes.
  package static func photograph(
    _ scene: Scene, _ conditions: Conditions, seed: UInt64
  ) throws(Failure) -> Photograph {
    guard (16...8192).contains(conditions.width), (16...8192).contains(conditions.height) else {
      throw .frameSize(width: conditions.width, height: conditions.height)
    }
    let conditions = conditions.bounded
    var dice = Dice(seed: seed)
    var scene = scene
    scene.above += Occlusion.items(conditions, size: scene.subject.sheet.size, using: &dice)
    let projection = Projection(conditions, sheet: scene.subject.placement)
    let renderer = Renderer(scene, projection, conditions, using: &dice)
    let light = Light(renderer.mesh, projection, conditions, using: &dice)
    let sensor = Sensor(conditions, using: &dice)
    let words = expose(renderer, light, sensor, conditions)
    let jpeg = try JPEGEncoder().encode(
      words, width: conditions.width, height: conditions.height, quality: conditions.quality)
    return Photograph(
      jpeg: jpeg, width: conditions.width, height: conditions.height, projection: projection)
  }

  /// One video frame, 1280 by 720, of a card or anything flat held under the camera.
  package static func frame(_ card: Sheet, _ level: Level, seed: UInt64) throws(Failure) -> Photograph {
    try photograph(card, Conditions(frame: level, seed: seed), seed: seed)
  }

  /// Draws, blurs and develops the frame, a band at a time; gives RGBX words.
  private static func expose(
    _ renderer: Renderer, _ light: Light, _ sensor: Sensor, _ conditions: Conditions
  ) -> [UInt32] {
    let (width, height) = (renderer.width, renderer.height)
    var smear = RowBlur(
      Blur.smear(conditions.motion, degrees: conditions.motionDirection), width: width, height: height)
    var down = RowBlur(Blur.bell(conditions.blur, x: 0, y: 1), width: width, height: height)
    var along = RowBlur(Blur.bell(conditions.blur, x: 1, y: 0), width: width, height: height)
    let band = PixelRows(width: width, count: Mesh.cell)
    return unsafe [UInt32](unsafeUninitializedCapacity: width * height) { target, count in
      count = width * height
      guard var to = target.baseAddress else { return }
      var done = 0
      for row in 0..<height {
        if row % Mesh.cell == 0 { unsafe renderer.draw(row / Mesh.cell, into: band.row(0)) }
        unsafe smear.take(band.row(row)) { row in
          unsafe down.take(row) { row in
            unsafe along.take(row) { row in
              unsafe sensor.develop(done, row, light, renderer.mesh, to: to)
              done += 1
              unsafe to += width
            }
          }
        }
      }
    }
  }
}
