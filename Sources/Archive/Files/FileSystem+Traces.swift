import CUnix
import Glibc

extension FileSystem {
  /// 1980-01-01T00:00:00Z, the time of every file that must not tell when it was made.
  static let constantTime = 315_532_800

  /// Sets a file's access and modification times to the constant one.
  static func setConstantTime(_ path: String) throws(FileFault) {
    let time = timespec(tv_sec: constantTime, tv_nsec: 0)
    guard unsafe utimensat(AT_FDCWD, path, [time, time], AT_SYMLINK_NOFOLLOW) == 0 else {
      throw FileFault(last: "set the time of", path: path)
    }
  }

  /// Overwrites a file with zeros; that there is none is no fault.
  static func zero(_ path: String) throws(FileFault) {
    guard exists(path) else { return }
    let file = try File(path, .update)
    let (size, zeros) = (try file.size(), [UInt8](repeating: 0, count: 1 << 16))
    for offset in stride(from: 0, to: size, by: zeros.count) {
      try file.write(zeros.span.extracting(0..<min(zeros.count, size - offset)), at: offset)
    }
    try file.sync()
  }

  /// Overwrites a file with zeros and removes it.
  static func wipe(_ path: String) throws(FileFault) {
    try zero(path)
    try remove(path)
  }

  /// Puts a file in the place of another and wipes the bytes that were there.
  ///
  /// The two names change places in one step, so a power cut leaves one whole file under each of them, and whatever is
  /// under the second name may be wiped. Where a file system cannot do that, the old bytes are left to the disk.
  static func replace(_ path: String, by next: String) throws(FileFault) {
    if unsafe renameat2(AT_FDCWD, next, AT_FDCWD, path, UInt32(EXCHANGE_NAMES)) == 0 {
      try syncDirectory(parent(of: path))
      try wipe(next)
    } else {
      guard errno == EINVAL || errno == ENOSYS else { throw FileFault(last: "rename", path: next) }
      try rename(next, to: path)
    }
    try syncDirectory(parent(of: path))
  }
}
