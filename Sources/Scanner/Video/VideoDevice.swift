/// A camera that is connected.
package struct VideoDevice: Hashable, Sendable {
  /// Its node, such as `/dev/video0`.
  package let path: String
  /// What the maker calls it.
  package let name: String
  /// The socket that it is plugged into.
  package let bus: String
  package let modes: [VideoMode]

  /// Asks the device at a path.
  ///
  /// - Throws: `VideoFault` when it is not there, or no camera.
  package init(_ path: String) throws(VideoFault) {
    let handle = try VideoHandle(path)
    guard let identity = handle.identity() else { throw .notACamera(path: path) }
    (name, bus) = identity
    self.path = path
    modes = handle.modes()
  }

  /// Nodes beyond this number are not looked for.
  private static let most = 64

  /// Every camera that is connected and can be opened, the first node first.
  package static func all() -> [VideoDevice] {
    (0..<most).compactMap { try? VideoDevice("/dev/video\($0)") }
  }

  /// The first camera that is connected.
  ///
  /// - Throws: `VideoFault.noCamera`; where some node may not be opened, that it is forbidden.
  package static func first() throws(VideoFault) -> VideoDevice {
    var refusal = VideoFault.noCamera
    for number in 0..<most {
      do throws(VideoFault) {
        return try VideoDevice("/dev/video\(number)")
      } catch .notACamera {
        continue
      } catch {
        if refusal == .noCamera { refusal = error }
      }
    }
    throw refusal
  }
}
