import Synchronization

/// A counter that several threads may ask.
final class Place: Sendable {
  private let value = Mutex(0)

  /// 0, then 1, and so on.
  func next() -> Int {
    value.withLock { value in
      defer { value += 1 }
      return value
    }
  }
}
