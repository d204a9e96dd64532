internal import CTerminal
internal import Glibc

/// The terminal that the program runs on, in raw mode for as long as this lives.
///
/// Whatever ends the program, except SIGKILL, gives the terminal back first: the end of this object, a signal, a trap.
package final class Terminal {
  private let input: Int32
  private let output: Int32
  private var decoder = KeyDecoder()
  private var pending: [TerminalEvent] = []
  private var presenter = Presenter()
  package private(set) var size: Size
  /// Dots of the window, where the terminal tells.
  private var dots: (width: Int, height: Int) = (0, 0)
  private var drawsSixels = false
  /// Whether pictures are shown dot by dot; elsewhere they are half blocks, too coarse for a code.
  package var showsPictures: Bool { presenter.cell != nil }

  /// Why there is no terminal to use.
  package enum Refusal: Error, Equatable, Sendable {
    case notATerminal
    case failed(errno: Int32)
  }

  /// The alternate screen, no wrapping, pasted text marked, the cursor hidden; then asks what the terminal can do.
  private static let greeting = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?2004h\u{1B}[?25l\u{1B}[2J\u{1B}[c"
  private static let farewell =
    "\u{1B}[?2026l\u{1B}[0m\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[2J\u{1B}[?1049l"

  /// Takes the terminal of these descriptors over.
  package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) throws(Refusal) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    self.input = input
    self.output = output
    size = Size(columns: 80, rows: 24)
    let farewell = Array(Terminal.farewell.utf8)
    let fault = unsafe farewell.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe kiosk_terminal_enter(input, output, $0.baseAddress, $0.count)
      }
    }
    guard fault == 0 else { throw .failed(errno: fault) }
    write(Array(Terminal.greeting.utf8))
    measure()
  }

  deinit { kiosk_terminal_leave() }

  /// Gives the terminal back at once.
  package func leave() { kiosk_terminal_leave() }

  /// Wakes `next` from any thread.
  package static func wake() { kiosk_terminal_wake() }

  // MARK: Showing

  /// Shows a canvas: writes what differs from what is shown.
  package func show(_ canvas: Canvas) { write(presenter.update(to: canvas)) }

  /// Writes everything anew at the next `show`, for a terminal that something else has written to.
  package func forget() { presenter.forget() }

  private func write(_ bytes: [UInt8]) {
    var done = 0
    unsafe bytes.withUnsafeBytes { buffer in
      while done < bytes.count {
        let count = unsafe Glibc.write(output, buffer.baseAddress?.advanced(by: done), bytes.count - done)
        if count > 0 {
          done += count
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  private func measure() {
    var (columns, rows, width, height): (UInt16, UInt16, UInt16, UInt16) = (0, 0, 0, 0)
    guard unsafe kiosk_terminal_size(output, &columns, &rows, &width, &height) == 0, columns > 0, rows > 0
    else {
      return
    }
    size = Size(columns: Int(columns), rows: Int(rows))
    dots = (Int(width), Int(height))
    choosePictures()
  }

  private func choosePictures() {
    let cell = Presenter.CellSize(width: dots.width / size.columns, height: dots.height / size.rows)
    presenter.cell = drawsSixels && cell.width > 0 && cell.height > 0 ? cell : nil
  }

  // MARK: Hearing

  /// A lone ESC is the key Esc when nothing has followed for so many milliseconds.
  private static let escapeTime: Int32 = 30

  /// The next event; waits until something happens, at most so many milliseconds, also on these descriptors.
  package func next(within milliseconds: Int32, also descriptors: [Int32] = []) -> TerminalEvent {
    if !pending.isEmpty { return pending.removeFirst() }
    let patience = decoder.isWaiting ? min(Terminal.escapeTime, milliseconds) : milliseconds
    var polls = ([input, kiosk_terminal_wakeups()] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let ready = unsafe poll(&polls, UInt(polls.count), patience)
    if ready == 0, decoder.isWaiting { return first(of: decoder.flush()) }
    guard ready > 0 else { return .wakened }
    if polls[1].revents != 0 { return woken() }
    if polls[0].revents != 0 {
      return read(hungUp: polls[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0)
    }
    return .wakened
  }

  private func first(of events: [TerminalEvent]) -> TerminalEvent {
    pending += events
    return pending.isEmpty ? .wakened : pending.removeFirst()
  }

  private func woken() -> TerminalEvent {
    var drain = [UInt8](repeating: 0, count: 64)
    while unsafe Glibc.read(kiosk_terminal_wakeups(), &drain, drain.count) > 0 {}
    let before = size
    measure()
    return size == before ? .wakened : .resized(size)
  }

  private func read(hungUp: Bool) -> TerminalEvent {
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = unsafe Glibc.read(input, &buffer, buffer.count)
    guard count > 0 else {
      return hungUp || count == 0 || errno != EINTR && errno != EAGAIN ? .lost : .wakened
    }
    let events = decoder.take(buffer.prefix(count))
    for case .attributes(let attributes) in events {
      drawsSixels = attributes.contains(4)
      choosePictures()
    }
    return first(of: events)
  }
}
