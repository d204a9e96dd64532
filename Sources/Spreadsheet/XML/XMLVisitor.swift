/// What a document's elements mean to one reader; subclasses say it.
class XMLVisitor {
  /// Whether characters go into `text`.
  final var isCollecting = false
  final var text: [UInt8] = []
  /// Set to end reading with an error.
  final var failure: SpreadsheetError?
  /// Set to end reading without one.
  final var isDone = false
  final let cellBytes: Int

  init(limits: Limits) { cellBytes = limits.cellBytes }

  func start(_ element: XMLElement) {}

  func end(_ name: XMLName) {}

  /// Takes characters of the element's text.
  final func collect(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard text.count + bytes.count <= cellBytes else {
      failure = .tooLarge(.cellText, limit: cellBytes)
      return
    }
    unsafe text.append(contentsOf: bytes)
  }

  /// Starts collecting a new text.
  final func beginText() {
    text.removeAll(keepingCapacity: true)
    isCollecting = true
  }
}
