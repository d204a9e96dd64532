/// A way into the box's protected keys.
package enum KeyWay: String, Codable, Sendable, CaseIterable {
  /// The code or passphrase that a supervisor keeps.
  case recovery
  /// What the staff types at the start.
  case passphrase
  /// The TPM of this machine.
  case tpm
}

/// The box's key files were sealed, given other ways in, or laid open.
package struct KeyProtected: Codable, Sendable, Equatable {
  package enum Change: String, Codable, Sendable {
    case protected
    /// Other ways in to the same keys.
    case renewed
    /// The files lie open again.
    case removed
  }

  package let change: Change
  /// The ways in from here on.
  package let ways: [KeyWay]

  package init(_ change: Change, ways: [KeyWay]) {
    self.change = change
    self.ways = ways
  }
}

/// Somebody tried to open the box's protected keys; never what was typed.
package struct KeyTried: Codable, Sendable, Equatable {
  package enum Outcome: String, Codable, Sendable {
    case opened
    case wrong
    /// A try of somebody who had to wait; it was not looked at.
    case refused
  }

  package let outcome: Outcome
  /// What opened them.
  package let way: KeyWay?

  package init(_ outcome: Outcome, way: KeyWay? = nil) {
    self.outcome = outcome
    self.way = way
  }
}
