package import Ballot
import CPango

/// A colour, each part from 0 to 1.
package struct Colour: Hashable, Sendable {
  package let red: Double
  package let green: Double
  package let blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  package static let black = Colour(red: 0, green: 0, blue: 0)
  package static let white = Colour(red: 1, green: 1, blue: 1)
  package static let grey = Colour(red: 0.45, green: 0.45, blue: 0.45)
  /// The red of official headings and seals.
  package static let red = Colour(red: 0.8, green: 0.05, blue: 0.05)
}

extension PDFDocument {
  /// Sets the colour of everything drawn from here on.
  package func setColour(_ colour: Colour) {
    self.colour = colour
    unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
  }

  package func fill(_ rect: Rect) {
    unsafe cairo_rectangle(context, rect.x, rect.y, rect.w, rect.h)
    unsafe cairo_fill(context)
  }

  /// Draws a frame whose line lies inside the rectangle's edge.
  package func frame(_ rect: Rect, width: Double) {
    let middle = rect.inset(by: width / 2)
    unsafe cairo_set_line_width(context, width)
    unsafe cairo_rectangle(context, middle.x, middle.y, middle.w, middle.h)
    unsafe cairo_stroke(context)
  }

  package func line(from start: Point, to end: Point, width: Double, dashes: [Double] = []) {
    unsafe cairo_set_line_width(context, width)
    unsafe dashes.withUnsafeBufferPointer {
      unsafe cairo_set_dash(context, $0.baseAddress, Int32($0.count), 0)
    }
    unsafe cairo_move_to(context, start.x, start.y)
    unsafe cairo_line_to(context, end.x, end.y)
    unsafe cairo_stroke(context)
    unsafe cairo_set_dash(context, nil, 0, 0)
  }

  package func disc(_ centre: Point, radius: Double) {
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, centre.x, centre.y, radius, 0, 2 * .pi)
    unsafe cairo_fill(context)
  }

  /// Draws a circle whose line is centred on the radius.
  package func circle(_ centre: Point, radius: Double, width: Double, dashes: [Double] = []) {
    unsafe cairo_set_line_width(context, width)
    unsafe dashes.withUnsafeBufferPointer {
      unsafe cairo_set_dash(context, $0.baseAddress, Int32($0.count), 0)
    }
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, centre.x, centre.y, radius, 0, 2 * .pi)
    unsafe cairo_stroke(context)
    unsafe cairo_set_dash(context, nil, 0, 0)
  }

  /// Draws a picture as large as the rectangle allows, in its middle.
  package func picture(_ picture: Picture, in rect: Rect) {
    let scale = min(rect.w / Double(picture.width), rect.h / Double(picture.height))
    let size = (w: Double(picture.width) * scale, h: Double(picture.height) * scale)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, rect.centre.x - size.w / 2, rect.centre.y - size.h / 2)
    unsafe cairo_scale(context, scale, scale)
    unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
    unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
  }

  /// Draws a QR code whose outermost modules touch the square's sides; the quiet zone is the caller's.
  ///
  /// The symbol goes into the file as a stencil of one bit a module, a tenth of what its outlines would take.
  package func code(_ text: String, in square: Rect) throws(PDFError) {
    let stencil = try QRSymbol(text).stencil()
    let module = square.w / Double(stencil.width)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, square.x, square.y)
    unsafe cairo_scale(context, module, module)
    let pattern = unsafe cairo_pattern_create_for_surface(stencil.surface)
    unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    unsafe cairo_mask(context, pattern)
    unsafe cairo_pattern_destroy(pattern)
    unsafe cairo_restore(context)
  }
}
