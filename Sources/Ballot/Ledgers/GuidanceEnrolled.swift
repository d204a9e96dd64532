/// The public key of a guidance body, taken in on the box before the election.
package struct GuidanceEnrolled: Codable, Sendable, Equatable {
  /// Who it is: 双凤街道选举指导小组.
  package let name: String
  package let role: Authorisation.Role
  /// The raw Ed25519 key, 64 hexadecimal digits.
  package let key: String

  package init(name: String, role: Authorisation.Role, key: String) {
    self.name = name
    self.role = role
    self.key = key
  }
}
