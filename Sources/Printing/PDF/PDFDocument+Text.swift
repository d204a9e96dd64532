package import Ballot
import CPango

/// What becomes of a text that is too long for its place.
package enum TextFit: Sendable, Hashable {
  /// It goes on in further lines.
  case wrap
  /// It is set in smaller type, in one line.
  case shrink
  /// Its end is replaced by an ellipsis.
  case ellipsis
}

/// Where a text stands between top and bottom.
package enum TextPlace: Sendable, Hashable { case top, middle, bottom }

/// A text that was set before, under what it was asked for.
struct PreparedText: Hashable {
  let text: String
  let style: TextStyle
  let width: Double
  let fit: TextFit
}

extension PDFDocument {
  /// Sets a text into a rectangle and tells the height it took, in millimetres.
  @discardableResult package func text(
    _ text: String, in rect: Rect, _ style: TextStyle, fit: TextFit = .shrink, place: TextPlace = .middle
  ) -> Double {
    let set = prepared(text, style, width: rect.w, fit: fit)
    let height = set.height / PDFDocument.scale
    let y =
      switch place {
      case .top: rect.y
      case .middle: rect.y + (rect.h - height) / 2
      case .bottom: rect.maxY - height
      }
    show(set, at: Point(x: rect.x, y: y))
    return height
  }

  /// The height a text takes in lines of a width, in millimetres.
  package func height(of text: String, _ style: TextStyle, width: Double) -> Double {
    prepared(text, style, width: width, fit: .wrap).height / PDFDocument.scale
  }

  /// The width of a text in one line, in millimetres.
  package func width(of text: String, _ style: TextStyle) -> Double {
    setter.set(text, style).width / PDFDocument.scale
  }

  /// Cuts a text behind so many lines of a width.
  func split(_ text: String, _ style: TextStyle, width: Double, lines: Int) -> (String, Substring) {
    let set = prepared(text, style, width: width, fit: .wrap)
    guard let bytes = set.start(ofLine: lines) else { return (text, "") }
    let cut = text.utf8.index(text.startIndex, offsetBy: bytes)
    return (String(text[..<cut]), text[cut...])
  }

  func show(_ set: SetText, at point: Point) {
    unsafe cairo_save(context)
    unsafe cairo_translate(context, point.x, point.y)
    unsafe cairo_scale(context, 1 / PDFDocument.scale, 1 / PDFDocument.scale)
    unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    unsafe pango_cairo_show_layout(context, set.layout)
    unsafe cairo_restore(context)
  }

  private func prepared(_ text: String, _ style: TextStyle, width: Double, fit: TextFit) -> SetText {
    let key = PreparedText(text: text, style: style, width: width, fit: fit)
    if let known = cache[key] { return known }
    if cache.count >= 512 { cache.removeAll(keepingCapacity: true) }
    let set = fresh(text, style, width: width * PDFDocument.scale, fit: fit)
    if set.missing > 0 { unprintable.append(text) }
    cache[key] = set
    return set
  }

  private func fresh(_ text: String, _ style: TextStyle, width: Double, fit: TextFit) -> SetText {
    switch fit {
    case .wrap: return setter.set(text, style, width: width)
    case .ellipsis: return setter.set(text, style, width: width, ellipsis: true)
    case .shrink:
      let natural = setter.set(text, style)
      var style = style
      if natural.width > width { style.size *= width / natural.width * 0.995 }
      return setter.set(text, style, width: width, ellipsis: true)
    }
  }
}
