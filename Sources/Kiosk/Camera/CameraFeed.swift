import Dispatch
import Foundation
import Scanner
import Synchronization
import Terminal

/// The camera on a thread of its own: looks for what is wished for and tells of it.
///
/// While nothing is wished for, the camera is off.
final class CameraFeed: Sendable {
  /// What is told.
  enum Event: Sendable {
    case sight(CameraSight)
    /// A code that lies there anew.
    case card(String)
    /// A sheet that lies ready.
    case sheet(TakenPicture)
  }

  private struct Order {
    var wish: CameraWish?
    var wasRefused = false
    var isOver = false
  }

  private let order = Mutex(Order())
  private let bell = DispatchSemaphore(value: 0)

  /// Starts the thread.
  ///
  /// Where it `startsOccupied`, a sheet that lies there from the beginning has to go first.
  init(_ place: CameraPlace, startsOccupied: Bool, tell: @escaping @Sendable (Event) -> Void) {
    Thread.detachNewThread { [self] in
      var table = CameraTable(place, startsOccupied: startsOccupied, tell: tell)
      run(&table)
    }
  }

  /// Looks for this from now on; nil switches the camera off.
  func look(for wish: CameraWish?) {
    let changed = order.withLock { order in
      defer { order.wish = wish }
      return order.wish != wish
    }
    if changed { bell.signal() }
  }

  /// The last sheet was not read; it may be laid better.
  func refuse() { order.withLock { $0.wasRefused = true } }

  /// Switches the camera off for good.
  func end() {
    order.withLock { $0.isOver = true }
    bell.signal()
  }

  /// A camera that failed is tried again after so long.
  private static let pause = DispatchTimeInterval.milliseconds(500)

  private func run(_ table: inout CameraTable) {
    while true {
      let now = order.withLock { order in
        defer { order.wasRefused = false }
        return order
      }
      if now.isOver { return table.close() }
      if now.wasRefused { table.refuse() }
      guard let wish = now.wish else {
        table.close()
        bell.wait()
        continue
      }
      if !table.look(for: wish) { _ = bell.wait(timeout: .now() + CameraFeed.pause) }
    }
  }
}
