internal import CVideo
internal import Glibc

/// An open video device: asks the driver and turns its answers into faults.
@safe final class VideoHandle {
  let path: String
  let descriptor: Int32

  /// - Throws: `VideoFault` when the device cannot be opened.
  init(_ path: String) throws(VideoFault) {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor < 0 else { return }
    switch errno {
    case EACCES, EPERM: throw .forbidden(path: path)
    case EBUSY: throw .busy(path: path)
    case ENOENT, ENXIO, ENODEV, ENOTDIR: throw .notACamera(path: path)
    default: throw .refused(path: path, errno: errno)
    }
  }

  deinit { close(descriptor) }

  /// Asks; false when the driver has no such thing or no more of it.
  func has<Value>(_ request: UInt, _ value: inout Value) -> Bool { status(request, &value) == 0 }

  /// Asks for what has to be there.
  func demand<Value>(_ request: UInt, _ value: inout Value) throws(VideoFault) {
    let code = status(request, &value)
    guard code != 0 else { return }
    throw fault(code)
  }

  /// Asks; 0, or the error's number.
  ///
  /// A signal in between is no answer.
  func status<Value>(_ request: UInt, _ value: inout Value) -> Int32 {
    while true {
      let answer = unsafe withUnsafeMutableBytes(of: &value) { bytes in
        unsafe bytes.baseAddress.map { unsafe ioctl(descriptor, request, $0) } ?? -1
      }
      if answer >= 0 { return 0 }
      if errno != EINTR { return errno }
    }
  }

  func fault(_ code: Int32) -> VideoFault {
    switch code {
    case ENODEV, ENXIO, ESHUTDOWN: .unplugged(path: path)
    case EBUSY: .busy(path: path)
    case ENOTTY: .notACamera(path: path)
    default: .refused(path: path, errno: code)
    }
  }
}

extension VideoHandle {
  /// What the driver says of itself; nil when this takes no pictures, as a camera's second node for notes does.
  func identity() -> (name: String, bus: String)? {
    var capability = v4l2_capability()
    guard has(cvideo_querycap, &capability) else { return nil }
    let all = capability.capabilities
    let can = all & V4L2_CAP_DEVICE_CAPS != 0 ? capability.device_caps : all
    let needed = UInt32(V4L2_CAP_VIDEO_CAPTURE) | UInt32(V4L2_CAP_STREAMING)
    guard can & needed == needed else { return nil }
    return (VideoHandle.text(capability.card), VideoHandle.text(capability.bus_info))
  }

  /// Text in an array of C, up to its zero.
  private static func text<Array>(_ array: Array) -> String {
    unsafe withUnsafeBytes(of: array) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Every way in which frames can be sent that we understand.
  func modes() -> [VideoMode] {
    (0..<64).lazy.map { self.format(at: $0) }.prefix { $0 != nil }.compactMap { $0 }.flatMap { code in
      PixelFormat(code).map { self.modes(of: $0, code) } ?? []
    }
  }

  private func format(at index: UInt32) -> UInt32? {
    var description = v4l2_fmtdesc()
    description.index = index
    description.type = V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue
    return has(cvideo_enum_fmt, &description) ? description.pixelformat : nil
  }

  /// The sizes that are told one by one; of a range of sizes its largest and the common ones in it.
  private func modes(of format: PixelFormat, _ code: UInt32) -> [VideoMode] {
    var found: [VideoMode] = []
    for index in UInt32(0)..<256 {
      var size = v4l2_frmsizeenum()
      size.index = index
      size.pixel_format = code
      guard has(cvideo_enum_framesizes, &size) else { break }
      if size.type == V4L2_FRMSIZE_TYPE_DISCRETE.rawValue {
        found.append(mode(format, code, Int(size.discrete.width), Int(size.discrete.height)))
        continue
      }
      let (width, height) = (Int(size.stepwise.max_width), Int(size.stepwise.max_height))
      let sizes = [(width, height)] + VideoHandle.common.filter { $0.0 <= width && $0.1 <= height }
      return sizes.map { mode(format, code, $0.0, $0.1) }
    }
    return found
  }

  private static let common = [
    (3264, 2448), (2592, 1944), (1920, 1080), (1600, 1200), (1280, 720), (640, 480),
  ]

  private func mode(_ format: PixelFormat, _ code: UInt32, _ width: Int, _ height: Int) -> VideoMode {
    var rate = 0.0
    for index in UInt32(0)..<64 {
      var interval = v4l2_frmivalenum()
      interval.index = index
      interval.pixel_format = code
      (interval.width, interval.height) = (UInt32(width), UInt32(height))
      guard has(cvideo_enum_frameintervals, &interval) else { break }
      let isOne = interval.type == V4L2_FRMIVAL_TYPE_DISCRETE.rawValue
      let shortest = isOne ? interval.discrete : interval.stepwise.min
      if shortest.numerator > 0 {
        rate = max(rate, Double(shortest.denominator) / Double(shortest.numerator))
      }
      if !isOne { break }
    }
    return VideoMode(format: format, width: width, height: height, rate: rate, code: code)
  }
}
