import Glibc

/// The name of an element without its prefix, valid only while the parser's callback runs.
@safe struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    let colon = unsafe strchr(name, Int32(UInt8(ascii: ":")))
    unsafe start = colon.map { unsafe UnsafePointer($0 + 1) } ?? name
  }

  /// The first character and whether the name is that one character: most elements of a sheet are `c` and `v`.
  var single: UInt8? { unsafe start[0] != 0 && start[1] == 0 ? UInt8(bitPattern: start[0]) : nil }

  static func == (name: XMLName, literal: StaticString) -> Bool {
    unsafe strcmp(name.start, UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// An element's start with its attributes, valid only while the parser's callback runs.
@safe struct XMLElement {
  let name: XMLName
  private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(name: UnsafePointer<CChar>, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    self.name = unsafe XMLName(name)
    unsafe self.attributes = unsafe attributes
  }

  /// The value of an attribute, by its full name or by the name after a prefix.
  func text(_ name: StaticString) -> String? { unsafe value(name).map { unsafe String(cString: $0) } }

  /// A whole number without sign.
  func number(_ name: StaticString) -> Int? { unsafe value(name).flatMap { unsafe XMLElement.number($0) } }

  /// An xsd:boolean, false where it is absent.
  func flag(_ name: StaticString) -> Bool {
    guard let value = unsafe value(name) else { return false }
    return unsafe strcmp(value, "1") == 0 || strcmp(value, "true") == 0
  }

  /// Calls `body` with the first letter of each attribute of one letter, and its value.
  func forEachLetterAttribute(_ body: (UInt8, UnsafePointer<CChar>) -> Void) {
    var index = 0
    while let name = unsafe attributes[index], let value = unsafe attributes[index + 1] {
      if unsafe name[0] != 0 && name[1] == 0 { unsafe body(UInt8(bitPattern: name[0]), value) }
      index += 2
    }
  }

  /// Digits up to the end, at most 9 of them.
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var index = 0
    while true {
      let byte = unsafe UInt8(bitPattern: text[index])
      if byte == 0 { return index == 0 ? nil : value }
      guard (48...57).contains(byte), index < 9 else { return nil }
      value = value * 10 + Int(byte - 48)
      index += 1
    }
  }

  private func value(_ wanted: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let name = unsafe attributes[index], let value = unsafe attributes[index + 1] {
      if unsafe XMLElement.same(name, wanted) { return unsafe value }
      index += 2
    }
    return nil
  }

  private static func same(_ name: UnsafePointer<CChar>, _ wanted: StaticString) -> Bool {
    unsafe strcmp(name, UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}
