/// Why there is no picture from a camera.
package enum VideoFault: Error, Hashable, Sendable {
  /// Nothing that takes pictures is connected.
  case noCamera
  /// There is no such device, or it is no camera.
  case notACamera(path: String)
  /// It is there, and this user may not open it.
  case forbidden(path: String)
  /// Another program has it.
  case busy(path: String)
  /// It was pulled out.
  case unplugged(path: String)
  /// It sends nothing any more.
  case stalled(path: String)
  /// It sends only damaged pictures.
  case damaged(path: String)
  /// It has no format or size that can be used.
  case noUsableMode(path: String)
  /// The system refused a request.
  case refused(path: String, errno: Int32)

  /// The fault's name in machine-readable output.
  package var code: String {
    switch self {
    case .noCamera: "noCamera"
    case .notACamera: "notACamera"
    case .forbidden: "cameraForbidden"
    case .busy: "cameraBusy"
    case .unplugged: "cameraUnplugged"
    case .stalled: "cameraStalled"
    case .damaged: "cameraDamaged"
    case .noUsableMode: "noUsableMode"
    case .refused: "cameraRefused"
    }
  }
}
