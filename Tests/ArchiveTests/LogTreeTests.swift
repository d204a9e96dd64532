import Ballot
import Testing

@testable import Archive

@Suite("The Merkle tree of the log")
struct LogTreeTests {
  /// The test vectors of Certificate Transparency (google/certificate-transparency, merkletree tests).
  static let leaves: [String] = [
    "", "\u{0}", "\u{10}", "\u{20}\u{21}", "\u{30}\u{31}", "@ABC", "PQRSTUVW", "`abcdefghijklmno",
  ]
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test("Certificate Transparency's roots", arguments: 0...8)
  func knownRoots(size: Int) {
    let lines = Self.leaves.prefix(size)
    #expect(LogTree(lines: lines).root.hex == Self.roots[size])
    var frontier = LogFrontier()
    for line in lines { frontier.append(line: line) }
    #expect(frontier.root.hex == Self.roots[size])
  }

  static let lines = (0..<64).map { "{\"n\":\($0)}" }

  /// The definition of RFC 6962 §2.1, word for word.
  static func root(_ lines: ArraySlice<String>) -> Digest {
    guard lines.count > 1, let first = lines.indices.first else {
      return lines.first.map { LogHash.leaf($0) } ?? LogHash.empty
    }
    var half = 1
    while half * 2 < lines.count { half *= 2 }
    return LogHash.node(root(lines[..<(first + half)]), root(lines[(first + half)...]))
  }

  @Test(
    "Every root up to 64 lines is that of the definition, and every frontier can be kept and taken up again")
  func roots() throws {
    let tree = LogTree(lines: Self.lines)
    var frontier = LogFrontier()
    for size in 0...64 {
      #expect(tree.root(atSize: size) == Self.root(Self.lines[..<size]))
      #expect(frontier.root == tree.root(atSize: size))
      frontier = try #require(LogFrontier(size: size, encoded: frontier.encoded))
      if size < 64 { frontier.append(line: Self.lines[size]) }
    }
    #expect(tree.root(atSize: 65) == nil)
  }

  @Test("Every inclusion proof up to 64 lines holds, and no changed one does")
  func inclusion() throws {
    let tree = LogTree(lines: Self.lines)
    for size in 1...64 {
      let root = try #require(tree.root(atSize: size))
      for index in 0..<size {
        let proof = try #require(tree.inclusionProof(of: index, inSize: size))
        let holds = { (line: String, index: Int, size: Int, proof: [Digest]) in
          LogProof.includes(line, at: index, size: size, root: root, proof: proof)
        }
        let line = Self.lines[index]
        #expect(holds(line, index, size, proof))
        #expect(!holds(line + " ", index, size, proof))
        #expect(!holds(line, index + 1, size, proof))
        #expect(!holds(line, index, size, proof + [root]))
        #expect(proof.isEmpty || !holds(line, index, size, Array(proof.dropLast())))
        #expect(proof.isEmpty || !holds(line, index, size, [root] + proof.dropFirst()))
      }
    }
  }

  @Test("Every consistency proof up to 64 lines holds, and no changed one does")
  func consistency() throws {
    let tree = LogTree(lines: Self.lines)
    for new in 0...64 {
      let newRoot = try #require(tree.root(atSize: new))
      for old in 0...new {
        let oldRoot = try #require(tree.root(atSize: old))
        let proof = try #require(tree.consistencyProof(from: old, to: new))
        let holds = { (proof: [Digest], oldRoot: Digest, newRoot: Digest) in
          LogProof.extends(from: old, root: oldRoot, to: new, root: newRoot, proof: proof)
        }
        #expect(holds(proof, oldRoot, newRoot))
        #expect(!holds(proof + [oldRoot], oldRoot, newRoot))
        #expect(!holds(proof, Digest.of("other"), newRoot))
        #expect(old == 0 || !holds(proof, oldRoot, Digest.of("other")))
        #expect(proof.isEmpty || !holds(Array(proof.dropLast()), oldRoot, newRoot))
      }
    }
  }
}
