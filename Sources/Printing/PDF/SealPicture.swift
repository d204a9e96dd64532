import CPango
import Glibc

/// Draws an official seal for demonstrations: a red ring, a star, the body's name along the ring.
///
/// Real seals are scanned and named in the plan; this one says that it is a specimen.
package struct SealPicture {
  private let name: String
  private let foot: String
  private static let side = 640.0

  /// - Parameters:
  ///   - name: the body's name along the ring.
  ///   - foot: what stands below the star, such as 样章.
  package init(name: String, foot: String) {
    self.name = name
    self.foot = foot
  }

  /// Writes the seal as a PNG with a transparent ground.
  package func write(to path: String) throws(PDFError) {
    let side = Int32(SealPicture.side)
    guard let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side),
      let context = unsafe cairo_create(surface)
    else { throw .drawing("no surface for the seal") }
    defer {
      unsafe cairo_destroy(context)
      unsafe cairo_surface_destroy(surface)
    }
    unsafe cairo_translate(context, SealPicture.side / 2, SealPicture.side / 2)
    unsafe cairo_set_source_rgba(context, 0.82, 0.07, 0.07, 0.88)
    unsafe ring(context)
    unsafe star(context)
    unsafe letters(context)
    unsafe text(context, foot, size: 46, at: 170)
    let status = unsafe cairo_surface_write_to_png(surface, path)
    guard status == CAIRO_STATUS_SUCCESS else { throw .drawing("PNG status \(status.rawValue)") }
  }

  private func ring(_ context: OpaquePointer) {
    unsafe cairo_set_line_width(context, 18)
    unsafe cairo_arc(context, 0, 0, SealPicture.side / 2 - 14, 0, 2 * .pi)
    unsafe cairo_stroke(context)
  }

  private func star(_ context: OpaquePointer) {
    for point in 0..<10 {
      let radius = point.isMultiple(of: 2) ? 96.0 : 37.0
      let angle = Double(point) * .pi / 5 - .pi / 2
      let (x, y) = (radius * cos(angle), radius * sin(angle))
      unsafe point == 0 ? cairo_move_to(context, x, y) : cairo_line_to(context, x, y)
    }
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  /// The name from lower left over the top to lower right.
  private func letters(_ context: OpaquePointer) {
    let characters = name.map(String.init)
    let sweep = min(4.3, 0.36 * Double(characters.count))
    let step = characters.count > 1 ? sweep / Double(characters.count - 1) : 0
    for (index, character) in characters.enumerated() {
      unsafe cairo_save(context)
      unsafe cairo_rotate(context, -sweep / 2 + step * Double(index))
      unsafe text(context, character, size: min(74, 1050 / Double(max(1, characters.count))), at: -232)
      unsafe cairo_restore(context)
    }
  }

  private func text(_ context: OpaquePointer, _ text: String, size: Double, at y: Double) {
    guard let layout = unsafe pango_cairo_create_layout(context) else { return }
    let font = unsafe pango_font_description_from_string("Noto Serif CJK SC Bold")
    unsafe pango_font_description_set_absolute_size(font, size * 1024)
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_layout_set_text(layout, text, -1)
    var (width, height): (Int32, Int32) = (0, 0)
    unsafe pango_layout_get_pixel_size(layout, &width, &height)
    unsafe cairo_move_to(context, -Double(width) / 2, y - Double(height) / 2)
    unsafe pango_cairo_show_layout(context, layout)
    unsafe pango_font_description_free(font)
    unsafe g_object_unref(UnsafeMutableRawPointer(layout))
  }
}
