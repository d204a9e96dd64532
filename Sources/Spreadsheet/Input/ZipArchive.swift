import CZip

/// A zip file opened for reading.
@safe final class ZipArchive {
  private let handle: OpaquePointer
  let limits: Limits

  init(path: String, limits: Limits) throws(SpreadsheetError) {
    var code: Int32 = 0
    guard let handle = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      throw .damaged(part: "", .archive(code))
    }
    unsafe self.handle = unsafe handle
    self.limits = limits
  }

  deinit { unsafe zip_discard(handle) }

  /// Whether the archive has a part of this name, in any case of letters.
  func has(_ name: String) -> Bool { index(of: name) != nil }

  /// Opens a part for reading from its start.
  func part(_ name: String) throws(SpreadsheetError) -> ZipPart {
    guard let index = index(of: name) else { throw .missingPart(name) }
    var facts = unsafe zip_stat_t()
    guard unsafe zip_stat_index(handle, index, 0, &facts) == 0 else { throw failure(name) }
    guard unsafe facts.size <= UInt64(limits.partBytes) else {
      throw .tooLarge(.part, limit: limits.partBytes)
    }
    guard let file = unsafe zip_fopen_index(handle, index, 0) else { throw failure(name) }
    return unsafe ZipPart(
      file, of: self, name: name, size: Int(facts.size), compressed: Int(clamping: facts.comp_size))
  }

  private func index(of name: String) -> UInt64? {
    let found = unsafe zip_name_locate(handle, name, ZIP_FL_NOCASE)
    return found < 0 ? nil : UInt64(found)
  }

  private func failure(_ part: String) -> SpreadsheetError {
    let code = unsafe zip_error_code_zip(zip_get_error(handle))
    let isEncrypted = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD
    return isEncrypted ? .encrypted : .damaged(part: part, .archive(code))
  }
}

/// One part of a zip file while it is expanded, never beyond the limits.
@safe final class ZipPart {
  let name: String
  /// Bytes expanded so far.
  private(set) var done = 0
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let size: Int
  private let compressed: Int

  fileprivate init(_ file: OpaquePointer, of archive: ZipArchive, name: String, size: Int, compressed: Int) {
    unsafe self.file = unsafe file
    self.archive = archive
    self.name = name
    self.size = size
    self.compressed = compressed
  }

  deinit { unsafe zip_fclose(file) }

  /// How much of the part has been read, from 0 to 1.
  var fraction: Double { size > 0 ? min(1, Double(done) / Double(size)) : 1 }

  /// Expands the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    let got = unsafe Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
    guard got >= 0 else {
      throw .damaged(part: name, unsafe .archive(zip_error_code_zip(zip_file_get_error(file))))
    }
    done += got
    let limits = archive.limits
    guard done <= limits.partBytes else { throw .tooLarge(.part, limit: limits.partBytes) }
    guard done < 16 << 20 || done / max(1, compressed) <= limits.ratio else {
      throw .swelling(part: name, ratio: limits.ratio)
    }
    return got
  }
}
