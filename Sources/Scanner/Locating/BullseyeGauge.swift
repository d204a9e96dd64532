internal import Ballot
internal import Glibc

/// Measures a suspected bull's-eye along sixteen rays from its centre.
struct BullseyeGauge {
  let pixels: PixelView

  private static let rays: [ImagePoint] = (0..<16).map { index in
    let angle = Double(index) * .pi / 8
    return ImagePoint(x: cos(angle), y: sin(angle))
  }

  /// Radii at which a ray leaves the disc, enters the ring and leaves it.
  private struct Crossings {
    var disc: Double
    var inner: Double
    var outer: Double
  }

  /// The bull's-eye near a place, or nil when there is none.
  func measure(near guess: ImagePoint, radius: Double) -> Bullseye? {
    var centre = guess
    var radius = radius
    for round in 0..<4 {
      guard let levels = levels(centre, radius) else { return nil }
      let crossings = BullseyeGauge.rays.map { ray in
        cross(centre, ray, reach: radius * 1.7, limit: (levels.black + levels.white) / 2)
      }
      guard crossings.count(where: { $0 != nil }) >= (round == 0 ? 9 : 15) else { return nil }
      let (shift, mean) = BullseyeGauge.offset(crossings)
      if round == 3 { return judge(centre + shift, mean, crossings, levels) }
      centre = centre + shift
      radius = mean
    }
    return nil
  }

  /// Brightness of the disc and of the paper round the ring.
  private func levels(_ centre: ImagePoint, _ radius: Double) -> (black: Double, white: Double)? {
    var black = pixels.sample(Float(centre.x), Float(centre.y))
    var white: Float = 0
    for ray in BullseyeGauge.rays {
      let near = centre + ray * (radius * 0.2)
      let far = centre + ray * (radius * 1.22)
      black += pixels.sample(Float(near.x), Float(near.y))
      white += pixels.sample(Float(far.x), Float(far.y))
    }
    black /= 17
    white /= 16
    guard white - black > Float(BullseyeFinder.leastContrast) else { return nil }
    return (Double(black), Double(white))
  }

  /// Follows a ray outwards over its three edges.
  private func cross(_ centre: ImagePoint, _ ray: ImagePoint, reach: Double, limit: Double) -> Crossings? {
    let step = max(0.5, reach / 48)
    var edges: (Double, Double) = (0, 0)
    var count = 0
    var last = Double(pixels.sample(Float(centre.x), Float(centre.y)))
    guard last < limit else { return nil }
    var distance = step
    while distance < reach {
      let place = centre + ray * distance
      let value = Double(pixels.sample(Float(place.x), Float(place.y)))
      let wantsBright = count != 1
      if (value >= limit) == wantsBright {
        let edge = distance - step * (value - limit) / (value - last == 0 ? 1 : value - last)
        if count == 2 { return Crossings(disc: edges.0, inner: edges.1, outer: edge) }
        if count == 0 { edges.0 = edge } else { edges.1 = edge }
        count += 1
      }
      last = value
      distance += step
    }
    return nil
  }

  /// How far the centre is off, and the mean radius: the first harmonic and the mean of the outer edge.
  private static func offset(_ crossings: [Crossings?]) -> (ImagePoint, Double) {
    var shift = ImagePoint(x: 0, y: 0)
    var pairs = 0.0
    var sum = 0.0
    for index in 0..<8 {
      guard let one = crossings[index], let other = crossings[index + 8] else { continue }
      let off = (one.outer - other.outer + one.inner - other.inner) / 4
      shift = shift + rays[index] * off
      sum += (one.outer + other.outer) / 2
      pairs += 1
    }
    guard pairs > 0 else { return (shift, 0) }
    return (shift * (2 / pairs), sum / pairs)
  }

  private func judge(
    _ centre: ImagePoint, _ radius: Double, _ crossings: [Crossings?],
    _ levels: (black: Double, white: Double)
  ) -> Bullseye? {
    var (real, imaginary, misfit, count) = (0.0, 0.0, 0.0, 0.0)
    for (index, crossing) in crossings.enumerated() {
      guard let crossing else { continue }
      let angle = Double(index) * .pi / 2
      real += crossing.outer * cos(angle)
      imaginary += crossing.outer * sin(angle)
      misfit += abs(crossing.disc / crossing.outer - Fiducial.disc / Fiducial.ringOuter)
      misfit += abs(crossing.inner / crossing.outer - Fiducial.ringInner / Fiducial.ringOuter)
      count += 1
    }
    misfit /= count
    guard misfit < 0.22, radius >= 3.5 else { return nil }
    let squareness = (real * real + imaginary * imaginary).squareRoot() / count / radius
    return Bullseye(
      centre: centre, radius: radius, squareness: squareness, misfit: misfit, black: levels.black,
      white: levels.white)
  }
}
