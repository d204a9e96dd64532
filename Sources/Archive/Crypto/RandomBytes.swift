import COpenSSL

/// Bytes from libcrypto's random generator, which the kernel seeds.
package struct RandomBytes: Sendable {
  package init() {}

  /// The next `count` bytes.
  package func callAsFunction(_ count: Int) throws(CryptoError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let drawn = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe RAND_bytes($0.baseAddress, Int32($0.count))
    }
    guard drawn == 1 else { throw .libraryRefused(call: "RAND_bytes") }
    return bytes
  }
}
