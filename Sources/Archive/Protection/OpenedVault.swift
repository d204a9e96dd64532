import Glibc

/// Where an opened key of protected key files waits until the machine is switched off: a file in memory.
///
/// Whoever is the user of the box, or root, can read it, as they could read the memory of the running program.
package struct OpenedVault: Sendable {
  private let path: String

  /// - Parameter path: In a file system that is memory, in a directory for this box alone.
  package init(path: String) { self.path = path }

  /// Keeps a key; its directory is made for the owner alone.
  ///
  /// - Throws: `FileFault`, with EPERM where the directory is somebody else's.
  package func keep(_ key: VaultKey) throws {
    try FileSystem.makeDirectory(folder)
    guard isOurs else { throw FileFault(operation: "write to", path: folder, code: EPERM) }
    try FileSystem.write(key.bytes, to: path)
  }

  /// The key; nil when there is none.
  package func key() throws -> VaultKey? {
    guard FileSystem.exists(path), isOurs else { return nil }
    return VaultKey(bytes: try FileSystem.read(path, limit: VaultKey.size))
  }

  /// Forgets the key.
  package func forget() throws { try FileSystem.wipe(path) }

  private var folder: String { FileSystem.parent(of: path) }

  /// Whether nobody else can put files into the directory.
  private var isOurs: Bool {
    var status = stat()
    return unsafe lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
  }
}
