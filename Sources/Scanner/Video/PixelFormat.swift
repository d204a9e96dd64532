internal import CVideo

/// How a camera sends its pictures; those that we understand, the best first.
package enum PixelFormat: String, CaseIterable, Sendable {
  /// Pictures as JPEG files, one a frame: many dots over a thin cable.
  case motionJPEG = "MJPEG"
  /// Brightness of every dot and colour of every second one (YUV 4:2:2), unpacked.
  case yuyv = "YUYV"
  /// Brightness alone.
  case gray = "GREY"

  init?(_ code: UInt32) {
    switch code {
    case cvideo_mjpeg, cvideo_jpeg: self = .motionJPEG
    case cvideo_yuyv: self = .yuyv
    case cvideo_gray: self = .gray
    default: return nil
    }
  }

  /// Bytes of a dot where they are not packed.
  var bytesPerDot: Int {
    switch self {
    case .motionJPEG: 0
    case .yuyv: 2
    case .gray: 1
    }
  }
}
