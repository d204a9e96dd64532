import CExpat

/// An element of an S3 server's XML answer: its name without a prefix, its text, its children.
final class S3Element {
  let name: String
  fileprivate(set) var text = ""
  fileprivate(set) var children: [S3Element] = []

  fileprivate init(_ name: String) { self.name = name }

  /// The root of a document; nil when it is not well formed, too deep or has a document type.
  static func root(of bytes: [UInt8]) -> S3Element? { S3Document(bytes).flatMap { $0.root } }

  /// The text of the first child of this name.
  subscript(name: String) -> String? { children.first { $0.name == name }?.text }

  func all(_ name: String) -> [S3Element] { children.filter { $0.name == name } }
}

/// One pass of Expat over an answer.
private final class S3Document {
  private(set) var root: S3Element?
  private var open: [S3Element] = []
  private var isSound = true

  private static let depthLimit = 16

  init?(_ bytes: [UInt8]) {
    guard let parser = unsafe XML_ParserCreate(nil) else { return nil }
    defer { unsafe XML_ParserFree(parser) }
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, _ in unsafe document(data)?.begin(name.map { unsafe String(cString: $0) } ?? "") },
      { data, _ in unsafe document(data)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { data, start, count in
      guard let start = unsafe start else { return }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
      unsafe document(data)?.take(String(decoding: bytes, as: UTF8.self))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in unsafe document(data)?.refuse() }
    let status = unsafe bytes.withUnsafeBytes {
      unsafe XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), 1)
    }
    guard status == XML_STATUS_OK, isSound else { return nil }
  }

  fileprivate func begin(_ name: String) {
    let element = S3Element(name)
    if open.count >= Self.depthLimit { isSound = false }
    if let parent = open.last { parent.children.append(element) } else { root = element }
    open.append(element)
  }

  fileprivate func end() { _ = open.popLast() }

  fileprivate func take(_ text: String) { open.last?.text += text }

  fileprivate func refuse() { isSound = false }
}

private func document(_ data: UnsafeMutableRawPointer?) -> S3Document? {
  unsafe data.map { unsafe Unmanaged<S3Document>.fromOpaque($0).takeUnretainedValue() }
}
