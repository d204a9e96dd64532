import Glibc

/// A program started by this one, in a session of its own, whose standard input this one holds.
///
/// The child learns that its parent has died when its input ends.
@safe final class ChildProcess {
  let id: pid_t
  private var input: Int32
  private var isReaped = false

  /// Starts a program with a small environment; nil when that fails.
  init?(_ arguments: [String], log: String) {
    guard let pipe = Pipe(), let actions = SpawnActions(input: pipe.reader, log: log) else { return nil }
    let child = actions.spawn(arguments, environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"])
    close(pipe.reader)
    guard let child else {
      close(pipe.writer)
      return nil
    }
    id = child
    input = pipe.writer
  }

  deinit { _ = finish() }

  /// Writes a line to the child's input.
  func tell(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
  }

  /// Ends the child's input and waits for its exit; its status, or -1 when it was killed.
  ///
  /// A child that does not end within half a minute is killed with its group.
  @discardableResult func finish() -> Int32 {
    if input >= 0 { close(input) }
    input = -1
    guard !isReaped else { return -1 }
    isReaped = true
    var status: Int32 = 0
    for _ in 0..<6000 {
      let found = unsafe waitpid(id, &status, WNOHANG)
      if found == id { return status & 0x7F == 0 ? status >> 8 & 0xFF : -1 }
      guard found == 0 || errno == EINTR else { return -1 }
      usleep(5000)
    }
    kill(-id, SIGKILL)
    unsafe waitpid(id, &status, 0)
    return -1
  }

  /// Runs a program to its end and tells its exit status.
  static func run(_ arguments: [String], log: String) -> Int32 {
    ChildProcess(arguments, log: log)?.finish() ?? -1
  }

  /// A pair of sockets, because `pipe2` is not visible and a plain pipe would leak into other children.
  private struct Pipe {
    let reader: Int32
    let writer: Int32
    init?() {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
      reader = ends[0]
      writer = ends[1]
    }
  }
}

/// How a child's descriptors and signals are set up (POSIX.1-2024, posix_spawn).
///
/// Threads of the Swift pool block signals; a child must not inherit that, or nobody can end it.
@safe private final class SpawnActions {
  private var actions = unsafe posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()

  /// glibc's POSIX_SPAWN_SETSID, which its header hides from Swift.
  private static let newSession: Int16 = 0x80

  init?(input: Int32, log: String) {
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawnattr_setflags(&attributes, SpawnActions.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
  }

  deinit {
    unsafe posix_spawn_file_actions_destroy(&actions)
    unsafe posix_spawnattr_destroy(&attributes)
  }

  func spawn(_ arguments: [String], environment: [String]) -> pid_t? {
    guard let program = arguments.first else { return nil }
    var child: pid_t = 0
    let list = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (list + variables).forEach { unsafe free($0) } }
    let failure = unsafe posix_spawn(&child, program, &actions, &attributes, list, variables)
    return failure == 0 ? child : nil
  }
}
