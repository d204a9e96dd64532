/// An RFC 6962 Merkle tree held in full, for proofs about any of its sizes.
package struct LogTree: Sendable {
  /// `levels[k][i]` is the root of the complete subtree of leaves i·2ᵏ ..< (i+1)·2ᵏ.
  private var levels: [[Digest]] = [[]]

  package init() {}

  /// The tree over these lines.
  package init(lines: some Sequence<String>) {
    for line in lines { append(line: line) }
  }

  /// The number of leaves.
  package var size: Int { levels[0].count }

  /// The root hash of the whole tree.
  package var root: Digest { root(0..<size) }

  /// Appends a line of the log.
  package mutating func append(line: some StringProtocol) {
    append(leaf: LogHash.leaf(line))
  }

  mutating func append(leaf: Digest) {
    levels[0].append(leaf)
    var level = 0
    while levels[level].count.isMultiple(of: 2) {
      let nodes = levels[level]
      if level + 1 == levels.count { levels.append([]) }
      levels[level + 1].append(LogHash.node(nodes[nodes.count - 2], nodes[nodes.count - 1]))
      level += 1
    }
  }

  /// The root hash when the tree had `size` leaves; nil when it never had so many.
  package func root(atSize size: Int) -> Digest? {
    guard 0...self.size ~= size else { return nil }
    return root(0..<size)
  }

  /// The proof that leaf `index` is in the tree of `size` leaves (RFC 6962 §2.1.1).
  package func inclusionProof(of index: Int, inSize size: Int) -> [Digest]? {
    guard 0...self.size ~= size, 0..<size ~= index else { return nil }
    return path(to: index, in: 0..<size)
  }

  /// The proof that the tree of `old` leaves is the start of the tree of `new` leaves (RFC 6962 §2.1.2).
  package func consistencyProof(from old: Int, to new: Int) -> [Digest]? {
    guard new <= size, 0...new ~= old else { return nil }
    return old == 0 || old == new ? [] : subproof(of: old, in: 0..<new, known: true)
  }

  /// The root over a range of leaves whose start is a multiple of the power of two not below its length.
  private func root(_ range: Range<Int>) -> Digest {
    if range.isEmpty { return LogHash.empty }
    if range.count.nonzeroBitCount == 1 {
      let level = range.count.trailingZeroBitCount
      return levels[level][range.lowerBound >> level]
    }
    let middle = Self.split(range)
    return LogHash.node(root(range.lowerBound..<middle), root(middle..<range.upperBound))
  }

  private func path(to index: Int, in range: Range<Int>) -> [Digest] {
    if range.count == 1 { return [] }
    let middle = Self.split(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return left.contains(index)
      ? path(to: index, in: left) + [root(right)]
      : path(to: index, in: right) + [root(left)]
  }

  private func subproof(of old: Int, in range: Range<Int>, known: Bool) -> [Digest] {
    if range.upperBound == old { return known ? [] : [root(range)] }
    let middle = Self.split(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return old <= middle
      ? subproof(of: old, in: left, known: known) + [root(right)]
      : subproof(of: old, in: right, known: false) + [root(left)]
  }

  /// Where RFC 6962 splits a range: after the largest power of two smaller than its length.
  private static func split(_ range: Range<Int>) -> Int {
    range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
  }
}
