import Printing
import Synchronization
import Terminal

/// Large letters from the fonts that the papers are printed with, kept once drawn.
enum Letters {
  private struct Wanted: Hashable {
    let text: String
    let columns: Int
    let dots: Int
  }

  private static let drawn = Mutex<[Wanted: Stencil?]>([:])

  /// A text's dots, as large as fit into so many columns and rows of dots; nil where no font has it.
  static let stencil: @Sendable (String, Int, Int) -> Stencil? = { text, columns, dots in
    let wanted = Wanted(text: text, columns: columns, dots: dots)
    if let known = drawn.withLock({ $0[wanted] }) { return known }
    let stencil = largest(text, columns, dots)
    drawn.withLock { $0[wanted] = .some(stencil) }
    return stencil
  }

  private static func largest(_ text: String, _ columns: Int, _ dots: Int) -> Stencil? {
    var size = min(dots, 48)
    while size >= 10 {
      guard let drawn = Lettering.dots(text, size: size) else { return nil }
      if drawn.width <= columns, drawn.height <= dots {
        return Stencil(width: drawn.width, height: drawn.height, dots: drawn.dots)
      }
      size -= 1
    }
    return nil
  }
}
