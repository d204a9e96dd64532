import Ballot
import Foundation

/// Draws the scene as a perfect lens would throw it on the sensor.
struct Renderer {
  let width: Int
  let height: Int
  let mesh: Mesh
  private let layers: [Layer]
  private let texture: [UInt]
  private let textureShift: (x: Double, y: Double)

  init(_ scene: Scene, _ projection: Projection, _ conditions: Camera.Conditions, using dice: inout Dice) {
    width = conditions.width
    height = conditions.height
    mesh = Mesh(projection, width: width, height: height)
    layers = scene.items.map { Layer($0, scale: projection.scale) }
    texture = conditions.desk.texture
    textureShift = (dice.uniform(0...500), dice.uniform(0...500))
  }

  /// Draws one row of cells into as many rows of pixels.
  func draw(_ row: Int, into band: UnsafeMutablePointer<UInt>) {
    for column in 0..<(mesh.columns - 1) {
      let cell = Cell(mesh, column, row, width, height)
      unsafe paint(cell, band + cell.left)
    }
  }

  /// Paints a cell from the lowest layer that can be seen up to the topmost.
  private func paint(_ cell: Cell, _ target: UnsafeMutablePointer<UInt>) {
    var visible: [Layer] = []
    for layer in layers {
      switch layer.extent(in: cell) {
      case .none: continue
      case .part: visible.append(layer)
      case .whole:
        unsafe layer.copy(cell, to: target, width)
        for layer in visible.reversed() { unsafe layer.blend(cell, to: target, width) }
        return
      }
    }
    unsafe paintDesk(cell, target)
    for layer in visible.reversed() { unsafe layer.blend(cell, to: target, width) }
  }

  private func paintDesk(_ cell: Cell, _ target: UnsafeMutablePointer<UInt>) {
    unsafe texture.withUnsafeBufferPointer { pixels in
      guard let base = pixels.baseAddress else { return }
      let map = cell.map((Desk.dotsPerMillimetre, 0, textureShift.x, textureShift.y))
      unsafe cell.copy(base, stride: Desk.side, wrap: UInt(Desk.side - 1), map, to: target, width)
    }
  }
}
