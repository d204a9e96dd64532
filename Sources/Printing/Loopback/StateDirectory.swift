import Glibc

/// Where the state of a print server of our own lies: under /tmp, for the user `lp` must reach it.
enum StateDirectory {
  private static let prefix = "kiosk-print-"

  /// Makes a fresh directory with the folders that CUPS wants.
  static func make() -> String? {
    var template = Array("/tmp/\(prefix)XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard unsafe chmod(path, 0o755) == 0 else { return nil }
    let folders = ["etc", "cache", "run", "spool", "spool/tmp", "log", "paper"]
    return folders.allSatisfy { makeDirectory("\(path)/\($0)") } ? path : nil
  }

  /// Makes a directory unless it is there.
  static func makeDirectory(_ path: String) -> Bool {
    unsafe mkdir(path, 0o755) == 0 || errno == EEXIST
  }

  static func absolute(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Writes a small file that its owner may execute.
  @discardableResult static func write(_ content: String, to path: String) -> Bool {
    let handle = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o755)
    guard handle >= 0 else { return false }
    defer { close(handle) }
    let bytes = Array(content.utf8)
    return unsafe bytes.withUnsafeBytes { unsafe Glibc.write(handle, $0.baseAddress, $0.count) }
      == bytes.count
  }

  /// Lays out a directory of CUPS programs with one more backend among them.
  static func install(_ backend: LoopbackPrintServer.Backend, in state: String) -> String {
    let place = "\(state)/bin"
    _ = makeDirectory(place) && makeDirectory("\(place)/backend")
    for name in ["filter", "daemon", "cgi-bin", "driver", "monitor", "notifier"] {
      unsafe symlink("/usr/lib/cups/\(name)", "\(place)/\(name)")
    }
    write(backend.script, to: "\(place)/backend/\(backend.name)")
    return place
  }

  /// Removes what is left of servers whose supervisor was killed.
  static func removeStale() {
    guard let directory = unsafe opendir("/tmp") else { return }
    defer { unsafe closedir(directory) }
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if name.hasPrefix(prefix), isOurs("/tmp/\(name)"), isDead("/tmp/\(name)") { remove("/tmp/\(name)") }
    }
  }

  private static func isOurs(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }

  /// Whether the supervisor named in a state directory has gone; a directory still being made counts as alive.
  private static func isDead(_ path: String) -> Bool {
    guard let bytes = FileBytes.read("\(path)/pid", most: 32) else { return false }
    guard let id = pid_t(String(decoding: bytes, as: UTF8.self).filter(\.isNumber)) else { return false }
    return kill(id, 0) != 0 && errno == ESRCH
  }

  private static func remove(_ path: String) {
    if let bytes = FileBytes.read("\(path)/run/cupsd.pid", most: 32),
      let id = pid_t(String(decoding: bytes, as: UTF8.self).filter(\.isNumber)),
      let command = FileBytes.read("/proc/\(id)/cmdline", most: 4096),
      String(decoding: command, as: UTF8.self).contains(path)
    {
      kill(id, SIGTERM)
    }
    _ = ChildProcess.run(["/bin/rm", "-rf", "--", path], log: "/dev/null")
  }
}
