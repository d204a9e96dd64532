import Scanner

/// Frames of the camera at a place, whatever happens to it: each call opens it again where that is needed.
///
/// A camera that was pulled out and comes back under another node is known again by its name. Calls block, so they
/// belong on a thread of their own.
final class CameraStream {
  private let place: CameraPlace
  private var capture: VideoCapture?
  private var use = CameraUse.sheets
  private var known: VideoDevice?

  init(_ place: CameraPlace) { self.place = place }

  /// A camera that sends nothing for so long has stalled; the first frame may need a second or two.
  private static let patience = Duration.seconds(3)

  /// The camera that sends, and how.
  var running: (device: VideoDevice, mode: VideoMode)? { capture.map { ($0.device, $0.mode) } }

  /// The next frame, with the camera set for a use.
  ///
  /// - Throws: `VideoFault`; the call after it begins anew.
  func next(for use: CameraUse) throws(VideoFault) -> VideoFrame {
    if self.use != use { rest() }
    let running: VideoCapture
    if let capture { running = capture } else { running = try open(for: use) }
    capture = running
    do throws(VideoFault) {
      return try running.next(within: CameraStream.patience)
    } catch {
      rest()
      throw error
    }
  }

  /// Lets the camera go.
  func rest() { capture = nil }

  private func open(for use: CameraUse) throws(VideoFault) -> VideoCapture {
    let device = try find()
    let capture = try VideoCapture(device, for: use)
    (known, self.use) = (device, use)
    return capture
  }

  private func find() throws(VideoFault) -> VideoDevice {
    switch place {
    case .device(let path):
      do throws(VideoFault) {
        return try VideoDevice(path)
      } catch .notACamera {
        if let moved { return moved }
        throw .notACamera(path: path)
      }
    case .first, .folder:
      if let moved { return moved }
      return try VideoDevice.first()
    }
  }

  /// The camera that was used before, wherever it is now.
  private var moved: VideoDevice? {
    guard let known else { return nil }
    let same = VideoDevice.all().filter { $0.name == known.name }
    return same.first { $0.path == known.path } ?? same.first
  }
}
