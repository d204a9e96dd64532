import COpenSSL

/// A hash being computed over bytes that arrive piece by piece.
@safe package struct DigestStream: ~Copyable {
  private let context: OpaquePointer

  package init(_ algorithm: Digest.Algorithm) {
    guard let context = unsafe EVP_MD_CTX_new() else { fatalError("out of memory") }
    unsafe self.context = unsafe context
    let function = unsafe algorithm == .sha256 ? EVP_sha256() : EVP_sm3()
    // Fails only where the library is built without the function; Debian's has both.
    let started = unsafe EVP_DigestInit_ex(context, function, nil)
    precondition(started == 1, "libcrypto has no \(algorithm.rawValue)")
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { _ = unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    update(bytes.span)
  }

  /// The digest of everything taken in.
  package consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.size)
    unsafe bytes.withUnsafeMutableBufferPointer {
      _ = unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    return Digest(checked: bytes)
  }
}
