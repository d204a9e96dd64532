import Dispatch
import Synchronization

/// Work spread over all cores, with the results in order.
enum Parallel {
  /// Calls `body` for 0, 1, … on several threads; the results in that order, or the first error.
  static func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) throws -> Value) throws -> [Value] {
    let slots = Mutex<[Result<Value, any Error>?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { try body(index) }
      slots.withLock { $0[index] = result }
    }
    return try slots.withLock { $0 }.compactMap { try $0?.get() }
  }
}
