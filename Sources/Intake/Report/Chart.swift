/// Bars drawn as SVG inside the page: no script, no file from elsewhere.
struct Chart {
  /// One bar: its label, its length in parts of a thousand of the whole width, and the number beside it.
  struct Bar {
    let label: String
    let permille: Int
    let text: String
  }

  let bars: [Bar]
  /// A line across all bars, such as the half of the voters, with what it says.
  var mark: (permille: Int, text: String)?
  let title: String

  private static let (row, left, width, right) = (26, 150, 560, 130)

  /// Bars from left to right, one below the other.
  var horizontal: String {
    let height = bars.count * Self.row + 34
    var svg = open(width: Self.left + Self.width + Self.right, height: height)
    for (index, bar) in bars.enumerated() {
      let (y, length) = (26 + index * Self.row, max(1, min(1000, bar.permille)) * Self.width / 1000)
      svg += """
        <text x="\(Self.left - 8)" y="\(y + 14)" class="label end">\(bar.label.escaped)</text>\
        <rect x="\(Self.left)" y="\(y)" width="\(length)" height="18" rx="2" class="bar"/>\
        <text x="\(Self.left + length + 6)" y="\(y + 14)" class="label">\(bar.text.escaped)</text>

        """
    }
    if let mark {
      let x = Self.left + mark.permille * Self.width / 1000
      svg += """
        <line x1="\(x)" y1="18" x2="\(x)" y2="\(height - 6)" class="mark"/>\
        <text x="\(x)" y="13" class="label middle">\(mark.text.escaped)</text>

        """
    }
    return svg + "</svg>\n"
  }

  /// Columns side by side.
  var vertical: String {
    let (step, tall) = (72, 180)
    var svg = open(width: max(360, bars.count * step + 40), height: tall + 60)
    for (index, bar) in bars.enumerated() {
      let height = max(bar.permille > 0 ? 2 : 0, min(1000, bar.permille) * tall / 1000)
      let (x, y) = (20 + index * step, 20 + tall - height)
      svg += """
        <rect x="\(x + 8)" y="\(y)" width="\(step - 16)" height="\(height)" rx="2" class="bar"/>\
        <text x="\(x + step / 2)" y="\(y - 5)" class="label middle">\(bar.text.escaped)</text>\
        <text x="\(x + step / 2)" y="\(tall + 38)" class="label middle">\(bar.label.escaped)</text>

        """
    }
    return svg
      + "<line x1=\"20\" y1=\"\(tall + 20)\" x2=\"\(20 + bars.count * step)\" y2=\"\(tall + 20)\" class=\"axis\"/></svg>\n"
  }

  private func open(width: Int, height: Int) -> String {
    """
    <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
    aria-label="\(title.escaped)" xmlns="http://www.w3.org/2000/svg">

    """
  }
}
