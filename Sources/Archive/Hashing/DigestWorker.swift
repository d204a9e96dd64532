/// One thread's share of many files: each lane takes the next file as soon as it has finished one.
struct DigestWorker: ~Copyable {
  private var sm3: SM3Lanes
  private var sha256: SHA256Pairing
  /// Whether SHA-256 goes two files at a time; otherwise each lane has the library's.
  private let isPaired: Bool
  private var lanes: [DigestLane?]
  private var bytes: [UInt8]
  private let piece: Int
  private let stride: Int
  private(set) var digests: [(path: String, pair: DigestPair)] = []

  /// Read at a time in each lane; all lanes together stay in the processor's cache.
  static let usualPiece = 1 << 15
  /// Lanes begin at different places of the cache.
  private static let stagger = 3 * DigestBlock.size

  /// - Parameters:
  ///   - path: How wide the vectors are.
  ///   - lanes: How many files at once, at most.
  ///   - piece: Read at a time, in whole blocks.
  ///   - isPaired: Whether SHA-256 is taken by the processor's instructions, which it must have.
  init(_ path: SM3Lanes.Path, lanes: Int, piece: Int, isPaired: Bool = SHA256Lanes.isAvailable) {
    precondition(piece > 0 && piece.isMultiple(of: DigestBlock.size))
    sm3 = SM3Lanes(path)
    sha256 = SHA256Pairing(lanes)
    self.isPaired = isPaired
    self.lanes = Array(repeating: nil, count: min(lanes, path.lanes))
    self.piece = piece
    stride = DigestLane.room(for: piece) + Self.stagger
    bytes = [UInt8](repeating: 0, count: self.lanes.count * stride)
  }

  /// Hashes files until there are no more.
  mutating func work(_ next: () -> DigestJob?) throws {
    while try fill(next) { compress() }
  }

  /// Gives every lane something to hash; false when nothing is left.
  private mutating func fill(_ next: () -> DigestJob?) throws -> Bool {
    var isBusy = false
    for index in lanes.indices where try fill(index, next) { isBusy = true }
    return isBusy
  }

  private mutating func fill(_ index: Int, _ next: () -> DigestJob?) throws -> Bool {
    if lanes[index]?.waiting.isEmpty == true { sha256.settle(index, of: bytes) }
    if let lane = lanes[index], lane.waiting.isEmpty, lane.isRead { finish(lane, index) }
    if lanes[index] == nil, let job = next() { try begin(job, index) }
    guard let lane = lanes[index] else { return false }
    if lane.waiting.isEmpty { try read(lane, index) }
    return true
  }

  private mutating func begin(_ job: DigestJob, _ index: Int) throws {
    lanes[index] = try DigestLane(job, byLibrary: !isPaired)
    sm3.begin(index)
    sha256.begin(index)
  }

  private mutating func read(_ lane: DigestLane, _ index: Int) throws {
    try lane.read(into: &bytes, at: index * stride, most: piece)
    if isPaired { sha256.take(lane.waiting, of: bytes, lane: index) }
  }

  private mutating func finish(_ lane: DigestLane, _ index: Int) {
    let pair = DigestPair(sha256: lane.finish() ?? sha256.digest(of: index), sm3: sm3.digest(of: index))
    digests.append((lane.job.path, pair))
    lanes[index] = nil
  }

  /// Takes as many blocks as every lane has; a lane that is alone takes all of its own.
  private mutating func compress() {
    let busy = lanes.indices.filter { lanes[$0] != nil }
    if busy.count == 1 { return compressAlone(busy[0]) }
    let waiting = lanes.map { $0?.waiting }
    let count = waiting.reduce(Int.max) { min($0, $1?.count ?? .max) }
    let spare = waiting[busy[0]]?.lowerBound ?? 0
    let places = (0..<sm3.path.lanes).map { $0 < waiting.count ? waiting[$0]?.lowerBound ?? spare : spare }
    sm3.compress(count / DigestBlock.size, of: bytes, at: places)
    for lane in lanes { lane?.advance(by: count) }
  }

  private mutating func compressAlone(_ index: Int) {
    guard let lane = lanes[index] else { return }
    sm3.compress(bytes, lane.waiting, lane: index)
    lane.advance(by: lane.waiting.count)
  }
}
