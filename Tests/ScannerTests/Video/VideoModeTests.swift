import Testing

@testable import Scanner

/// Which of a camera's modes is taken.
@Suite("The choice of a camera's mode")
struct VideoModeTests {
  private static func mode(_ format: PixelFormat, _ width: Int, _ height: Int, _ rate: Double) -> VideoMode {
    VideoMode(format: format, width: width, height: height, rate: rate)
  }

  /// A usual document camera: everything packed, little of it unpacked.
  private static let documentCamera = [
    mode(.yuyv, 640, 480, 30), mode(.yuyv, 3264, 2448, 2), mode(.yuyv, 1920, 1080, 5),
    mode(.motionJPEG, 640, 480, 30), mode(.motionJPEG, 1280, 720, 30), mode(.motionJPEG, 1920, 1080, 30),
    mode(.motionJPEG, 3264, 2448, 15), mode(.motionJPEG, 4208, 3120, 8),
  ]

  private static let webcam = [mode(.yuyv, 640, 480, 30), mode(.yuyv, 1280, 720, 10)]

  @Test("Sheets get the largest size up to eight megapixels, cards the largest quick one")
  func usual() {
    #expect(VideoMode.best(for: .sheets, of: Self.documentCamera) == Self.mode(.motionJPEG, 3264, 2448, 15))
    #expect(VideoMode.best(for: .cards, of: Self.documentCamera) == Self.mode(.motionJPEG, 1920, 1080, 30))
  }

  @Test("Without JPEG there is what there is")
  func fallBacks() {
    #expect(VideoMode.best(for: .sheets, of: Self.webcam) == Self.mode(.yuyv, 1280, 720, 10))
    #expect(VideoMode.best(for: .cards, of: Self.webcam) == Self.mode(.yuyv, 640, 480, 30))
    let gray = [Self.mode(.gray, 1600, 1200, 15)]
    #expect(VideoMode.best(for: .sheets, of: gray) == gray[0])
    #expect(VideoMode.best(for: .cards, of: gray) == nil, "too large, and there is no other")
  }

  @Test("A few dots packed do not beat many unpacked, on which a ballot can be read")
  func dotsFirst() {
    let modes = [Self.mode(.motionJPEG, 640, 480, 30), Self.mode(.yuyv, 2592, 1944, 4)]
    #expect(VideoMode.best(for: .sheets, of: modes) == modes[1])
  }

  @Test("A camera that does not say how quick it is counts as quick; one too coarse is none")
  func unknown() {
    let modes = [Self.mode(.motionJPEG, 1280, 720, 0), Self.mode(.motionJPEG, 640, 480, 30)]
    #expect(VideoMode.best(for: .cards, of: modes) == modes[0])
    #expect(VideoMode.best(for: .cards, of: [Self.mode(.yuyv, 160, 120, 30)]) == nil)
    #expect(VideoMode.best(for: .sheets, of: []) == nil)
  }
}
