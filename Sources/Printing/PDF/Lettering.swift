import CPango

/// Letters as dots, for screens that can draw nothing finer.
package enum Lettering {
  /// The dots of a text in a sans-serif face of so many dots, cut to its ink.
  ///
  /// Nil when no font has all its characters.
  package static func dots(_ text: String, size: Int) -> (width: Int, height: Int, dots: [Bool])? {
    guard size > 0,
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_A8, Int32(size * (text.count + 1)), Int32(size * 2))
    else { return nil }
    defer { unsafe cairo_surface_destroy(surface) }
    guard unsafe draw(text, size, on: surface) else { return nil }
    return unsafe cut(surface)
  }

  private static func draw(_ text: String, _ size: Int, on surface: OpaquePointer) -> Bool {
    let context = unsafe cairo_create(surface)
    defer { unsafe cairo_destroy(context) }
    guard let layout = unsafe pango_cairo_create_layout(context) else { return false }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }
    // Dots are set or not: glyphs drawn for so few dots are sharper than thinned gray ones.
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL)
    unsafe pango_cairo_context_set_font_options(pango_layout_get_context(layout), options)
    let font = unsafe pango_font_description_new()
    defer { unsafe pango_font_description_free(font) }
    unsafe pango_font_description_set_family(font, Typeface.hei.families.joined(separator: ","))
    unsafe pango_font_description_set_absolute_size(font, Double(size) * Double(PANGO_SCALE))
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_layout_set_text(layout, text, -1)
    guard unsafe pango_layout_get_unknown_glyphs_count(layout) == 0 else { return false }
    unsafe pango_cairo_show_layout(context, layout)
    return unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS
  }

  private static func cut(_ surface: OpaquePointer) -> (width: Int, height: Int, dots: [Bool])? {
    unsafe cairo_surface_flush(surface)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
    let width = Int(unsafe cairo_image_surface_get_width(surface))
    let height = Int(unsafe cairo_image_surface_get_height(surface))
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let dots = (0..<height).map { y in (0..<width).map { x in unsafe data[y * stride + x] >= 128 } }
    guard let top = dots.firstIndex(where: { $0.contains(true) }),
      let bottom = dots.lastIndex(where: { $0.contains(true) }),
      let left = (0..<width).first(where: { x in dots.contains { $0[x] } }),
      let right = (0..<width).last(where: { x in dots.contains { $0[x] } })
    else { return nil }
    return (right - left + 1, bottom - top + 1, dots[top...bottom].flatMap { $0[left...right] })
  }
}
