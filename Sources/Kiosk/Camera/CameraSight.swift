import Scanner
import Terminal

/// What the screens know of the camera.
struct CameraSight: Equatable, Sendable {
  enum State: Equatable, Sendable {
    case starting
    case works(device: String, mode: String)
    case fails(VideoFault)
  }

  var state = State.starting
  /// What the person at the table has to do.
  var hint: SheetWatch.Hint?
  /// A card's code lies there and cannot be read.
  var isCardUnread = false
  /// What the camera sees, small.
  var preview: Bitmap?
}

/// What a screen wants of the camera.
struct CameraWish: Equatable, Sendable {
  let use: CameraUse
  /// Nothing is to be taken just now, but what happens on the table is followed.
  var isHeld = false
}
