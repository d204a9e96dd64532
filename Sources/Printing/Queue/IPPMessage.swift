import CCups

/// An IPP request or answer.
@safe final class IPPMessage {
  private var message: OpaquePointer?

  /// A request about a queue or job, with the attributes that every request begins with (RFC 8011, 4.1.4).
  init(_ operation: ipp_op_t, uri: String? = nil) {
    unsafe message = unsafe ippNewRequest(operation)
    if let uri { add("printer-uri", uri, IPP_TAG_URI) }
    add("requesting-user-name", "kiosk", IPP_TAG_NAME)
  }

  init(owning answer: OpaquePointer?) { unsafe message = unsafe answer }

  deinit { if let message = unsafe message { unsafe ippDelete(message) } }

  /// Hands the request to libcups, which frees it.
  func release() -> OpaquePointer? {
    defer { unsafe message = nil }
    return unsafe message
  }

  func add(_ name: String, _ value: String, _ kind: ipp_tag_t, group: ipp_tag_t = IPP_TAG_OPERATION) {
    unsafe ippAddString(message, group, kind, name, nil, value)
  }

  func add(_ name: String, _ value: Int, group: ipp_tag_t = IPP_TAG_OPERATION) {
    unsafe ippAddInteger(message, group, IPP_TAG_INTEGER, name, Int32(value))
  }

  func add(_ name: String, _ value: Bool) {
    unsafe ippAddBoolean(message, IPP_TAG_OPERATION, name, value ? 1 : 0)
  }

  /// Asks for these attributes and no others.
  func request(_ names: [String]) {
    guard let first = names.first else { return }
    let list = unsafe ippAddString(
      message, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nil, first)
    var place = unsafe list
    for (index, name) in names.enumerated().dropFirst() {
      unsafe ippSetString(message, &place, Int32(index), name)
    }
  }

  func strings(_ name: String) -> [String] {
    let attribute = unsafe ippFindAttribute(message, name, IPP_TAG_ZERO)
    return unsafe IPPMessage.values(attribute)
  }

  func string(_ name: String) -> String { strings(name).first ?? "" }

  func integer(_ name: String) -> Int? {
    guard let attribute = unsafe ippFindAttribute(message, name, IPP_TAG_ZERO) else { return nil }
    return Int(unsafe ippGetInteger(attribute, 0))
  }

  /// The attributes of each printer or job in an answer that lists several.
  func groups(_ kind: ipp_tag_t) -> [[String: [String]]] {
    var groups: [[String: [String]]] = []
    var current: [String: [String]] = [:]
    var attribute = unsafe ippFirstAttribute(message)
    while let found = unsafe attribute {
      if let name = unsafe ippGetName(found), unsafe ippGetGroupTag(found) == kind {
        current[unsafe String(cString: name)] = unsafe IPPMessage.values(found)
      } else if !current.isEmpty {
        groups.append(current)
        current = [:]
      }
      unsafe attribute = unsafe ippNextAttribute(message)
    }
    return current.isEmpty ? groups : groups + [current]
  }

  private static func values(_ attribute: OpaquePointer?) -> [String] {
    guard let attribute = unsafe attribute else { return [] }
    let count = unsafe ippGetCount(attribute)
    return (0..<count).compactMap { index in
      switch unsafe ippGetValueTag(attribute) {
      case IPP_TAG_INTEGER, IPP_TAG_ENUM: return unsafe String(ippGetInteger(attribute, index))
      case IPP_TAG_BOOLEAN: return unsafe ippGetBoolean(attribute, index) != 0 ? "true" : "false"
      default: return unsafe ippGetString(attribute, index, nil).map { unsafe String(cString: $0) }
      }
    }
  }
}
