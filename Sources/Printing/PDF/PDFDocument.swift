package import Ballot
import CPango

/// A PDF being drawn, page by page, in millimetres from the top left corner.
///
/// Pages go to the disk as they are finished, so a document of thousands of pages needs the memory of one. The
/// file appears under its name when `finish()` returns; the same drawing gives the same bytes.
@safe package final class PDFDocument {
  private let file: AtomicFile
  private let surface: OpaquePointer
  /// Where drawing goes: the page, or the stamp being made.
  var context: OpaquePointer
  let setter: TextSetter
  var colour = Colour.black
  var cache: [PreparedText: SetText] = [:]
  private var stamps: [String: OpaquePointer] = unsafe [:]
  private var pageCount = 0
  /// Texts with characters that no installed font can print.
  package internal(set) var unprintable: [String] = []

  /// Starts a document; `created` is the date in its metadata, for the clock is not asked.
  package init(path: String, title: String, created: Day) throws(PDFError) {
    let file = try AtomicFile(path: path)
    self.file = file
    guard let setter = TextSetter() else { throw .drawing("no fonts") }
    self.setter = setter
    let made = unsafe cairo_pdf_surface_create_for_stream(
      PDFDocument.writer, Unmanaged.passUnretained(file).toOpaque(), 595, 842)
    guard let surface = unsafe made, let context = unsafe cairo_create(surface) else {
      throw .drawing("no memory")
    }
    unsafe self.surface = unsafe surface
    unsafe self.context = unsafe context
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "kiosk")
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(created)T00:00:00Z")
  }

  deinit {
    unsafe stamps.values.forEach { unsafe cairo_surface_destroy($0) }
    unsafe cairo_destroy(context)
    unsafe cairo_surface_finish(surface)
    unsafe cairo_surface_destroy(surface)
  }

  private static let writer: cairo_write_func_t = { closure, bytes, count in
    guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
    let file = unsafe Unmanaged<AtomicFile>.fromOpaque(closure).takeUnretainedValue()
    let taken = unsafe file.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    return taken ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
  }

  /// Points in a millimetre.
  static let scale = 72 / 25.4

  /// Finishes the page before and starts another.
  package func startPage(width: Double, height: Double) {
    if pageCount > 0 { unsafe cairo_show_page(context) }
    pageCount += 1
    unsafe cairo_pdf_surface_set_size(surface, width * PDFDocument.scale, height * PDFDocument.scale)
    unsafe cairo_identity_matrix(context)
    unsafe cairo_scale(context, PDFDocument.scale, PDFDocument.scale)
  }

  /// Finishes the last page and puts the file under its name.
  package func finish() throws(PDFError) {
    if pageCount > 0 { unsafe cairo_show_page(context) }
    unsafe cairo_surface_finish(surface)
    let status = unsafe cairo_surface_status(surface)
    if status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_WRITE_ERROR {
      throw .drawing(unsafe String(cString: cairo_status_to_string(status)))
    }
    try file.commit()
  }

  /// Draws something that stands on many pages; its content goes into the file once.
  package func stamp(_ key: String, size: (w: Double, h: Double), at point: Point, _ draw: () throws -> Void)
    rethrows
  {
    if unsafe stamps[key] == nil { unsafe stamps[key] = try record(size, draw) }
    guard let stamp = unsafe stamps[key] else { return }
    unsafe cairo_save(context)
    unsafe cairo_translate(context, point.x, point.y)
    unsafe cairo_scale(context, 1 / PDFDocument.scale, 1 / PDFDocument.scale)
    unsafe cairo_set_source_surface(context, stamp, 0, 0)
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
    setColour(colour)
  }

  private func record(_ size: (w: Double, h: Double), _ draw: () throws -> Void) rethrows -> OpaquePointer? {
    var extents = cairo_rectangle_t(
      x: 0, y: 0, width: size.w * PDFDocument.scale, height: size.h * PDFDocument.scale)
    let recording = unsafe cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
    guard let pen = unsafe cairo_create(recording) else { return nil }
    let page = unsafe context
    unsafe context = unsafe pen
    unsafe cairo_scale(pen, PDFDocument.scale, PDFDocument.scale)
    defer {
      unsafe context = unsafe page
      unsafe cairo_destroy(pen)
    }
    try draw()
    return unsafe recording
  }
}
