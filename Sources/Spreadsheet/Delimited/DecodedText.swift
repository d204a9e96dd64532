import Glibc

/// The text of a file as UTF-8, decoded strictly: a wrong byte is an error, not a question mark.
struct DecodedText {
  let bytes: [UInt8]
  let encoding: TextEncoding

  /// Decodes by the mark at the start, else as UTF-8, else as GB18030.
  init(_ file: [UInt8]) throws(SpreadsheetError) {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      let bytes = Array(file.dropFirst(3))
      if let wrong = DecodedText.invalidUTF8(bytes) { throw .undecodable(encoding: .utf8, byte: wrong + 3) }
      self.init(bytes: bytes, encoding: .utf8)
    } else if file.starts(with: [0xFF, 0xFE]) {
      self.init(bytes: try DecodedText.utf16(file, .utf16LittleEndian), encoding: .utf16LittleEndian)
    } else if file.starts(with: [0xFE, 0xFF]) {
      self.init(bytes: try DecodedText.utf16(file, .utf16BigEndian), encoding: .utf16BigEndian)
    } else if DecodedText.invalidUTF8(file) == nil {
      self.init(bytes: file, encoding: .utf8)
    } else {
      self.init(bytes: try DecodedText.gb18030(file), encoding: .gb18030)
    }
    if bytes.contains(0) { throw .notASpreadsheet(.binary) }
  }

  private init(bytes: [UInt8], encoding: TextEncoding) {
    self.bytes = bytes
    self.encoding = encoding
  }

  /// The place of the first byte that is not UTF-8, or nil.
  private static func invalidUTF8(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else {
        guard let length = sequenceLength(bytes, at: index) else { return index }
        index += length
      }
    }
    return nil
  }

  /// The length of a well-formed sequence of several bytes (Unicode Standard, table 3-7), or nil.
  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for place in (index + 2)..<(index + max(length, 2)) where bytes[place] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static func utf16(_ file: [UInt8], _ encoding: TextEncoding) throws(SpreadsheetError) -> [UInt8] {
    let high = encoding == .utf16BigEndian ? 0 : 1
    let units = stride(from: 2, to: file.count - 1, by: 2).map { place in
      UInt16(file[place + high]) << 8 | UInt16(file[place + 1 - high])
    }
    var decoder = UTF16()
    var source = units.makeIterator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count * 2)
    while true {
      switch decoder.decode(&source) {
      case .scalarValue(let scalar):
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .emptyInput where file.count.isMultiple(of: 2): return bytes
      case .emptyInput: throw .undecodable(encoding: encoding, byte: file.count - 1)
      case .error: throw .undecodable(encoding: encoding, byte: bytes.count)
      }
    }
  }
}

extension DecodedText {
  /// Converts with the system's iconv, block by block.
  private static func gb18030(_ file: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    guard let converter = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      throw .undecodable(encoding: .gb18030, byte: 0)
    }
    defer { unsafe iconv_close(converter) }
    var source = file
    var result: [UInt8] = []
    result.reserveCapacity(file.count * 3 / 2)
    var block = [CChar](repeating: 0, count: 1 << 16)
    let consumed = unsafe source.withUnsafeMutableBytes { input in
      var next = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let before = left
        let written = unsafe convert(converter, &next, &left, into: &block)
        for byte in block[..<written] { result.append(UInt8(bitPattern: byte)) }
        if left == before, written == 0 { break }
      }
      return input.count - left
    }
    guard consumed == file.count else { throw .undecodable(encoding: .gb18030, byte: consumed) }
    return result
  }

  private static func convert(
    _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
    into block: inout [CChar]
  ) -> Int {
    let capacity = block.count
    return unsafe block.withUnsafeMutableBufferPointer { output in
      var target = output.baseAddress
      var free = capacity
      _ = unsafe iconv(converter, &next, &left, &target, &free)
      return capacity - free
    }
  }
}
