/// Why a file cannot be read as a table.
package enum SpreadsheetError: Error, Equatable, Sendable {
  /// The system refused; the number is errno.
  case unreadable(path: String, errno: Int32)
  case notAFile(path: String)
  /// It is not a table in a known format, but this.
  case notASpreadsheet(FoundFormat)
  /// Protected by a password.
  case encrypted
  /// Larger than a limit allows.
  case tooLarge(Excess, limit: Int)
  /// A compressed part swells beyond reason: a zip bomb.
  case swelling(part: String, ratio: Int)
  /// A document type declaration, which no spreadsheet has and attacks need.
  case documentType(part: String)
  case missingPart(String)
  case damaged(part: String, Damage)
  /// Text that is neither valid UTF-8 nor GB18030, or not the encoding its mark promises.
  case undecodable(encoding: TextEncoding, byte: Int)
  /// No sheet has this name; the names that there are.
  case noSheet(named: String, found: [String])
  /// No visible sheet holds anything.
  case nothingInside

  /// What grew too large.
  package enum Excess: String, Sendable {
    case file, part, cells, strings, cellText, columns, rows, sheets
  }

  /// What is wrong with a part of a file.
  package enum Damage: Equatable, Sendable {
    /// The zip library's error code.
    case archive(Int32)
    /// Expat's error code and the line.
    case markup(code: UInt32, line: Int)
    /// Something beyond the end, or a loop, in an .xls file.
    case structure
    /// The part ends early.
    case truncated
    /// A row number that does not grow, or is out of range.
    case rowNumber(Int)
    case cellReference(String)
    /// A shared string that does not exist.
    case sharedString(Int)
  }
}

/// What a file turned out to be instead of a table.
package enum FoundFormat: String, Sendable {
  case nothing, html, xml, pdf, image, archive, openDocument, wordDocument, olderExcel, otherOffice, binary
}

extension SpreadsheetError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let errno): "\(path) cannot be read (error \(errno))"
    case .notAFile(let path): "\(path) is not a file"
    case .notASpreadsheet(let found): "this is no spreadsheet but \(found.name); save it as .xlsx"
    case .encrypted: "the file has a password; save it without one"
    case .tooLarge(let what, let limit): "too large: the limit for \(what) is \(limit)"
    case .swelling(let part, let ratio):
      "\(part) swells to more than \(ratio) times its size; the file is a trap"
    case .documentType(let part): "\(part) has a document type declaration; the file is a trap"
    case .missingPart(let part): "the file has no \(part)"
    case .damaged(let part, let damage): "\(part) is damaged: \(damage)"
    case .undecodable(let encoding, let byte): "byte \(byte) is not \(encoding)"
    case .noSheet(let name, let found):
      "no sheet is called “\(name)”; there are: \(found.joined(separator: ", "))"
    case .nothingInside: "no visible sheet holds anything"
    }
  }
}

extension SpreadsheetError.Damage: CustomStringConvertible {
  package var description: String {
    switch self {
    case .archive(let code): "zip error \(code)"
    case .markup(let code, let line): "XML error \(code) in line \(line)"
    case .structure: "its structure makes no sense"
    case .truncated: "it ends too early"
    case .rowNumber(let number): "row \(number) is out of place"
    case .cellReference(let text): "there is no cell \(text)"
    case .sharedString(let index): "there is no string \(index)"
    }
  }
}

extension FoundFormat {
  fileprivate var name: String {
    switch self {
    case .nothing: "an empty file"
    case .html: "a web page"
    case .xml: "an XML file"
    case .pdf: "a PDF"
    case .image: "a picture"
    case .archive: "an archive"
    case .openDocument: "an OpenDocument file"
    case .wordDocument: "a Word document"
    case .olderExcel: "a file of Excel 95 or older"
    case .otherOffice: "another Office file"
    case .binary: "a binary file"
    }
  }
}
