@testable import Simulator

/// A picture with no ballot in it: a green card under the camera.
enum Cat {
  static let jpeg: [UInt8] = {
    let card = Sheet(width: 180, height: 240, dotsPerMillimetre: 3, colour: Colour(90, 160, 90))
    let conditions = Camera.Conditions(.documentCamera, width: 800, height: 600, seed: 3)
    return (try? Camera.photograph(card, conditions, seed: 3).jpeg) ?? []
  }()
}
