import Foundation
import Scanner
import Terminal

/// The table under the camera, frame by frame: what lies there, and whether it is new.
struct CameraTable {
  private let stream: CameraStream
  private let tell: @Sendable (CameraFeed.Event) -> Void
  private var sheets: SheetWatch
  private var cards = CardWatch()
  private var unread = UnreadWatch()
  private var cardReader = CardReader()
  private var use: CameraUse?
  private var sight = CameraSight()
  private var pictures = 0
  private var previews = 0
  private var shown = ContinuousClock.now - .seconds(1)
  private var unreadable = 0
  private var blindFrames = 0
  /// The scene that was last looked at thoroughly.
  private var thorough: SceneLook?

  init(
    _ place: CameraPlace, startsOccupied: Bool, tell: @escaping @Sendable (CameraFeed.Event) -> Void
  ) {
    stream = CameraStream(place)
    sheets = SheetWatch(startsOccupied: startsOccupied)
    self.tell = tell
  }

  /// Switches the camera off; what lies on the table stays known.
  mutating func close() {
    stream.rest()
    sight = CameraSight()
  }

  /// The last picture was not read.
  mutating func refuse() { sheets.refuse() }

  /// Looks at one frame; false when there is none.
  mutating func look(for wish: CameraWish) -> Bool {
    begin(wish.use)
    do {
      let frame = try stream.next(for: wish.use)
      try look(at: frame, wish)
      unreadable = 0
      return true
    } catch let fault as VideoFault {
      show(fault)
      return false
    } catch {
      return skip()
    }
  }

  /// Another use begins with an eye that remembers no card.
  private mutating func begin(_ use: CameraUse) {
    guard self.use != use else { return }
    (self.use, cards, unread) = (use, CardWatch(), UnreadWatch())
  }

  private mutating func show(_ fault: VideoFault) {
    let failed = CameraSight(state: .fails(fault))
    if failed != sight { tell(.sight(failed)) }
    sight = failed
  }

  /// Frames one after the other that are no pictures, beyond which the camera is said to be damaged.
  private static let mostUnreadable = 20

  /// Passes over a damaged frame.
  private mutating func skip() -> Bool {
    unreadable += 1
    guard unreadable >= CameraTable.mostUnreadable else { return true }
    unreadable = 0
    let path = stream.running?.device.path ?? "/dev/video"
    stream.rest()
    show(.damaged(path: path))
    return false
  }

  private mutating func look(at frame: VideoFrame, _ wish: CameraWish) throws(ImageError) {
    let reduction = wish.use == .sheets && frame.width > CameraTable.wideEnough ? 2 : 1
    let image = try frame.gray(reduction: reduction)
    var hint: SheetWatch.Hint?
    var isUnread = false
    switch wish.use {
    case .cards: isUnread = !wish.isHeld && lookForCard(image)
    case .sheets: hint = try lookForSheet(frame, image, isHeld: wish.isHeld)
    }
    show(image, hint, isUnread: isUnread)
  }

  /// Marks and focus are seen in half of the dots, where there are more than this in a row.
  private static let wideEnough = 2000

  /// After so many frames without a code a scene that was not looked at thoroughly yet is; any scene after so many.
  private static let (newTurn, anyTurn) = (5, 30)

  /// Whether a frame is worth the thorough look, which takes ten times as long.
  private mutating func deservesMore(_ look: SceneLook) -> Bool {
    let isNew = thorough.map { look.differs(from: $0) } ?? true
    guard blindFrames > 0, blindFrames % (isNew ? CameraTable.newTurn : CameraTable.anyTurn) == 0 else {
      return false
    }
    thorough = look
    return true
  }

  /// Looks at one frame; true while a code lies there that cannot be read.
  private mutating func lookForCard(_ image: GrayImage) -> Bool {
    let look = SceneLook(image, marks: false)
    let text = cardReader.text(in: image, thoroughly: deservesMore(look))
    blindFrames = text == nil ? blindFrames + 1 : 0
    let isCard = text.map(CardReader.isCard) ?? false
    if let new = cards.step(text, isCard: isCard, look) { tell(.card(new)) }
    return unread.step(isRead: text != nil || cards.isShowing) { image.showsCode }
  }

  private mutating func lookForSheet(
    _ frame: VideoFrame, _ image: GrayImage, isHeld: Bool
  ) throws(ImageError) -> SheetWatch.Hint? {
    switch sheets.step(SceneLook(image, marks: true), isHeld: isHeld) {
    case .wait(let hint): return hint
    case .take:
      pictures += 1
      tell(.sheet(TakenPicture(frame: try frame.jpeg(), number: pictures)))
      return .takeAway
    }
  }

  // MARK: For the screens

  /// Between two previews.
  private static let pause = Duration.milliseconds(300)
  private static let previewWidth = 400

  /// Tells how things are when that has changed, and now and then what the camera sees.
  private mutating func show(_ image: GrayImage, _ hint: SheetWatch.Hint?, isUnread: Bool) {
    var now = sight
    if let (device, mode) = stream.running {
      now.state = .works(device: device.path, mode: mode.description)
    }
    (now.hint, now.isCardUnread) = (hint, isUnread)
    let isDue = ContinuousClock.now - shown >= CameraTable.pause
    guard now != sight || isDue else { return }
    if isDue {
      previews += 1
      shown = .now
      now.preview = image.preview("camera \(previews)", width: CameraTable.previewWidth)
    }
    sight = now
    tell(.sight(now))
  }
}

extension GrayImage {
  /// The picture small, for a screen.
  fileprivate func preview(_ name: String, width wanted: Int) -> Bitmap {
    let small = reduced(max(1, width / wanted))
    return Bitmap(
      name: name, width: small.width, height: small.height, bytes: small.bytes.flatMap { [$0, $0, $0] })
  }
}
