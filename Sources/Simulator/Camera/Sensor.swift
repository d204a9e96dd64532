import Foundation

/// Turns light into the camera's bytes: brightness, noise, colour balance, tone.
struct Sensor {
  let width: Int
  private let noise: [UInt]
  private let noiseShift: (x: Int, y: Int)
  /// The noise's strength at each brightness, of 256.
  private let strength: [UInt]
  /// From a raw level plus `Sensor.offset` to a byte in its place of the RGBX word.
  private let tones: [UInt32]

  private static let side = 256
  /// Raw levels are held shifted up by this, so that noise cannot make them negative.
  private static let offset: UInt = 128

  init(_ conditions: Camera.Conditions, using dice: inout Dice) {
    width = conditions.width
    noise = Sensor.grain
    noiseShift = (dice.integer(0...255), dice.integer(0...255))
    let level = min(60, max(0, conditions.noise))
    strength = (0..<256).map { brightness in
      UInt(min(255, level * 8 * (0.45 + 0.55 * (Double(brightness) / 255).squareRoot())))
    }
    tones = Sensor.curves(conditions)
  }

  /// Noise of deviation 32 about 128 in each colour, a little smeared as by demosaicing; fixed for ever.
  private static let grain: [UInt] = {
    var dice = Dice(seed: 0x5e50)
    let raw = (0..<3).map { _ in (0..<side * side).map { _ in dice.gaussian() } }
    func at(_ plane: Int, _ index: Int) -> Double {
      let near = raw[plane][(index + 1) % (side * side)] + raw[plane][(index + side) % (side * side)]
      return raw[plane][index] * 0.85 + near * 0.37
    }
    return (0..<side * side).map { index in
      let shared = at(1, index)
      func channel(_ plane: Int) -> UInt { Colour.byte(128 + 32 * (0.6 * shared + 0.8 * at(plane, index))) }
      return Lanes.pack(channel(0), Colour.byte(128 + 32 * shared), channel(2))
    }
  }()

  /// The tone curves of red, green and blue, 512 levels each.
  private static func curves(_ conditions: Camera.Conditions) -> [UInt32] {
    let gains = [1 + conditions.warmth, 1, 1 - conditions.warmth]
    let haze = min(0.9, max(0, conditions.haze))
    return (0..<3).flatMap { channel in
      (0..<512).map { level in
        let raw = (Double(level) - Double(offset)) / 232 * conditions.exposure * gains[channel]
        let light = max(0, raw)
        // A shoulder keeps the brightest parts from clipping hard.
        let shown = light < 0.8 ? light : 0.8 + 0.2 * (1 - exp(-(light - 0.8) / 0.2))
        let value = 255 * (haze * 0.5 + shown * (1 - haze * 0.5))
        return UInt32(min(255, max(0, value.rounded()))) << UInt32(8 * channel)
      }
    }
  }

  /// Turns one row of the frame into RGBX words.
  func develop(
    _ row: Int, _ from: UnsafePointer<UInt>, _ light: Light, _ mesh: Mesh, to: UnsafeMutablePointer<UInt32>
  ) {
    for column in 0..<(mesh.columns - 1) {
      unsafe develop(Run(mesh, light, column, row, width), row, from, to)
    }
  }

  /// Sixteen pixels of a row, over which the light changes evenly.
  private struct Run {
    let from: Int
    let end: Int
    let gain: (start: UInt, step: UInt)
    let veil: (start: UInt, step: UInt)

    init(_ mesh: Mesh, _ light: Light, _ column: Int, _ row: Int, _ width: Int) {
      from = column * Mesh.cell
      end = min(from + Mesh.cell, width)
      let (cell, t) = (row / Mesh.cell, Double(row % Mesh.cell) / Double(Mesh.cell))
      func line(_ values: [Double]) -> (UInt, UInt) {
        let (a, b, c, d) = mesh.corners(values, column, cell)
        let (left, right) = (a + (c - a) * t, b + (d - b) * t)
        let step = Int((right - left) * 65536 / Double(Mesh.cell))
        return (UInt(left * 65536), UInt(bitPattern: step))
      }
      gain = line(light.gain)
      veil = line(light.veil)
    }
  }

  private func develop(
    _ run: Run, _ row: Int, _ from: UnsafePointer<UInt>, _ to: UnsafeMutablePointer<UInt32>
  ) {
    let line = ((row + noiseShift.y) & 255) * Sensor.side
    unsafe noise.withUnsafeBufferPointer { noise in
      unsafe strength.withUnsafeBufferPointer { strength in
        unsafe tones.withUnsafeBufferPointer { tones in
          guard let noise = noise.baseAddress, let strength = strength.baseAddress,
            let tones = tones.baseAddress
          else { return }
          let (mask, ones, offset, shift) = (Lanes.mask, Lanes.ones, Sensor.offset, noiseShift.x)
          var (index, gain, veil) = (run.from, run.gain.start, run.veil.start)
          while index < run.end {
            let sum = unsafe from[index] &* (gain &>> 16) &+ (veil &>> 16) &* ones
            let lit = (sum &>> 8) & mask
            let amount = unsafe strength[Int(bitPattern: (lit &>> 16) & 0xff)]
            let column = (index &+ shift) & 255
            let grain = unsafe ((noise[line &+ column] &* amount) &>> 8) & mask
            // The noise is about 128, so half the amount is what it adds on average.
            let raw = lit &+ grain &+ (offset &- (amount &>> 1)) &* ones
            let red = unsafe tones[Int(bitPattern: raw & 511)]
            let green = unsafe tones[512 &+ Int(bitPattern: (raw &>> 16) & 511)]
            let blue = unsafe tones[1024 &+ Int(bitPattern: (raw &>> 32) & 511)]
            unsafe to[index] = red | green | blue
            gain = gain &+ run.gain.step
            veil = veil &+ run.veil.step
            index = index &+ 1
          }
        }
      }
    }
  }
}
