import CPango

/// Shapes text with pango and remembers what it has shaped.
@safe final class TextSetter {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var fonts: [Face: OpaquePointer] = unsafe [:]

  private struct Face: Hashable {
    let face: Typeface
    let size: Double
    let bold: Bool
  }

  init?() {
    guard let map = unsafe pango_cairo_font_map_new(),
      let context = unsafe pango_font_map_create_context(map)
    else { return nil }
    unsafe self.map = unsafe map
    unsafe self.context = unsafe context
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_language(context, pango_language_from_string("zh-cn"))
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe TextSetter.turnHintingOff(context)
  }

  deinit {
    unsafe fonts.values.forEach { unsafe pango_font_description_free($0) }
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(UnsafeMutableRawPointer(map))
  }

  /// A printed page has no pixel grid: glyphs stand where the font says.
  private static func turnHintingOff(_ context: OpaquePointer) {
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
  }

  /// Shapes a text, in lines of at most `width` points when one is given.
  func set(_ text: String, _ style: TextStyle, width: Double? = nil, ellipsis: Bool = false) -> SetText {
    let layout = unsafe pango_layout_new(context)
    unsafe pango_layout_set_font_description(layout, font(style))
    unsafe pango_layout_set_text(layout, text, -1)
    if let width { unsafe pango_layout_set_width(layout, TextSetter.units(width)) }
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    if ellipsis { unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END) }
    unsafe TextSetter.align(layout, style)
    unsafe TextSetter.space(layout, style)
    return unsafe SetText(layout, style)
  }

  private static func align(_ layout: OpaquePointer?, _ style: TextStyle) {
    switch style.alignment {
    case .left: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .centre: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .right: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .justified: unsafe pango_layout_set_justify(layout, 1)
    }
    if style.indent > 0 { unsafe pango_layout_set_indent(layout, units(style.indent * style.size)) }
  }

  private static func space(_ layout: OpaquePointer?, _ style: TextStyle) {
    let attributes = unsafe pango_attr_list_new()
    // A hyphen that nobody wrote would be read as a part of a code or of a digest.
    unsafe pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    if style.leading > 0 {
      unsafe pango_attr_list_insert(
        attributes, pango_attr_line_height_new_absolute(units(style.leading * style.size)))
    }
    if style.tracking > 0 {
      unsafe pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(units(style.tracking)))
    }
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
  }

  private func font(_ style: TextStyle) -> OpaquePointer? {
    let key = Face(face: style.face, size: style.size, bold: style.bold)
    if let known = unsafe fonts[key] { return unsafe known }
    guard let font = unsafe pango_font_description_new() else { return nil }
    unsafe pango_font_description_set_family(font, style.face.families.joined(separator: ","))
    unsafe pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    unsafe fonts[key] = unsafe font
    return unsafe font
  }

  private static func units(_ points: Double) -> Int32 { Int32((points * Double(PANGO_SCALE)).rounded()) }
}

/// A text that has been shaped: how large it is, and ready to be drawn.
@safe final class SetText {
  let layout: OpaquePointer
  /// Points.
  let width: Double
  let height: Double
  /// Characters for which no font has a glyph.
  let missing: Int

  init(_ layout: OpaquePointer?, _ style: TextStyle) {
    guard let layout = unsafe layout else { preconditionFailure("pango has no memory") }
    unsafe self.layout = unsafe layout
    var extents = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &extents)
    width = Double(extents.width) / Double(PANGO_SCALE)
    height = Double(extents.height) / Double(PANGO_SCALE)
    missing = Int(unsafe pango_layout_get_unknown_glyphs_count(layout))
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Where a line begins, in bytes from the start of the text; nil when the text has fewer lines.
  func start(ofLine number: Int) -> Int? {
    guard let line = unsafe pango_layout_get_line_readonly(layout, Int32(number)) else { return nil }
    return Int(unsafe line.pointee.start_index)
  }
}
