/// The checking of proofs about Merkle trees (RFC 9162 §2.1.3.2 and §2.1.4.2).
package enum LogProof {
  /// Whether `proof` shows that `line` is leaf `index` of the tree with `size` leaves and this root.
  package static func includes(
    _ line: some StringProtocol, at index: Int, size: Int, root: Digest, proof: [Digest]
  ) -> Bool {
    guard 0..<max(size, 0) ~= index else { return false }
    var (position, last) = (index, size - 1)
    var hash = LogHash.leaf(line)
    for sibling in proof {
      if last == 0 { return false }
      if position & 1 == 1 || position == last {
        hash = LogHash.node(sibling, hash)
        while position & 1 == 0 && position != 0 { (position, last) = (position >> 1, last >> 1) }
      } else {
        hash = LogHash.node(hash, sibling)
      }
      (position, last) = (position >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }

  /// Whether `proof` shows that the tree of `old` leaves is the start of the tree of `new` leaves.
  package static func extends(
    from old: Int, root oldRoot: Digest, to new: Int, root newRoot: Digest, proof: [Digest]
  ) -> Bool {
    guard 0 <= old, old <= new else { return false }
    if old == new { return proof.isEmpty && oldRoot == newRoot }
    if old == 0 { return proof.isEmpty && oldRoot == LogHash.empty }
    var path = old.nonzeroBitCount == 1 ? [oldRoot] + proof : proof
    guard !path.isEmpty else { return false }
    var (position, last) = (old - 1, new - 1)
    let shift = position.trailingOneBits
    (position, last) = (position >> shift, last >> shift)
    let first = path.removeFirst()
    var (small, large) = (first, first)
    for sibling in path {
      if last == 0 { return false }
      if position & 1 == 1 || position == last {
        small = LogHash.node(sibling, small)
        large = LogHash.node(sibling, large)
        while position & 1 == 0 && position != 0 { (position, last) = (position >> 1, last >> 1) }
      } else {
        large = LogHash.node(large, sibling)
      }
      (position, last) = (position >> 1, last >> 1)
    }
    return last == 0 && small == oldRoot && large == newRoot
  }
}
