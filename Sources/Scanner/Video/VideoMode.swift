/// What the camera is looked through for.
package enum CameraUse: Hashable, Sendable {
  /// Voter cards: many frames a second.
  case cards
  /// Ballots: as many dots as there are.
  case sheets
}

/// One way in which a camera can send frames.
package struct VideoMode: Hashable, Sendable {
  package let format: PixelFormat
  package let width: Int
  package let height: Int
  /// Frames a second at most; 0 where the camera does not say.
  package let rate: Double
  /// The driver's own number of the format: JPEG and MJPEG are one to us.
  let code: UInt32

  init(format: PixelFormat, width: Int, height: Int, rate: Double, code: UInt32 = 0) {
    self.format = format
    self.width = width
    self.height = height
    self.rate = rate
    self.code = code
  }

  var dots: Int { width * height }

  /// The best of these for a use; nil where there are none that fit.
  ///
  /// Sheets get the most dots up to `mostForSheets`, packed ones before others, for unpacked pictures of that size
  /// come too slowly over USB 2. Cards get the most dots up to `mostForCards` that come at 20 frames a second.
  package static func best(for use: CameraUse, of modes: [VideoMode]) -> VideoMode? {
    let most = use == .sheets ? mostForSheets : mostForCards
    let fitting = modes.filter { $0.width <= most.width && $0.height <= most.height && $0.dots >= leastDots }
    return fitting.max { $0.rank(use).lexicographicallyPrecedes($1.rank(use)) }
  }

  static let mostForSheets = (width: 3264, height: 2448)
  static let mostForCards = (width: 1920, height: 1080)
  /// Fewer dots show neither a ballot nor a code.
  static let leastDots = 320 * 240
  /// Enough to feel immediate.
  private static let quick = 20.0
  /// Below this many dots an A4 sheet has fewer than five dots a millimetre, and the format no longer matters.
  private static let enoughForSheets = 1_500_000

  /// What counts, the weightiest first.
  private func rank(_ use: CameraUse) -> [Double] {
    let place = Double(PixelFormat.allCases.count - (PixelFormat.allCases.firstIndex(of: format) ?? 0))
    switch use {
    case .cards: return [rate == 0 || rate >= VideoMode.quick ? 1 : 0, Double(dots), place, rate]
    case .sheets: return [dots >= VideoMode.enoughForSheets ? 1 : 0, place, Double(dots), rate]
    }
  }
}

extension VideoMode: CustomStringConvertible {
  package var description: String { "\(format.rawValue) \(width)×\(height)" }
}
