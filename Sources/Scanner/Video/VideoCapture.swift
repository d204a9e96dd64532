internal import CVideo
internal import Glibc

/// A camera that is sending: frames through memory shared with the driver, from `init` until this object goes.
///
/// Every call may block for as long as it is told to, so it belongs on a thread of its own.
@safe package final class VideoCapture {
  package let device: VideoDevice
  package let mode: VideoMode
  private let handle: VideoHandle
  private var buffers: [UnsafeMutableRawBufferPointer] = unsafe []
  private var stride = 0

  /// Frames that the driver may fill while one is looked at.
  private static let wanted: UInt32 = 4

  /// Opens a camera and starts it.
  ///
  /// - Throws: `VideoFault` when it is gone, busy, or has no mode for this use.
  package init(_ device: VideoDevice, for use: CameraUse) throws(VideoFault) {
    guard let best = VideoMode.best(for: use, of: device.modes) else {
      throw .noUsableMode(path: device.path)
    }
    self.device = device
    handle = try VideoHandle(device.path)
    let set = try VideoCapture.set(best, on: handle)
    // The driver takes what is nearest; only the format has to be one that we understand.
    guard let given = PixelFormat(set.pixelformat) else { throw .noUsableMode(path: device.path) }
    mode = VideoMode(
      format: given, width: Int(set.width), height: Int(set.height), rate: best.rate, code: set.pixelformat)
    stride = Int(set.bytesperline)
    setRate(best.rate)
    VideoControls(handle).set(for: use)
    try begin()
  }

  deinit { end() }

  private static let kind = V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue
  private static let memory = V4L2_MEMORY_MMAP.rawValue

  private static func set(_ mode: VideoMode, on handle: VideoHandle) throws(VideoFault) -> v4l2_pix_format {
    var format = unsafe v4l2_format()
    unsafe format.type = kind
    unsafe format.fmt.pix.width = UInt32(mode.width)
    unsafe format.fmt.pix.height = UInt32(mode.height)
    unsafe format.fmt.pix.pixelformat = mode.code
    unsafe format.fmt.pix.field = V4L2_FIELD_ANY.rawValue
    try unsafe handle.demand(cvideo_s_fmt, &format)
    return unsafe format.fmt.pix
  }

  private func setRate(_ rate: Double) {
    guard rate > 0 else { return }
    var parameters = v4l2_streamparm()
    parameters.type = VideoCapture.kind
    unsafe parameters.parm.capture.timeperframe.numerator = 1000
    unsafe parameters.parm.capture.timeperframe.denominator = UInt32((rate * 1000).rounded())
    _ = handle.has(cvideo_s_parm, &parameters)
  }

  private func begin() throws(VideoFault) {
    var request = v4l2_requestbuffers()
    (request.count, request.type, request.memory) = (
      VideoCapture.wanted, VideoCapture.kind, VideoCapture.memory
    )
    try handle.demand(cvideo_reqbufs, &request)
    guard request.count >= 2 else { throw .refused(path: device.path, errno: ENOMEM) }
    for index in 0..<request.count {
      try map(index)
      try queue(index)
    }
    var kind = Int32(VideoCapture.kind)
    try handle.demand(cvideo_streamon, &kind)
  }

  private func map(_ index: UInt32) throws(VideoFault) {
    var buffer = unsafe slot(index)
    try unsafe handle.demand(cvideo_querybuf, &buffer)
    let length = unsafe Int(buffer.length)
    let address = unsafe mmap(
      nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, handle.descriptor, Int(buffer.m.offset))
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .refused(path: device.path, errno: errno)
    }
    unsafe buffers.append(UnsafeMutableRawBufferPointer(start: address, count: length))
  }

  private func slot(_ index: UInt32) -> v4l2_buffer {
    var buffer = unsafe v4l2_buffer()
    unsafe (buffer.index, buffer.type, buffer.memory) = (index, VideoCapture.kind, VideoCapture.memory)
    return unsafe buffer
  }

  private func queue(_ index: UInt32) throws(VideoFault) {
    var buffer = unsafe slot(index)
    try unsafe handle.demand(cvideo_qbuf, &buffer)
  }

  private func end() {
    var kind = Int32(VideoCapture.kind)
    _ = handle.has(cvideo_streamoff, &kind)
    unsafe buffers.forEach { _ = unsafe munmap($0.baseAddress, $0.count) }
  }

  // MARK: Frames

  /// Damaged frames one after the other beyond which the camera is given up.
  private static let mostDamaged = 30

  /// The newest frame, waiting for one at most so long; older ones that nobody looked at are passed over.
  ///
  /// - Throws: `VideoFault` when none came, only damaged ones came, or the camera is gone.
  package func next(within patience: Duration) throws(VideoFault) -> VideoFrame {
    let end = ContinuousClock.now + patience
    var damaged = 0
    while true {
      try wait(until: end, damaged)
      guard let filled = try unsafe newest() else { continue }
      let frame = unsafe copy(filled)
      try unsafe queue(filled.index)
      if let frame { return frame }
      damaged += 1
      if damaged >= VideoCapture.mostDamaged { throw .damaged(path: device.path) }
    }
  }

  private func wait(until end: ContinuousClock.Instant, _ damaged: Int) throws(VideoFault) {
    let left = (end - .now).milliseconds
    var polls = pollfd(fd: handle.descriptor, events: Int16(POLLIN), revents: 0)
    let ready = left > 0 ? unsafe poll(&polls, 1, Int32(min(left, 60_000)) + 1) : 0
    if ready == 0 { throw damaged > 0 ? .damaged(path: device.path) : .stalled(path: device.path) }
    // A camera that was pulled out is reported as an error; the next request says which.
    guard ready > 0, polls.revents & Int16(POLLIN) == 0 else { return }
    var capability = v4l2_capability()
    try handle.demand(cvideo_querycap, &capability)
    if polls.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { throw .unplugged(path: device.path) }
  }

  /// The last of the frames that are ready; the others go back to the driver.
  private func newest() throws(VideoFault) -> v4l2_buffer? {
    var last: v4l2_buffer?
    while true {
      var buffer = unsafe slot(0)
      let status = unsafe handle.status(cvideo_dqbuf, &buffer)
      if status == EAGAIN || status == EIO { return unsafe last }
      guard status == 0 else { throw handle.fault(status) }
      if let last = unsafe last { try unsafe queue(last.index) }
      unsafe last = buffer
    }
  }

  /// The bytes of a frame; nil when they are no whole picture.
  private func copy(_ filled: v4l2_buffer) -> VideoFrame? {
    let (index, flags) = unsafe (Int(filled.index), filled.flags)
    guard flags & UInt32(V4L2_BUF_FLAG_ERROR) == 0, unsafe buffers.indices.contains(index) else {
      return nil
    }
    let memory = unsafe buffers[index]
    let bytes = unsafe Array(memory.prefix(Int(filled.bytesused)))
    return VideoFrame(
      format: mode.format, width: mode.width, height: mode.height, stride: stride, bytes: bytes)
  }
}
