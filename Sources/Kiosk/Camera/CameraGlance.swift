import Foundation
import Scanner

/// One look through the camera, on a thread of its own.
enum CameraGlance {
  /// Looks at frames until `see` finds something; nil when that takes too long.
  ///
  /// - Throws: `VideoFault` when the camera cannot be used; damaged frames are passed over.
  static func first<Value: Sendable>(
    _ place: CameraPlace, for use: CameraUse, within seconds: Int,
    _ see: @escaping @Sendable (VideoFrame, VideoDevice, VideoMode) throws -> Value?
  ) async throws -> Value? {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try look(place, use, seconds, see) })
      }
    }
  }

  private static func look<Value>(
    _ place: CameraPlace, _ use: CameraUse, _ seconds: Int,
    _ see: (VideoFrame, VideoDevice, VideoMode) throws -> Value?
  ) throws -> Value? {
    let stream = CameraStream(place)
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      let frame = try stream.next(for: use)
      guard let (device, mode) = stream.running else { continue }
      do {
        if let found = try see(frame, device, mode) { return found }
      } catch is ImageError {
        continue
      }
    }
    return nil
  }
}
