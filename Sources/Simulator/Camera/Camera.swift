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
    var dice = Dice(seed: seed)
    let projection = Projection(conditions, sheet: scene.subject.placement)
    let renderer = Renderer(scene, projection, conditions, using: &dice)
    let light = Light(renderer.mesh, projection, conditions, using: &dice)
    let optics = Optics(width: conditions.width, height: conditions.height)
    let sensor = Sensor(conditions, using: &dice)
    let words = sensor.develop(optics.expose(renderer.draw(), conditions), light, renderer.mesh)
    let jpeg = try JPEGEncoder().encode(
      words, width: conditions.width, height: conditions.height, quality: conditions.quality)
    return Photograph(
      jpeg: jpeg, width: conditions.width, height: conditions.height, projection: projection)
  }
}
