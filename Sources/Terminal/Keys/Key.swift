/// A key, or what stands for one.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 … F24.
  case function(Int)
  /// A letter with Ctrl held down, in lower case.
  case control(Character)
  /// A character with Alt held down.
  case alt(Character)
  /// A text from the clipboard, as one.
  case paste(String)
}

/// What comes from the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// The window has another size.
  case resized(Size)
  /// What the terminal can do, answered to DA1 (`ESC [ c`): 4 is sixels.
  case attributes([Int])
  /// Somebody called `Terminal.wake`, or the time to wait is over.
  case wakened
  /// The terminal has gone away.
  case lost
}
