/// A file whose two digests are wanted.
struct DigestJob: Sendable {
  /// What it is called in the answer.
  let path: String
  let size: Int
  /// Opens it when its turn comes; so that not all are open at once.
  let open: @Sendable () throws -> any DigestSource
}

/// Where the bytes of a file come from, piece by piece and in order.
protocol DigestSource: AnyObject {
  /// Fills all of `range` of `buffer` with what the file has from `offset` on.
  ///
  /// - Throws: When there are fewer bytes.
  func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws
}
