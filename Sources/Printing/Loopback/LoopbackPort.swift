import Glibc

/// Free TCP ports on the loopback address.
enum LoopbackPort {
  /// Two ports that nobody listens on at this moment.
  static func two() -> (Int, Int)? {
    guard let first = Socket(), let second = Socket() else { return nil }
    return (first.port, second.port)
  }

  private final class Socket {
    private let descriptor: Int32
    let port: Int

    init?() {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let fault = unsafe withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
        let general = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sockaddr.self)
        let bound = unsafe bind(descriptor, general, length)
        return unsafe bound == 0 ? getsockname(descriptor, general, &length) : bound
      }
      port = Int(UInt16(bigEndian: address.sin_port))
      guard fault == 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
  }
}
