/// Both digests of many files, taken by every processor, and on each by as many lanes as its vectors have.
enum BulkDigests {
  /// Below this a second thread costs more than it brings.
  private static let worthAThread = 1 << 20

  /// The digests by path.
  ///
  /// The largest files begin, so that the last ones to end are small.
  ///
  /// - Throws: The first fault of any file.
  static func of(_ jobs: [DigestJob], path: SM3Lanes.Path = .widest) throws -> [String: DigestPair] {
    guard let largest = jobs.map(\.size).max() else { return [:] }
    let bytes = jobs.reduce(0) { $0 + $1.size }
    let threads = min(jobs.count, ProcessorCount.online, 1 + bytes / worthAThread)
    let lanes = (jobs.count + threads - 1) / threads
    let piece = min(DigestWorker.usualPiece, DigestBlock.padded(largest))
    let parts = try ParallelWork.run(jobs.sorted { $0.size > $1.size }, threads: threads) { next in
      var worker = DigestWorker(path, lanes: lanes, piece: piece)
      try worker.work(next)
      return worker.digests
    }
    return Dictionary(parts.joined().map { ($0.path, $0.pair) }, uniquingKeysWith: { first, _ in first })
  }
}
