import CExpat

/// Parses one part of a spreadsheet with Expat and hands its elements to a visitor.
@safe final class XMLReader {
  private let parser: XML_Parser
  private let visitor: XMLVisitor
  private let part: ZipPart
  private var hasDocumentType = false

  /// A token of more bytes than this is an attack: Expat keeps a whole token in memory.
  private static let longestToken = 16 << 20
  private static let chunk = 1 << 16

  /// Reads a part to its end, or until the visitor is done.
  static func read(_ part: ZipPart, with visitor: XMLVisitor) throws(SpreadsheetError) {
    let reader = try XMLReader(part, visitor)
    try reader.run()
  }

  private init(_ part: ZipPart, _ visitor: XMLVisitor) throws(SpreadsheetError) {
    guard let parser = unsafe XML_ParserCreate(nil) else { throw .damaged(part: part.name, .structure) }
    unsafe self.parser = unsafe parser
    self.visitor = visitor
    self.part = part
  }

  deinit { unsafe XML_ParserFree(parser) }

  private func run() throws(SpreadsheetError) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(parser, onStart, onEnd)
    unsafe XML_SetCharacterDataHandler(parser, onText)
    unsafe XML_SetStartDoctypeDeclHandler(parser, onDoctype)
    while try step() {}
    // Expat keeps a bare pointer to this object.
    withExtendedLifetime(self) {}
  }

  /// Parses the next bytes; false at the end.
  private func step() throws(SpreadsheetError) -> Bool {
    guard let buffer = unsafe XML_GetBuffer(parser, Int32(XMLReader.chunk)) else {
      throw .damaged(part: part.name, .structure)
    }
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: XMLReader.chunk)
    let count = try unsafe part.read(into: bytes)
    let status = unsafe XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    if hasDocumentType { throw .documentType(part: part.name) }
    if let failure = visitor.failure { throw failure }
    if visitor.isDone { return false }
    guard status == XML_STATUS_OK else { throw markupError() }
    guard unsafe part.done - Int(XML_GetCurrentByteIndex(parser)) <= XMLReader.longestToken else {
      throw .tooLarge(.cellText, limit: XMLReader.longestToken)
    }
    return count > 0
  }

  private func markupError() -> SpreadsheetError {
    let code = unsafe XML_GetErrorCode(parser)
    let line = unsafe Int(XML_GetCurrentLineNumber(parser))
    return .damaged(part: part.name, .markup(code: code.rawValue, line: line))
  }
}

extension XMLReader {
  fileprivate func start(_ element: XMLElement) {
    visitor.start(element)
    stopIfAsked()
  }

  fileprivate func end(_ name: XMLName) {
    visitor.end(name)
    stopIfAsked()
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard visitor.isCollecting else { return }
    unsafe visitor.collect(bytes)
    stopIfAsked()
  }

  fileprivate func refuseDocumentType() {
    hasDocumentType = true
    unsafe XML_StopParser(parser, 0)
  }

  private func stopIfAsked() {
    if visitor.isDone || visitor.failure != nil { unsafe XML_StopParser(parser, 0) }
  }
}

/// The reader that Expat carries along as user data.
private func reader(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
  unsafe data.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
}

private let onStart: XML_StartElementHandler = { data, name, attributes in
  guard let name = unsafe name, let attributes = unsafe attributes else { return }
  unsafe reader(data)?.start(XMLElement(name: name, attributes: attributes))
}

private let onEnd: XML_EndElementHandler = { data, name in
  guard let name = unsafe name else { return }
  unsafe reader(data)?.end(XMLName(name))
}

private let onText: XML_CharacterDataHandler = { data, start, count in
  guard let start = unsafe start else { return }
  unsafe start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    unsafe reader(data)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

private let onDoctype: XML_StartDoctypeDeclHandler = { data, _, _, _, _ in
  unsafe reader(data)?.refuseDocumentType()
}
