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

  /// The whole frame, row by row.
  func draw() -> [UInt] {
    unsafe [UInt](unsafeUninitializedCapacity: width * height) { frame, count in
      count = width * height
      guard let base = frame.baseAddress else { return }
      for row in 0..<(mesh.rows - 1) {
        for column in 0..<(mesh.columns - 1) { unsafe fill(column, row, base) }
      }
    }
  }

  /// Draws one cell, the quick way when a single layer or the bare desk fills it.
  private func fill(_ column: Int, _ row: Int, _ frame: UnsafeMutablePointer<UInt>) {
    let cell = Cell(mesh, column, row, width, height)
    for layer in layers {
      switch extent(of: layer, in: cell) {
      case .whole:
        unsafe layer.withPixels { pixels in
          let map = cell.map(layer.affine)
          unsafe cell.copy(pixels, stride: layer.columns, wrap: .max, map, to: frame, width)
        }
        return
      case .part:
        unsafe blend(cell, frame)
        return
      case .none: continue
      }
    }
    unsafe texture.withUnsafeBufferPointer { pixels in
      guard let base = pixels.baseAddress else { return }
      let dots = Desk.dotsPerMillimetre
      let map = cell.map((dots, 0, textureShift.x, textureShift.y))
      unsafe cell.copy(base, stride: Desk.side, wrap: UInt(Desk.side - 1), map, to: frame, width)
    }
  }

  private enum Extent { case none, part, whole }

  /// Whether a layer, with the shadow along its edge, fills a cell.
  private func extent(of layer: Layer, in cell: Cell) -> Extent {
    let corners = cell.corners.map { (x: layer.x($0.x, $0.y), y: layer.y($0.x, $0.y)) }
    if corners.allSatisfy({ layer.covers($0.x, $0.y) }) { return .whole }
    let size = hypot(cell.corners[0].x - cell.corners[3].x, cell.corners[0].y - cell.corners[3].y)
    return corners.allSatisfy { layer.depth($0.x, $0.y) < -size - Renderer.shadowReach } ? .none : .part
  }

  private static let shadowReach = 5.0

  /// Draws a cell pixel by pixel with edges, openings and shadows.
  private func blend(_ cell: Cell, _ frame: UnsafeMutablePointer<UInt>) {
    for row in 0..<cell.rows {
      for column in 0..<cell.columns {
        let place = cell.place(column, row)
        unsafe frame[(cell.top + row) * width + cell.left + column] = pixel(place.x, place.y)
      }
    }
  }

  private func pixel(_ deskX: Double, _ deskY: Double) -> UInt {
    var light: UInt = 256
    var result: UInt = 0
    var open = 256.0
    for layer in layers {
      let x = layer.x(deskX, deskY), y = layer.y(deskX, deskY)
      let depth = layer.depth(x, y)
      guard depth > -Renderer.shadowReach else { continue }
      let pixel = layer.pixel(x, y)
      let share = open * layer.opacity(x, y) * Double(pixel >> 48) / 255
      result &+= (Lanes.dim(pixel, light) &* UInt(share)) & 0x0000_ffff_ffff_ffff
      open -= Double(UInt(share))
      if open < 1 { break }
      light = light * UInt(256 - 90 * exp(min(0, depth) * 0.9)) / 256
    }
    let desk = Lanes.dim(floor(deskX, deskY), light)
    result &+= desk &* UInt(open) & 0x0000_ffff_ffff_ffff
    return (result &>> 8) & Lanes.mask
  }

  private func floor(_ deskX: Double, _ deskY: Double) -> UInt {
    let mask = Desk.side - 1
    let x = Int((deskX * Desk.dotsPerMillimetre + textureShift.x).rounded(.down)) & mask
    let y = Int((deskY * Desk.dotsPerMillimetre + textureShift.y).rounded(.down)) & mask
    return texture[y * Desk.side + x]
  }
}
