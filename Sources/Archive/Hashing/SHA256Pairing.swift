/// SHA-256 of a worker's files, two at a time: a piece waits for a second one to go with it.
struct SHA256Pairing: ~Copyable {
  private var lanes: SHA256Lanes
  /// What waits: never more than the blocks of one lane.
  private var single: (lane: Int, part: Range<Int>)?

  init(_ lanes: Int) {
    self.lanes = SHA256Lanes(lanes)
  }

  /// Begins a file in a lane.
  mutating func begin(_ lane: Int) { lanes.begin(lane) }

  /// Takes in the next blocks of a lane, or keeps them until another lane has some.
  ///
  /// They must stay in `bytes` until `settle` was called for the lane.
  mutating func take(_ part: Range<Int>, of bytes: [UInt8], lane: Int) {
    guard let first = single else { return single = (lane, part) }
    let both = min(first.part.count, part.count)
    lanes.compress(bytes, first.part.prefix(both), lane: first.lane, and: part.prefix(both), lane: lane)
    let rests = [(first.lane, first.part.dropFirst(both)), (lane, part.dropFirst(both))]
    single = rests.first { !$0.1.isEmpty }
  }

  /// Takes in what waits of a lane.
  mutating func settle(_ lane: Int, of bytes: [UInt8]) {
    guard let first = single, first.lane == lane else { return }
    single = nil
    lanes.compress(bytes, first.part, lane: lane)
  }

  /// The digest of the file in a lane that was settled after its last piece.
  mutating func digest(of lane: Int) -> Digest { lanes.digest(of: lane) }
}
